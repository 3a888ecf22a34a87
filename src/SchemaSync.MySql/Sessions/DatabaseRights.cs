using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>
/// Whether an account may make and drop the databases of a plan: asked before the first statement, for each of them commits by itself.
/// </summary>
internal sealed class DatabaseRights(MySqlConnection connection, MySqlCapabilities server)
{
    /// <summary>Refuses a plan whose databases the account may not make or drop.</summary>
    /// <exception cref="SchemaSyncException">SSY0235: for each of them.</exception>
    public async Task RequireAsync(Plan plan, CancellationToken cancellationToken)
    {
        var needed = plan.Changes.Where(c => c.Subject is Schema && c is Change.Add or Change.Drop { Before: Schema }).ToList();
        if (needed.Count == 0) return;
        var grants = new List<string>();
        using (var command = new MySqlCommand("SHOW GRANTS", connection))
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) grants.Add(reader.GetString(0));
        }

        if (!server.IsMariaDb && Rights.HasRoles(grants))
            await CatalogReader.AddRolesAsync(connection, grants, cancellationToken).ConfigureAwait(false);
        var refused = needed.Select(c => Fault(c, grants)).OfType<Diagnostic>().ToList();
        if (refused.Count > 0) throw new SchemaSyncException(refused);
    }

    private static Diagnostic? Fault(Change change, List<string> grants)
    {
        var (verb, right, name) = (change is Change.Add
            ? "create"
            : "drop", change is Change.Add ? "CREATE" : "DROP", change.Subject.LocalName);
        if (Rights.Has(grants, name.Value, right)) return null;
        var grant = $"{right} ON {MySqlText.Quote(name)}.*";
        return Diagnostic.Of(InspectionDiagnostics.NotItsDatabase, verb, $"the database {name}", grant) with { Subject = change.Id };
    }
}
