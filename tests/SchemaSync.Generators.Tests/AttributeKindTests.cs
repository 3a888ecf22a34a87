using System.Reflection;

namespace SchemaSync.Generators.Tests;

/// <summary>The table of attributes says what their classes and their page say.</summary>
public class AttributeKindTests
{
    private static readonly Type[] Classes =
        [.. typeof(TableAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(SchemaAttribute)))];

    private static readonly (Placement Place, string Word, AttributeTargets Target)[] Places =
    [
        (Placement.Assembly, "assembly", AttributeTargets.Assembly),
        (Placement.Table | Placement.View | Placement.MaterializedView | Placement.Composite | Placement.Configuration, "class",
            AttributeTargets.Class),
        (Placement.TableProperty | Placement.ViewProperty | Placement.MaterializedViewProperty
            | Placement.CompositeProperty, "property", AttributeTargets.Property),
        (Placement.Enum, "enum", AttributeTargets.Enum),
        (Placement.EnumValue, "values", AttributeTargets.Field),
    ];

    public static TheoryData<string> Kinds => [.. AttributeKind.All.Where(k => !k.IsStandard).Select(k => k.Name)];

    [Fact]
    public void Every_attribute_is_in_the_table_and_no_other() =>
        Assert.Equal(Classes.Select(c => c.Name).Order(StringComparer.Ordinal),
            AttributeKind.All.Where(k => !k.IsStandard).Select(k => $"{k.Name}Attribute").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_may_stand_where_the_compiler_lets_it(string name)
    {
        var targets = Of(name).GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn;
        Assert.Equal(Places.Where(p => targets.HasFlag(p.Target)).Select(p => p.Word), Words(Kind(name)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_rules_are_about_arguments_it_has(string name) =>
        Assert.All(Kind(name).Rules,
            r => Assert.True(r.Argument == AttributeKind.Whole || Of(name).GetProperty(r.Argument) is not null, r.Argument));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_says_where_it_may_stand(string name)
    {
        var rows = AttributePageTests.Rows.Where(r => r.Split('|')[1].Contains($"[{name}]", StringComparison.Ordinal)).ToList();
        Assert.Equal(Words(Kind(name)), Words(rows).Intersect(Words(Kind(name))));
        foreach (var row in rows)
        {
            var known = AttributeKind.All.Where(k => row.Split('|')[1].Contains($"[{k.Name}]", StringComparison.Ordinal)).SelectMany(Words);
            Assert.Empty(Words([row]).Except(known));
        }
    }

    [Fact]
    public void There_is_one_instance_of_each()
    {
        Assert.Same(AttributeKind.Table, AttributeKind.OfClass("TableAttribute"));
        Assert.Same(AttributeKind.OfClass("TheirsAttribute"), AttributeKind.OfClass("TheirsAttribute"));
        Assert.Equal(("Theirs", Placement.None),
            (AttributeKind.OfClass("TheirsAttribute").Name, AttributeKind.OfClass("TheirsAttribute").Placement));
        Assert.DoesNotContain(AttributeKind.OfClass("TheirsAttribute"), AttributeKind.All);
    }

    private static AttributeKind Kind(string name) => AttributeKind.OfClass($"{name}Attribute");

    private static Type Of(string name) => Classes.Single(c => c.Name == $"{name}Attribute");

    private static IEnumerable<string> Words(AttributeKind kind) => Places.Where(p => kind.IsFor(p.Place)).Select(p => p.Word);

    // The cell may say more: "class for several columns".
    private static IEnumerable<string> Words(IEnumerable<string> rows)
    {
        var cells = rows.SelectMany(r => r.Split('|')[2].Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        return Places.Where(p => cells.Contains(p.Word)).Select(p => p.Word);
    }
}
