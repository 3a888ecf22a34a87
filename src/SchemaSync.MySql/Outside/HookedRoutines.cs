using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// Routines of others that declared SQL names and that run with the rights of whoever calls them. Others, and triggers, have their
/// definer's; what is declared is run whoever defined it.
/// </summary>
internal static class HookedRoutines
{
    private const string Query = "SELECT ROUTINE_SCHEMA, ROUTINE_NAME, DEFINER FROM information_schema.ROUTINES "
        + "WHERE SECURITY_TYPE = 'INVOKER' AND DEFINER <> CURRENT_USER()";

    /// <summary>Looks at a plan before it runs.</summary>
    /// <exception cref="SchemaSyncException">SSY0242: declared SQL would run such a routine.</exception>
    public static async Task RefuseAsync(MySqlConnection connection, Plan plan, CancellationToken cancellationToken)
    {
        var database = connection.Database;
        var declared = plan.To.Objects.OfType<Routine>()
            .Select(r => (r.Name.Schema.IsEmpty ? database : r.Name.Schema.Value, r.Name.Name.Value))
            .ToHashSet();
        foreach (var hook in plan.Steps.Where(s => s.IsHook || s.Subject.Kind == ObjectKind.SqlObject))
        {
            var names = string.Join(", ", Lexer.Read(hook.Sql).Significant.Select(MySqlText.NameOf).OfType<string>().Append(database)
                .Select(MySqlText.Literal).Distinct());
            using var command = new MySqlCommand($"{Query} AND ROUTINE_SCHEMA IN ({names}) AND ROUTINE_NAME IN ({names}) ORDER BY 1, 2",
                connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var (schema, name) = (reader.GetString(0), reader.GetString(1));
                if (declared.Any(d => string.Equals(d.Item2, name, StringComparison.OrdinalIgnoreCase)
                    && string.Equals(d.Item1, schema, StringComparison.OrdinalIgnoreCase))) continue;
                var written = hook.IsHook ? hook.Written : $"{hook.Subject}";
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.HookRunsCodeOfOthers, written,
                    $"{schema}.{name}", reader.GetString(2)) with { Subject = hook.Subject }]);
            }
        }
    }
}
