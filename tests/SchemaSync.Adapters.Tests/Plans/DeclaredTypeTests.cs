namespace SchemaSync.Adapters.Tests;

/// <summary>No server has told yet what a declaration uses: its types are found in its
/// texts, so that what is new is tried along with them.</summary>
public sealed class DeclaredTypeTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const string Known =
        "create type mood as enum ('a', 'b'); create domain \"My D\" as int "
            + "check (value > 0); create table held(q int); create table other(y int)";

    private static readonly PostgreSqlAdapter Adapter = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create function f(m mood) returns text language sql as 'select ''x''::text'")]
    [InlineData("create function f() returns table (m mood) language plpgsql as 'begin return; end'")]
    [InlineData("create function f(m \"My D\") returns int language plpgsql as 'begin return 1; end'")]
    [InlineData("create procedure f(m mood default 'a') language sql as 'select 1'")]
    [InlineData("create domain e as \"My D\"")]
    [InlineData("create type c as (x mood, y mood[])")]
    [InlineData("create table z(x mood[])")]
    [InlineData("create table z(x held, y held[])")]
    public async Task What_is_new_finds_its_types(string added)
    {
        var normalizer = new ScratchNormalizer(Adapter);
        using var home = new PostgreSqlSchema(server.Database, $"f_{Guid.NewGuid():n}");
        var (before, after) = (await DeclaredAsync(Known), await DeclaredAsync($"{Known}; {added}"));
        var known = new KnownForm(before, await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(before), Token));
        var whole = await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(after), Token);
        Assert.Equal(whole.Fingerprint, (await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(after), known, Token)).Fingerprint);
    }

    /// <summary>A state as if it was declared: what another version printed has to be
    /// tried on this one, and nobody told what it uses.</summary>
    private async Task<Snapshot> DeclaredAsync(string sql)
    {
        using var made = new PostgreSqlSchema(server.Database, $"d_{Guid.NewGuid():n}").Run(sql);
        var read = await new SchemaSyncEngine(new AdapterRegistry(Adapter)).SnapshotAsync(made.Tenant, Token);
        var objects = read.Objects.Where(o => o is not (Schema or Extension)).Select(o => o with { Uses = [] });
        return new() { Form = read.Form with { Major = 1 }, Objects = objects.ToEquatableArray() };
    }
}
