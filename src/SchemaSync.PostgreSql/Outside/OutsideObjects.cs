using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>Asks whether what objects of ours need of others is there.</summary>
internal static class OutsideObjects
{
    // Names of types are printed with their schemas, where that is not the server's own.
    private const string Query = """
        SELECT w.place, CASE w.kind
            WHEN 'schema' THEN n.oid IS NOT NULL
            WHEN 'routine' THEN EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = n.oid AND p.proname = w.name
                AND oidvectortypes(p.proargtypes) = w.signature)
            WHEN 'relation' THEN EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = w.name)
            ELSE EXISTS (SELECT FROM pg_type t WHERE t.typnamespace = n.oid AND t.typname = w.name) END, n.oid IS NOT NULL
        FROM unnest($1, $2, $3, $4) WITH ORDINALITY w(kind, schema, name, signature, place) LEFT JOIN pg_namespace n ON n.nspname = w.schema
        """;

    private static readonly HashSet<ObjectKind> Relations = [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView,
        ObjectKind.Sequence, ObjectKind.ForeignTable, OtherKinds.Relation];

    /// <summary>One finding (SSY0218, SSY0219) for each that is not there, or that the account may not refer to.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindMissingAsync(NpgsqlConnection connection, string own,
        IReadOnlyList<ExternalNeed> needs, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var need in needs.Where(n => n.IsKey))
        {
            var table = await OutsideTable.FindAsync(connection, need.Target.QualifiedName, cancellationToken).ConfigureAwait(false);
            var fault = OutsideTable.OwnFault(need.User, table.Name, own) ?? table.Fault(need.User, [.. need.Columns], need.ReadsRows);
            if (fault is not null) found.Add(fault);
        }

        found.AddRange(await OutsideRoles.FindMissingAsync(connection, [.. needs.Where(n => n.Target.Kind == ObjectKind.Role)],
            cancellationToken).ConfigureAwait(false));
        found.AddRange(await OthersAsync(connection, [.. needs.Where(n => !n.IsKey && n.Target.Kind != ObjectKind.Role)],
            cancellationToken).ConfigureAwait(false));
        return found;
    }

    private static async Task<IReadOnlyList<Diagnostic>> OthersAsync(NpgsqlConnection connection,
        IReadOnlyList<ExternalNeed> needs, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        if (needs.Count == 0) return found;
        var command = new NpgsqlCommand(Query, connection);
        await using (command.ConfigureAwait(false))
        {
            Add(command, needs.Select(n => KindOf(n.Target.Kind)));
            Add(command, needs.Select(n => SchemaOf(n.Target)));
            Add(command, needs.Select(n => n.Target.Name.Value));
            Add(command, needs.Select(n => n.Target.Signature ?? ""));
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (reader.GetBoolean(1)) continue;
                    var need = needs[(int)reader.GetInt64(0) - 1];
                    var why = reader.GetBoolean(2)
                        ? $"the schema {need.Target.Schema} has nothing of that kind and name"
                        : $"there is no schema {SchemaOf(need.Target)}";
                    found.Add(Diagnostic.Of(InspectionDiagnostics.ExternalMissing, need.User.ToString(),
                        need.Target.ToString(), why) with { Subject = need.User });
                }
            }
        }

        return found;
    }

    private static string KindOf(ObjectKind kind) =>
        kind == ObjectKind.Schema ? "schema" : kind.HasSignature ? "routine" : Relations.Contains(kind) ? "relation" : "type";

    private static string SchemaOf(ObjectId target) => target.Kind == ObjectKind.Schema ? target.Name.Value : target.Schema.Value;

    private static void Add(NpgsqlCommand command, IEnumerable<string> values) => command.Parameters.Add(
        new NpgsqlParameter<string[]>
        {
            TypedValue = [.. values],
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text,
        });
}
