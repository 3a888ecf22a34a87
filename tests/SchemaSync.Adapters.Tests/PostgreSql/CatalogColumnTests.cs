using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>Nothing that a server keeps about a schema is equal without having been looked at.</summary>
public sealed partial class CatalogColumnTests(PostgreSql18Database newest) : IClassFixture<PostgreSql18Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(18)]
    public void Every_column_of_the_catalogue_is_read_or_left_out_with_a_reason(int major)
    {
        var server = major switch { 13 => TestServer.PostgreSql13, 15 => TestServer.PostgreSql15, _ => TestServer.PostgreSql18 };
        using var connection = server.Connect(server.ConnectionString);
        using var command = connection.CreateCommand();
        var known = CatalogColumns.Read.Keys.Concat(CatalogColumns.Ignored.Select(i => i.Catalogue)).Distinct().ToList();
        command.CommandText =
            "SELECT attrelid::regclass || '.' || attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND "
                + $"attrelid::regclass::text IN ({string.Join(", ", known.Select(k => $"'{k}'"))})";
        var columns = new HashSet<string>();
        using (var reader = command.ExecuteReader()) while (reader.Read()) columns.Add(reader.GetString(0));

        var read = CatalogColumns.Read.SelectMany(c => c.Value.Split(' ').Select(column => $"{c.Key}.{column}")).ToHashSet();
        var ignored = CatalogColumns.Ignored.SelectMany(i => i.Columns.Split(' ').Select(column => $"{i.Catalogue}.{column}")).ToList();
        Assert.Empty(columns.Except(read).Except(ignored));
        Assert.Empty(read.Intersect(ignored));
        var words = PostgreSqlCatalog.Texts(new(major * 10000)).SelectMany(sql => Word().Matches(sql).Select(m => m.Value)).ToHashSet();
        Assert.All(read.Intersect(columns), column => Assert.Contains(column.Split('.')[1], words));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(18)]
    public async Task Every_column_that_is_read_is_in_the_digest_with_the_catalogue_it_refers_to(int major)
    {
        var server = major switch { 13 => TestServer.PostgreSql13, 15 => TestServer.PostgreSql15, _ => TestServer.PostgreSql18 };
        using var connection = (Npgsql.NpgsqlConnection)server.Connect(server.ConnectionString);
        var columns = await SchemaDigests.ColumnsAsync(connection, Token);
        var words = CatalogPiece.All.ToLookup(p => p.Catalogue, p => new PieceFacts(p, columns[p.Catalogue]).Sql);
        var left = from catalogue in CatalogColumns.Read
                   where catalogue.Key != "pg_extension"
                   let texts = string.Join(' ', words[catalogue.Key])
                   from column in columns[catalogue.Key].Select(c => c.Name).Intersect(catalogue.Value.Split(' '))
                   where !texts.Contains(column, StringComparison.Ordinal) && !CatalogReferences.IsIdentity(column)
                   select $"{catalogue.Key}.{column}";
        Assert.Empty(left.Except(["pg_attribute.attnum"]));
        if (major < 14) return;
        var known = new HashSet<string>();
        using var command = new Npgsql.NpgsqlCommand("SELECT fktable::text, fkcols[1], pktable::text FROM pg_get_catalog_foreign_keys() "
            + "WHERE cardinality(fkcols) = 1 AND pktable::text NOT IN ('pg_am', 'pg_language', 'pg_authid', 'pg_tablespace', "
            + "'pg_foreign_server', 'pg_namespace', 'pg_trigger')", connection);
        using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            var (table, column, catalogue) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            if (!columns.Contains(table) || CatalogReferences.IsIdentity(column)
                || CatalogPiece.All.Where(p => p.Catalogue == table).All(p => p.Without.Contains(column))) continue;
            var type = columns[table].Single(c => c.Name == column).Type;
            Assert.True(CatalogReferences.Of(column, type) == catalogue, $"{table}.{column}: {catalogue}");
        }
    }

    [Fact]
    public async Task A_partition_whose_detaching_was_not_finished_says_so()
    {
        using var schema = new PostgreSqlSchema(newest.Database, $"odd_{Guid.NewGuid():n}")
            .Run("CREATE TABLE p (a integer) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p FOR VALUES IN (1); "
            + "SET allow_system_table_mods = on; UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 't'::regclass; "
                + "RESET allow_system_table_mods");
        var snapshot = await Engine.SnapshotAsync(schema.Tenant, Token);
        Assert.Equal(new OpaqueFacet("DETACH PARTITION", "begun and not finished (FINALIZE)"),
            Assert.Single(snapshot.Tables.Single(t => t.Name.Name.Value == "t").Opaque));
    }

    [Theory]
    [InlineData("a integer NOT NULL", "a integer CONSTRAINT own NOT NULL", false)]
    [InlineData("a integer NOT NULL", "a integer NOT NULL NO INHERIT", true)]
    [InlineData("a integer NOT NULL", "a integer); ALTER TABLE t ADD NOT NULL a NOT VALID; SELECT (1", true)]
    [InlineData("a integer CHECK (a > 0)", "a integer CHECK (a > 0) NOT ENFORCED", true)]
    [InlineData("a integer REFERENCES p", "a integer REFERENCES p NOT ENFORCED", true)]
    [InlineData("a integer UNIQUE", "a integer UNIQUE NULLS NOT DISTINCT", true)]
    [InlineData("a int4range, r int4range, UNIQUE (a, r)", "a int4range, r int4range, UNIQUE (a, r WITHOUT OVERLAPS)", true)]
    [InlineData("a integer, b integer GENERATED ALWAYS AS (a) STORED", "a integer, b integer GENERATED ALWAYS AS (a) VIRTUAL", true)]
    [InlineData("a integer CHECK (a > 0)", "a integer CHECK (a > 0) NO INHERIT", true)]
    [InlineData("a integer REFERENCES p", "a integer REFERENCES p DEFERRABLE", true)]
    public async Task Two_tables_that_the_server_tells_apart_are_told_apart_in_both_directions(string one, string other, bool differ)
    {
        var (left, right) = (await Read(one), await Read(other));
        Assert.Equal(differ, left.Fingerprint != right.Fingerprint);
        Assert.Equal(differ, !Differ.Compare(left, right, new PostgreSqlAdapter().OfflineDialect).IsEmpty);
        Assert.Equal(differ, !Differ.Compare(right, left, new PostgreSqlAdapter().OfflineDialect).IsEmpty);
    }

    private async Task<Snapshot> Read(string columns)
    {
        using var schema =
            new PostgreSqlSchema(newest.Database,
                $"two_{Guid.NewGuid():n}").Run($"CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE t ({columns})");
        var snapshot = await Engine.SnapshotAsync(schema.Tenant, Token);
        Assert.Empty(snapshot.Unsupported);
        return snapshot;
    }

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Word();
}
