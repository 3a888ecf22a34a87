using System.Reflection;

namespace SchemaSync.Generators.Tests;

/// <summary>For each attribute a project that uses it: <c>$</c> stands for the attribute.</summary>
internal static class AttributeSamples
{
    private const string Trigger = "Trigger(\"g\", TriggerTiming.After, TriggerEvent.Update";
    private const string Id = "[PrimaryKey] public long Id { get; set; }";

    private static Dictionary<string, string> Former => new() { ["RenamedFrom"] = "\"former\"" };

    private static Dictionary<string, string> InSchema => new() { ["RenamedFrom"] = "Schema = \"sales\"" };

    public static IReadOnlyDictionary<string, AttributeSample> All { get; } = new Dictionary<string, AttributeSample>
    {
        ["AfterSync"] = OnClass("AfterSync(\"SELECT 1\")") with { Fileless = "AfterSync" },
        ["BeforeSync"] = OnClass("BeforeSync(\"SELECT 1\")") with { Fileless = "BeforeSync" },
        ["Backfill"] = OnProperty("Backfill(\"1\")", "int") with { Fileless = "Backfill" },
        ["Check"] = OnClass("Check(\"id > 0\")"),
        ["CharSet"] = OnProperty("CharSet(\"latin1\")", "string"),
        ["Collation"] = OnProperty("Collation(\"C\")", "string"),
        ["Column"] = OnProperty("Column(\"b\")", "byte[]") with { Values = new() { ["Options"] = "new[] { \"n_distinct=-1\" }" } },
        ["ColumnType"] = new($"$ [Table] public class T {{ {Id} public O Other {{ get; set; }} }} public struct O {{ }}",
            "assembly: ColumnType(typeof(O), typeof(Guid))", ""),
        ["Comment"] = OnClass("Comment(\"x\")"),
        ["CompositeType"] = new("$ public class A { public int B { get; set; } }", "CompositeType", "") { Needs = InSchema },
        ["Computed"] = OnProperty("Computed(\"id + 1\")", "long"),
        ["Default"] = OnProperty("Default(1)", "int"),
        ["DefaultSql"] = OnProperty("DefaultSql(\"1 + 1\")", "int"),
        ["DefaultSchema"] = OnAssembly("DefaultSchema(\"s\")") with { Values = new() { ["Namespace"] = "\"Elsewhere\"" } },
        ["Domain"] = OnAssembly("Domain(\"d\", \"text\")") with { Needs = new(InSchema) { ["CheckName"] = "Check = \"VALUE > 0\"" } },
        ["Dropped"] = OnAssembly("Dropped(\"gone\")"),
        ["EnumLabel"] = new($"[EnumType] public enum E {{ $ A, B }} [Table] public class T {{ {Id} public E E {{ get; set; }} }}",
            "EnumLabel(\"first\")", ""),
        ["EnumType"] = new($"$ public enum E {{ A, B }} [Table] public class T {{ {Id} public E E {{ get; set; }} }}",
            "EnumType", "") { Needs = InSchema },
        ["Event"] = OnAssembly("Event(\"e\", \"EVERY 1 DAY\", \"SELECT 1\")") with { Fileless = "Event(\"e\", \"EVERY 1 DAY\")" },
        ["Exclude"] = OnClass("Exclude(\"id WITH =\")"),
        ["Extension"] = OnAssembly("Extension(\"citext\")"),
        ["ForeignKey"] =
            new AttributeSample(
                $"[Table] $ public class T {{ {Id} [Unique] public long? Other {{ get; set; }} [Unique] public long? Another {{ get; "
                    + $"set; }} }}", "ForeignKey(typeof(T), Columns = new[] { \"Other\" })", "") with
        {
            Fixed = ["Columns"], Needs = new() { ["OnDeleteColumns"] = "OnDelete = ReferentialAction.SetNull" },
            Values = new()
            {
                ["Columns"] = "new[] { \"Another\" }",
                ["References"] = "new[] { \"Another\" }",
                ["OnDeleteColumns"] = "new[] { \"Other\" }",
            },
        },
        ["Function"] = OnAssembly("Function(\"f\", \"SELECT 1\")") with
        {
            Fileless = "Function(\"f\")",
            Common = "Returns = \"integer\"",
            Values = new(Former) { ["Volatility"] = "Volatility.Immutable" },
        },
        ["Grant"] = OnClass("Grant(\"SELECT\", To = \"r\")", ", Sequence(\"s\")") with
        {
            Fixed = ["To"],
            Values = new() { ["On"] = "\"s\"" },
        },
        ["Identity"] = new("[Table] public class T { [PrimaryKey] $ public long Id { get; set; } }", "Identity", ""),
        ["Index"] = OnProperty("Index", "string") with
        {
            Values = new() { ["Nulls"] = "NullsOrder.First", ["Include"] = "new[] { \"Other\" }" },
            Needs = new() { ["Parser"] = "Method = \"FULLTEXT\"", ["NullsNotDistinct"] = "Unique = true" },
        },
        ["MaterializedView"] = OnAssembly("MaterializedView(\"v\", \"SELECT 1 AS a\")") with
        {
            Fileless = "MaterializedView(\"v\")",
            Values = Former,
        },
        ["MaxLength"] = OnProperty("MaxLength(9)", "string"),
        ["OnUpdate"] = OnProperty("OnUpdate(\"CURRENT_TIMESTAMP\")", "DateTime"),
        ["Partition"] =
            OnClass("Partition(\"p\", \"DEFAULT\")",
                ", PartitionBy(\"RANGE (id)\"), Partition(\"q\", \"DEFAULT\")") with { Values = new() { ["Of"] = "\"q\"" } },
        ["PartitionBy"] = OnClass("PartitionBy(\"RANGE (id)\")"),
        ["Policy"] = OnClass("Policy(\"p\", Using = \"id > 0\")", ", RowLevelSecurity") with
        {
            Values = new() { ["Command"] = "PolicyCommand.Update" },
            Fixed = ["Using"],
        },
        ["Precision"] = OnProperty("Precision(9, 2)", "decimal"),
        ["PrimaryKey"] = new("[Table, $] public class T { public long A { get; set; } public long? Other { get; set; } }",
            "PrimaryKey(\"A\")", "Comment(\"x\")") { Values = new() { ["Include"] = "new[] { \"Other\" }" } },
        ["Procedure"] = OnAssembly("Procedure(\"f\", \"SELECT 1\")") with
        {
            Fileless = "Procedure(\"f\")",
            Values = new(Former) { ["DataAccess"] = "DataAccess.NoSql" },
        },
        ["RenamedFrom"] = OnClass("RenamedFrom(\"former\")"),
        ["RowLevelSecurity"] = OnClass("RowLevelSecurity"),
        ["Sequence"] = OnClass("Sequence(\"s\")") with { Values = new() { ["OwnedBy"] = "\"Id\"" }, Needs = InSchema },
        ["SqlObject"] =
            OnAssembly("SqlObject(\"x\", Create = new[] { \"SELECT 1\" }, Drop = new[] { \"SELECT 2\" })") with
            {
                Bodies = ["CreateFile", "DropFile"],
                Values = new() { ["DependsOn"] = "new[] { \"t\" }" },
                Bases = new()
                {
                    ["Create"] = "SqlObject(\"x\", Drop = new[] { \"SELECT 2\" })",
                    ["CreateFile"] = "SqlObject(\"x\", Drop = new[] { \"SELECT 2\" })",
                    ["Drop"] = "SqlObject(\"x\", Create = new[] { \"SELECT 1\" })",
                    ["DropFile"] = "SqlObject(\"x\", Create = new[] { \"SELECT 1\" })",
                },
            },
        ["SchemaOptions"] = OnAssembly("SchemaOptions(\"sales\")") with { Values = Former },
        ["Strict"] = OnClass("Strict"),
        ["Table"] = new($"$ public class T {{ {Id} }}", "Table(\"t2\")", ""),
        ["TableOption"] = OnClass("TableOption(\"ENGINE\", \"MyISAM\")"),
        ["Trigger"] = OnClass($"{Trigger}, \"SELECT 1;\")") with
        {
            Fileless = $"{Trigger})", Bodies = ["File", "Function"],
            Values = new(Former) { ["UpdateOf"] = "new[] { \"Id\" }", ["Function"] = "\"f()\"" },
            Needs = new() { ["Deferrability"] = "Constraint = true", ["From"] = "Constraint = true" },
            Bases = new[] { "PerStatement", "Constraint", "Deferrability", "From", "OldTable", "NewTable", "State", "RenamedFrom",
                "Comment" }.ToDictionary(a => a, _ => $"{Trigger}, Function = \"f()\")"),
        },
        ["Unique"] = OnProperty("Unique", "long") with { Values = new() { ["Include"] = "new[] { \"Other\" }" } },
        ["Unlogged"] = OnClass("Unlogged"),
        ["View"] = OnAssembly("View(\"v\", \"SELECT 1 AS a\")") with { Fileless = "View(\"v\")", Values = Former },
        ["WithoutRowid"] = OnClass("WithoutRowid"),
    };

