using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

public sealed class SqliteEnumTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new([new SqliteAdapter()]));
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task An_enum_column_is_a_text_that_admits_its_words_only()
    {
        var target = Target(new() { Logical = LogicalType.Enum, Values = ["new", "it's paid"] });
        await Engine.SyncTenantAsync(_file.Tenant, target, execute: true, new(), TestContext.Current.CancellationToken);
        Assert.True((await Engine.ValidateAsync(_file.Tenant, target, TestContext.Current.CancellationToken)).IsEqual);
        Assert.Equal("text", _file.Run("INSERT INTO t (state) VALUES ('it''s paid')").Query("SELECT typeof(state) FROM t"));
        Assert.Contains("CHECK", Assert.Throws<SqliteException>(() => _file.Run("INSERT INTO t (state) VALUES ('other')")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_of_words_and_a_type_of_the_schema_are_refused()
    {
        foreach (var type in (ColumnType[])[new() { Logical = LogicalType.Set, Values = ["a"] },
            new() { Logical = LogicalType.UserDefined, TypeName = new("address") }])
        {
            var refused = Assert.Throws<SchemaSyncException>(() => new SqliteDialect().Lower(Target(type).Model!));
            Assert.Equal("SSY0202", Assert.Single(refused.Diagnostics).Entry.Code);
        }
    }

    private static SchemaTarget Target(ColumnType type) => SchemaTarget.Of(new SchemaModel
    {
        Providers = [ProviderNames.Sqlite],
        Objects = [new Table { Name = new("t"), Columns = [new() { Name = new("state"), Type = type, Nullable = true }] }],
    });
}
