namespace SchemaSync.Generators.Tests;

/// <summary>Types of properties that no column holds by itself, and what is said of them.</summary>
public sealed class StoredTypeTests
{
    private const string Head = "using System.Collections; using System.Collections.Immutable; using System.Collections.ObjectModel; "
        + "using System.Net; using System.Net.NetworkInformation; using System.Numerics; using System.Text.Json;\n";

    [Theory]
    [InlineData("Uri", "String", "String", "String")]
    [InlineData("Uri?", "String?", "String?", "String?")]
    [InlineData("Half", "Single", "Single", "Single")]
    [InlineData("Half?", "Single?", "Single?", "Single?")]
    [InlineData("Int128", "numeric(39)", "decimal(39)", "TEXT")]
    [InlineData("UInt128?", "numeric(39)?", "decimal(39)?", "TEXT?")]
    [InlineData("BigInteger", "numeric", "SSY0005", "TEXT")]
    [InlineData("IPAddress", "inet", "varchar(45)", "TEXT")]
    [InlineData("IPNetwork?", "cidr?", "varchar(49)?", "TEXT?")]
    [InlineData("PhysicalAddress", "macaddr", "varchar(20)", "TEXT")]
    [InlineData("BitArray", "bit varying", "SSY0005", "SSY0005")]
    [InlineData("Dictionary<string, string>", "Json", "Json", "Json")]
    [InlineData("IReadOnlyDictionary<string, int>?", "Json?", "Json?", "Json?")]
    [InlineData("Dictionary<string, object?>", "Json", "Json", "Json")]
    [InlineData("Dictionary<int, string>", "SSY0005", "SSY0005", "SSY0005")]
    [InlineData("Dictionary<string, Version>", "SSY0005", "SSY0005", "SSY0005")]
    [InlineData("ICollection<string>", "String[]", "SSY0012", "SSY0012")]
    [InlineData("HashSet<int>", "Int32[]", "SSY0012", "SSY0012")]
    [InlineData("ISet<Guid>?", "Guid[]?", "SSY0012", "SSY0012")]
    [InlineData("IEnumerable<long>", "Int64[]", "SSY0012", "SSY0012")]
    [InlineData("ImmutableArray<short>", "Int16[]", "SSY0012", "SSY0012")]
    [InlineData("ObservableCollection<DateOnly>", "Date[]", "SSY0012", "SSY0012")]
    [InlineData("List<Uri>", "String[]", "SSY0012", "SSY0012")]
    [InlineData("IPAddress[]", "inet[]", "SSY0005", "SSY0005")]
    [InlineData("IReadOnlyList<BigInteger>", "numeric[]", "SSY0005", "SSY0005")]
    [InlineData("IComparer<string>", "SSY0005", "SSY0005", "SSY0005")]
    [InlineData("IAsyncEnumerable<string>", "SSY0005", "SSY0005", "SSY0005")]
    [InlineData("Lazy<string>", "SSY0005", "SSY0005", "SSY0005")]
    [InlineData("Dictionary<string, string>[]", "Json[]", "SSY0012", "SSY0012")]
    public async Task A_type_of_the_framework_has_the_column_that_holds_all_its_values(string type, params string[] columns)
    {
        foreach (var (provider, column) in new[] { ProviderNames.PostgreSql, ProviderNames.MySql, ProviderNames.Sqlite }.Zip(columns))
        {
            var found = await Columns($"public {type} Value {{ get; set; }} = default!;", provider);
            Assert.Equal($"{provider}: {column}", $"{provider}: {found}");
        }
    }

    [Theory]
    [InlineData("", "[MaxLength(200)] public Uri Value { get; set; } = null!;", "String(200)")]
    [InlineData("", "[Column(Type = \"varchar(10)\")] public IPAddress Value { get; set; } = null!;", "varchar(10)")]
    [InlineData("", "[Column(Type = \"varchar(10)\", Provider = Provider.Sqlite)] public IPAddress Value { get; set; } = null!;", "inet")]
    [InlineData("", "[Ignore] public IPAddress Value { get; set; } = null!;", "")]
    [InlineData("", "public IPAddress Value => IPAddress.Any;", "")]
    [InlineData("IPAddress, \"text\"", "public IPAddress Value { get; set; } = null!;", "text")]
    [InlineData("IPAddress, \"text\", Provider = Provider.Sqlite", "public IPAddress Value { get; set; } = null!;", "SSY0005")]
    [InlineData("Code, \"uuid\"", "public Code Value { get; set; }", "uuid")]
    [InlineData("Code, \"uuid\"", "public Code? Value { get; set; }", "uuid?")]
    [InlineData("Code, \"uuid\"", "public Code Value => default;", "")]
    [InlineData("Code, \"uuid\"", "public List<Code> Value { get; set; } = null!;", "uuid[]")]
    [InlineData("Code, typeof(long)", "public HashSet<Code> Value { get; set; } = null!;", "Int64[]")]
    [InlineData("Code, typeof(long), Provider = Provider.PostgreSql", "public Code Value { get; set; }", "SSY0015")]
    public async Task What_is_said_nearer_counts(string said, string property, string column)
    {
        var stored = said.Length == 0 ? "" : $"[assembly: ColumnType(typeof({said.Insert(said.IndexOf(','), ")")})]";
        Assert.Equal(column, await Columns(property, ProviderNames.PostgreSql, stored));
    }

    [Theory]
    [InlineData("[Key, {0}] public Guid Id {{ get; set; }}", "SSY0016")]
    [InlineData("[Key, {0}] public string Id {{ get; set; }} = null!;", "SSY0016")]
    [InlineData("[Key] public long Id {{ get; set; }} [{0}] public double Value {{ get; set; }}", "SSY0009")]
    public async Task A_value_that_Entity_Framework_makes_is_said_to_be_none_of_the_database(string properties, string code)
    {
        const string Generated = "System.ComponentModel.DataAnnotations.Schema.DatabaseGenerated("
            + "System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedOption.Identity)";
        var source = "using System.ComponentModel.DataAnnotations;\n[System.ComponentModel.DataAnnotations.Schema.Table(\"t\")] "
            + $"public class T {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, properties, Generated)} }}";
        var found = await Analyzed.Diagnostics(Project.Of(source) with { Providers = ProviderNames.PostgreSql });
        Assert.Contains(code, found.Select(f => f.Id));
        Assert.DoesNotContain(found, f => f.Id is "SSY0009" && code != "SSY0009");
    }

    // The column of the property, or the codes that are said of it.
    private static async Task<string> Columns(string property, string provider, string stored = "")
    {
        var project = Project.Of($"{Head}{stored} public struct Code {{ }} "
            + $"[Table(\"t\")] public class T {{ [PrimaryKey] public long Id {{ get; set; }} {property} }}") with { Providers = provider };
        var found = await Analyzed.Diagnostics(project);
        if (found.Length > 0) return string.Join(" ", found.Select(f => f.Id).Distinct().Order(StringComparer.Ordinal));
        return string.Join(" ", Generated.From(project).Table("t").Columns.Skip(1)
            .Select(c => (c.Type.Native ?? $"{c.Type.Logical}{(c.Type.MaxLength is { } n ? $"({n})" : "")}{(c.Type.IsArray ? "[]" : "")}")
                + (c.Nullable ? "?" : "")));
    }
}
