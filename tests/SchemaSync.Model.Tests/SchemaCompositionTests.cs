namespace SchemaSync.Model.Tests;

/// <summary>Parts of one schema that declare into several schemas of the database.</summary>
public sealed class SchemaCompositionTests
{
    private static readonly ProviderProfile Profile = ProviderProfile.Find(ProviderNames.PostgreSql)!;

    [Fact]
    public void One_name_in_two_schemas_is_two_objects()
    {
        var parts = new[] { Part("Sales", Table("sales.orders")), Part("Stock", Table("stock.orders")), Part("App", Table("orders")) };
        var composed = SchemaComposition.Of(parts, Profile);
        Assert.Empty(composed.Findings);
        Assert.Equal(["sales.orders", "stock.orders", "orders"], composed.Model.Objects.Select(o => o.Name.ToString()));
        Assert.Equal("Stock.cs", composed.Locations[ObjectId.Top(ObjectKind.Table, QualifiedName.Parse("stock.orders"))].File);
    }

    [Theory]
    [InlineData("sales.orders", true)]
    [InlineData("stock.ix", true)]
    [InlineData("sales.ix", false)]
    [InlineData("orders", false)]
    public void One_name_in_one_schema_is_told_at_both_places(string view, bool clashes)
    {
        var parts = new[] { Part("Sales", Table("sales.orders")),
            Part("Stock", Table("stock.lines", index: "ix")), Part("Crm", View(view)) };
        var found = SchemaComposition.Of(parts, Profile).Findings;
        Assert.Equal(clashes ? ["SSY0130", "SSY0130"] : [], found.Select(f => f.Entry.Code));
        if (clashes) Assert.Contains(found, f => f.Location!.File == "Crm.cs");
    }

    [Theory]
    [InlineData("sales.orders", null)]
    [InlineData("orders", "table orders")]
    [InlineData("sales.lines", "table sales.lines")]
    [InlineData("auth.users", null)]
    public void A_foreign_key_leads_into_the_schema_it_names(string target, string? missing)
    {
        var key = new ForeignKey { Columns = [new("id")], ReferencedTable = QualifiedName.Parse(target), ReferencedColumns = [new("id")] };
        var lines = Part("App", Table("lines") with { ForeignKeys = [key] }) with { Parts = ["Sales"] };
        var found = SchemaComposition.Of([lines, Part("Sales", Table("sales.orders"))], Profile).Findings;
        Assert.Equal(missing is null ? [] : ["SSY0919"], found.Select(f => f.Entry.Code));
        if (missing is not null) Assert.Contains(missing, found[0].Message, StringComparison.Ordinal);
    }

    private static ComposedPart Part(string assembly, TopLevelObject subject)
    {
        var places = new Dictionary<ObjectId, SourceLocation> { [ObjectId.Of(subject)] = new($"{assembly}.cs", 1, 1, 1, 2) };
        return new(assembly, new() { Providers = [ProviderNames.PostgreSql], Objects = [subject] }, places);
    }

    private static Table Table(string name, string? index = null) => new()
    {
        Name = QualifiedName.Parse(name),
        Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int64 } }],
        Indexes = index is null ? [] : [new() { Name = new(index), Columns = [new() { Column = new("id") }] }],
    };

    private static View View(string name) => new() { Name = QualifiedName.Parse(name), Definition = new("SELECT 1 AS a") };
}