    private static AttributeSample OnClass(string attribute, string more = "") =>
        new($"[Table{more}] $ public class T {{ {Id} public long? Other {{ get; set; }} }}", attribute, "");

    private static AttributeSample OnProperty(string attribute, string type) =>
        new($"[Table] public class T {{ {Id} $ public {type} A {{ get; set; }} = default!; public long? Other {{ get; set; }} }}",
            attribute, "");

    private static AttributeSample OnAssembly(string attribute) => new($"[assembly: $] [Table] public class T {{ {Id} }}", attribute, "");
}

/// <summary>A project with a place for an attribute.</summary>
/// <param name="Template">The source.</param>
/// <param name="Attribute">The attribute without further arguments.</param>
/// <param name="Nothing">What stands there instead, for the project without it.</param>
internal sealed record AttributeSample(string Template, string Attribute, string Nothing)
{
    /// <summary>The attribute without a body of its own, for an argument that gives the body.</summary>
    public string Fileless { get; init; } = Attribute;

    /// <summary>The attribute to which an argument is added, where the plain one is for other providers.</summary>
    public Dictionary<string, string> Bases { get; init; } = [];

    /// <summary>Arguments that give a body.</summary>
    public string[] Bodies { get; init; } = ["File"];

    /// <summary>Arguments that the sample itself gives already: they get another value.</summary>
    public string[] Fixed { get; init; } = [];

