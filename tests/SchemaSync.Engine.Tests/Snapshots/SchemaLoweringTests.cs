namespace SchemaSync.Engine.Tests;

/// <summary>A declared schema is never left out where there are none: nobody would notice that two tables became one.</summary>
public sealed class SchemaLoweringTests
{
    private static readonly AdapterRegistry Adapters = new(new SqliteAdapter(), new MySqlAdapter(), new MariaDbAdapter());
    private static readonly Table Orders = Of(new(new("sales"), new("orders")));
    private static readonly Trigger Stamp = new()
    {
        Name = new("stamp"), On = Orders.Name, Events = [TriggerEvent.Insert], Body = new("SELECT 1"),
    };

    [Theory]
    [InlineData("table")]
    [InlineData("key")]
    [InlineData("trigger")]
    public void A_provider_without_schemas_refuses_what_is_in_one(string subject)
    {
        const string provider = ProviderNames.Sqlite;
        TopLevelObject declared = subject switch { "table" => Orders, "key" => Lines(Orders.Name), _ => Stamp };
        var refused = Assert.Throws<SchemaSyncException>(() => Lower(provider, declared));
        Assert.Equal("SSY0202", Assert.Single(refused.Diagnostics).Entry.Code);
        // The same without a schema is nothing to refuse.
        Assert.Equal(2, Lower(provider, Of(new("orders")), Lines(new("orders"))).Objects.Count);
    }

    [Theory]
    [InlineData("MySql")]
    [InlineData("MariaDb")]
    public void A_foreign_key_into_another_database_is_kept(string provider) =>
        Assert.Equal("sales.orders", Lower(provider, Lines(Orders.Name)).Tables.Single().ForeignKeys[0].ReferencedTable.ToString());

    [Theory]
    [InlineData("MySql")]
    [InlineData("MariaDb")]
    public void Where_a_schema_is_a_database_it_comes_with_what_is_in_it(string provider)
    {
        Assert.Equal(["schema sales", "table sales.orders"], Lower(provider, Orders).Objects.Select(o => ObjectId.Of(o).ToString()));
        foreach (var schema in (Schema[])[new() { Name = new("sales"), Owner = "o" }, new() { Name = new("sales"), Comment = "c" }])
            Assert.Equal("SSY0202",
                Assert.Single(Assert.Throws<SchemaSyncException>(() => Lower(provider, schema)).Diagnostics).Entry.Code);
    }

    private static Snapshot Lower(string provider, params TopLevelObject[] objects) =>
        Adapters.For(provider).OfflineDialect.Lower(new() { Providers = [provider], Objects = [.. objects] });

    private static Table Of(QualifiedName name) => new()
    {
        Name = name,
        Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int64 } }],
        PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
    };

    private static Table Lines(QualifiedName parent) => Of(new("lines")) with
    {
        ForeignKeys = [new() { Columns = [new("id")], ReferencedTable = parent, ReferencedColumns = [new("id")] }],
    };
}
