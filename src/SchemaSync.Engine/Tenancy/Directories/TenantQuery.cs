using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>
/// Tenants that a query on a catalogue database names: it returns a column <c>id</c>, and where they are known <c>schema</c>,
/// <c>database</c>, <c>server</c>, <c>connection_variable</c> and <c>group</c>. The query runs in a session that only reads.
/// </summary>
/// <param name="catalog">The database that knows the tenants.</param>
/// <param name="adapter">Of that database.</param>
/// <param name="sql">The query, or <c>@</c> and the file that holds it.</param>
/// <param name="template">What all tenants have in common.</param>
public sealed class TenantQuery(TenantContext catalog, DatabaseAdapter adapter, string sql, TenantTemplate template) : ITenantDirectory
{
    /// <inheritdoc/>
    public string Name => $"the query on {adapter.DisplayName(catalog)}";

    /// <inheritdoc/>
    /// <exception cref="SchemaSyncException">SSY0601: it returns no row, or its file cannot be read. SSY0605: the database refuses it, or
    /// a column is not known. SSY0602 to SSY0608: a row cannot be used. SSY0205: the database cannot be reached.</exception>
    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default) =>
        Edge.RunAsync(adapter, catalog, async () =>
        {
            var query = await TextAsync(cancellationToken).ConfigureAwait(false);
            var session = await PresentDatabase.OpenAsync(adapter, catalog, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var rows = await session.CallAsync(token => ReadAsync(session, query, token), cancellationToken).ConfigureAwait(false);
                return new TenantRows(Name, template).Read(rows);
            }
        });

    private async Task<List<KeyValuePair<string, string?>[]>> ReadAsync(DatabaseSession session, string query,
        CancellationToken cancellationToken)
    {
        try
        {
            await session.EnterAsync(cancellationToken).ConfigureAwait(false);
            var command = session.Connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
#pragma warning disable CA2100 // The query is the user's own, and runs with the user's own rights.
                command.CommandText = query;
#pragma warning restore CA2100
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var rows = new List<KeyValuePair<string, string?>[]>();
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(Row(reader));
                    return rows;
                }
            }
        }
        catch (DbException e)
        {
            var reason = adapter.Explain(catalog, e)?.Message ?? e.Message;
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.BadList, Name, reason)], e);
        }
    }

    private async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        if (sql is not ['@', .. var file])
            return sql.Trim().Length > 0 ? sql : throw new SchemaSyncException(TenancyDiagnostics.BadList, Name, "it is empty");
        try
        {
            return await InputText.ReadAsync(file, InputText.MostOfAList, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.NoTenants, file, FileFault.Of(e))], e);
        }
    }

    private static KeyValuePair<string, string?>[] Row(DbDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => KeyValuePair.Create(reader.GetName(i),
            reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))];
}