    /// <summary>An argument that every use of the attribute needs.</summary>
    public string Common { get; init; } = "";

    /// <summary>Values of arguments that are not like any other of their type.</summary>
    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>What has to be given besides an argument.</summary>
    public Dictionary<string, string> Needs { get; init; } = [];

    /// <summary>The project without the attribute.</summary>
    public string Without => Fill("", isAttribute: false);

    /// <summary>The project with the attribute alone.</summary>
    public string Plain => Fill(Call(Attribute, Common), isAttribute: true);

    /// <summary>The project without and with one more argument.</summary>
    public (string Plain, string Given) With(PropertyInfo property)
    {
        var isBody = Bodies.Contains(property.Name);
        var needs = string.Join(", ",
            new[] { Common, Needs.GetValueOrDefault(property.Name, "") }.Where(a =>
                a.Length > 0 && !a.StartsWith(property.Name + " ", StringComparison.Ordinal)));
        var value = $"{property.Name} = {Values.GetValueOrDefault(property.Name) ?? Value(property.PropertyType)}";
        var attribute = Fixed.Contains(property.Name) ? Attribute[..Attribute.IndexOf(',', StringComparison.Ordinal)] + ")"
            : isBody ? Fileless
            : Attribute;
        if (Bases.TryGetValue(property.Name, out var other)) attribute = other;
        return (Fill(Call(other ?? Attribute, needs), isAttribute: true),
            Fill(Call(attribute, needs.Length == 0 ? value : needs + ", " + value), isAttribute: true));
    }

    private string Fill(string attribute, bool isAttribute)
    {
        if (isAttribute)
            return Template.Contains("[assembly: $]", StringComparison.Ordinal) || Template.Contains(", $]", StringComparison.Ordinal)
                ? Template.Replace("$", attribute, StringComparison.Ordinal)
                : Template.Replace("$", $"[{attribute}]", StringComparison.Ordinal);
        return Template.Replace("[assembly: $]", "", StringComparison.Ordinal)
            .Replace(", $]", Nothing.Length == 0 ? "]" : $", {Nothing}]", StringComparison.Ordinal)
            .Replace("$", "", StringComparison.Ordinal);
    }

    private static string Call(string attribute, string argument)
    {
        if (argument.Length == 0) return attribute;
        return attribute.EndsWith(')') ? $"{attribute[..^1]}, {argument})" : $"{attribute}({argument})";
    }

    private static string Value(Type type) => type switch
    {
        _ when type == typeof(bool) => "true",
        _ when type == typeof(int) || type == typeof(long) => "5",
        _ when type == typeof(string[]) => "new[] { \"fillfactor=70\" }",
        { IsEnum: true } => $"({type.Name}){Enum.GetValuesAsUnderlyingType(type).Cast<object>().Last()}",
        _ => "\"Body.sql\"",
    };
}
