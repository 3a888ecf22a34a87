using SchemaSync.PostgreSql;
using SchemaSync.Sqlite;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>What lies between a database that EF Core made and what we declare.</summary>
internal static class Comparison
{
    private static readonly AdapterRegistry Adapters = new(new PostgreSqlAdapter(), new SqliteAdapter());
    private static readonly SchemaSyncEngine Engine = new(Adapters);

    /// <summary>One line for each difference; empty where both are the same.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(TenantContext tenant, SchemaTarget target,
        CancellationToken cancellation)
    {
        var validation = await Engine.ValidateAsync(tenant, target, cancellation);
        var live = await Engine.SnapshotAsync(tenant.With(target), cancellation);
        var (theirs, ours) = (Names(live), Names(Declared(tenant.Provider, target)));
        return
        [
            .. validation.Diagnostics.Select(d => d.ToString()),
            .. validation.Unmanaged.Select(id => $"not declared: {id}"),
            // A name that only one side gives is no difference to the engine; here both have to give it.
            .. theirs.Except(ours).Select(n => $"EF alone has the name {n}"),
            .. ours.Except(theirs).Select(n => $"we alone have the name {n}"),
        ];
    }

    /// <summary>What we declare, a line for each object with what is not its default.</summary>
    public static IEnumerable<string> Shown(string provider, SchemaTarget target) =>
        from whole in Declared(provider, target).Objects
        from line in whole.Children.Select(c => "  " + Shown(c)).Prepend(Shown(whole))
        select line;

    private static Snapshot Declared(string provider, SchemaTarget target) =>
        Adapters.For(provider).OfflineDialect.Lower(target.Model!);

    private static List<string> Names(Snapshot snapshot) =>
        [.. from table in snapshot.Tables
            from part in table.Children
            where part is not Column
            select $"{table.Name}: {part.Kind} {part.Name.Value}"];

    private static string Shown(SchemaObject subject) =>
        $"{subject.Kind} {subject.Key} "
        + string.Join(", ", FacetList.Of(subject).Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}"));
}
