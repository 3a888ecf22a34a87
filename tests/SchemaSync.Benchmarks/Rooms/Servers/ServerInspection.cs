namespace SchemaSync.Benchmarks;

/// <summary>The inspection of a database with an open connection, and its floor on the same connection.</summary>
internal sealed class ServerInspection(DatabaseAdapter adapter, TenantContext tenant, int tables)
{
    private readonly DatabaseSession _session = adapter.OpenAsync(tenant, SessionAccess.Read, default).GetAwaiter().GetResult();

    public Cost Floor(Func<DatabaseSession, long> read) => Cost.Of(() =>
    {
        if (read(_session) == 0) throw new InvalidOperationException("nothing was read");
    });

    public Cost Ours() => Cost.Of(() =>
    {
        var found = _session.Inspector.InspectAsync(default).GetAwaiter().GetResult().Objects.OfType<Table>().Count();
        if (found != tables) throw new InvalidOperationException($"{found} tables found");
    });
}
