using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// Objects of others that use what a plan drops or gives another type. The server knows them all (pg_depend), wherever they are, and
/// refuses the statement in the middle of the run; ours are in the proof, so only those of others are looked for.
/// </summary>
internal static class OthersInTheWay
{
    // Behind a view stands its rule, behind a default its table; what stands on something is named with it. Extended statistics go with a
    // column of theirs without a word, and stand in the way of a type that has no order.
    private const string Query = """
        WITH gone AS MATERIALIZED (
          SELECT r.* FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::text[])
            WITH ORDINALITY AS r(what, place, name, part, type, n)),
        unordered AS MATERIALIZED (
          SELECT g.n FROM gone g
            JOIN pg_type y ON y.oid = coalesce(to_regtype(g.type), CASE WHEN strpos(g.type, '.') = 0
              THEN to_regtype(concat(quote_ident($5::text), '.', g.type)) END)::oid
            JOIN pg_type b ON b.oid = CASE WHEN y.typtype::text = 'd'::text THEN y.typbasetype
              WHEN y.typcategory::text = 'A'::text AND y.typelem <> 0::oid THEN y.typelem ELSE y.oid END
          WHERE g.what = 'unordered'::text AND b.typtype::text = 'b'::text AND NOT EXISTS (
            SELECT 1 FROM pg_opclass o JOIN pg_am m ON m.oid = o.opcmethod AND m.amname::text = 'btree'::text
            WHERE o.opcdefault AND (o.opcintype = b.oid OR EXISTS (SELECT 1 FROM pg_cast k
              WHERE k.castsource = b.oid AND k.casttarget = o.opcintype AND k.castmethod::text = 'b'::text)))),
        relation AS MATERIALIZED (
          SELECT g.n, g.what, g.part, c.oid FROM gone g JOIN pg_namespace s ON s.nspname::text = g.place
            JOIN pg_class c ON c.relnamespace = s.oid AND c.relname::text = g.name
            WHERE g.what <> 'type'::text AND g.what <> 'routine'::text
              AND (g.what <> 'unordered'::text OR g.n IN (SELECT u.n FROM unordered u))),
        type AS MATERIALIZED (
          SELECT g.n, t.oid, t.typarray FROM gone g JOIN pg_namespace s ON s.nspname::text = g.place
            JOIN pg_type t ON t.typnamespace = s.oid AND t.typname::text = g.name WHERE g.what = 'type'::text
          UNION ALL SELECT r.n, t.oid, t.typarray FROM relation r JOIN pg_type t ON t.typrelid = r.oid WHERE r.what = 'relation'::text),
        referred AS (
          SELECT r.n, r.what, 'pg_class'::regclass::oid AS classid, r.oid AS objid, 0 AS subid FROM relation r
            WHERE r.what = 'relation'::text
          UNION ALL SELECT t.n, 'type', 'pg_type'::regclass::oid, t.oid, 0 FROM type t
          UNION ALL SELECT t.n, 'type', 'pg_type'::regclass::oid, t.typarray, 0 FROM type t WHERE t.typarray <> 0::oid
          UNION ALL SELECT r.n, r.what, 'pg_class'::regclass::oid, r.oid, a.attnum::integer FROM relation r
            JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname::text = r.part AND NOT a.attisdropped
            WHERE r.what = ANY ('{column,retyped,unordered}'::text[])
          UNION ALL SELECT r.n, r.what, x.classid, x.objid, 0 FROM relation r
            JOIN pg_constraint k ON k.conrelid = r.oid AND k.conname::text = r.part
            CROSS JOIN LATERAL (VALUES ('pg_constraint'::regclass::oid, k.oid), ('pg_class'::regclass::oid, k.conindid))
              AS x(classid, objid)
            WHERE r.what = 'constraint'::text AND k.contype::text = ANY ('{p,u,x}'::text[])
          UNION ALL SELECT g.n, g.what, 'pg_proc'::regclass::oid, p.oid, 0 FROM gone g JOIN pg_namespace s ON s.nspname::text = g.place
            JOIN pg_proc p ON p.pronamespace = s.oid AND p.proname::text = g.name
            WHERE g.what = 'routine'::text
              AND replace(oidvectortypes(p.proargtypes), concat(quote_ident($5::text), '.'), '') = g.part),
        hit AS (
          SELECT DISTINCT r.n, d.classid, d.objid, d.objsubid FROM referred r
            JOIN pg_depend d ON d.refclassid = r.classid AND d.refobjid = r.objid AND (r.subid = 0 OR d.refobjsubid = r.subid)
          WHERE (d.deptype::text = 'n'::text AND r.what <> 'unordered'::text AND (r.what <> 'retyped'::text OR d.classid = ANY (ARRAY[
            'pg_rewrite'::regclass::oid, 'pg_policy'::regclass::oid, 'pg_trigger'::regclass::oid, 'pg_proc'::regclass::oid,
            'pg_publication_rel'::regclass::oid])))
            OR (d.deptype::text = 'a'::text AND r.what = ANY ('{column,unordered}'::text[])
              AND d.classid = 'pg_statistic_ext'::regclass::oid)),
        owned AS (
          SELECT h.*, coalesce(w.ev_class, f.adrelid, nullif(k.conrelid, 0::oid), g.tgrelid, p.polrelid, i.indrelid, c.oid,
            nullif(t.typrelid, 0::oid)) AS relation,
            coalesce(nullif(k.contypid, 0::oid), t.oid) AS type, r.oid AS routine, x.stxname::text AS statistics,
            w.oid IS NOT NULL AND w.rulename::text = '_RETURN'::text AS is_view
          FROM hit h
            LEFT JOIN pg_rewrite w ON h.classid = 'pg_rewrite'::regclass::oid AND w.oid = h.objid
            LEFT JOIN pg_attrdef f ON h.classid = 'pg_attrdef'::regclass::oid AND f.oid = h.objid
            LEFT JOIN pg_constraint k ON h.classid = 'pg_constraint'::regclass::oid AND k.oid = h.objid
            LEFT JOIN pg_trigger g ON h.classid = 'pg_trigger'::regclass::oid AND g.oid = h.objid
            LEFT JOIN pg_policy p ON h.classid = 'pg_policy'::regclass::oid AND p.oid = h.objid
            LEFT JOIN pg_class c ON h.classid = 'pg_class'::regclass::oid AND c.oid = h.objid
            LEFT JOIN pg_index i ON i.indexrelid = c.oid
            LEFT JOIN pg_type t ON h.classid = 'pg_type'::regclass::oid AND t.oid = h.objid
            LEFT JOIN pg_proc r ON h.classid = 'pg_proc'::regclass::oid AND r.oid = h.objid
            LEFT JOIN pg_statistic_ext x ON h.classid = 'pg_statistic_ext'::regclass::oid AND x.oid = h.objid)
        SELECT DISTINCT o.n::integer,
          CASE WHEN o.relation IS NOT NULL THEN 'relation'::text WHEN o.type IS NOT NULL THEN 'type'::text
            WHEN o.routine IS NOT NULL THEN 'routine'::text ELSE '' END,
          coalesce(s.nspname::text, ''), coalesce(c.relname::text, t.typname::text, r.proname::text, o.statistics, ''),
          coalesce(replace(oidvectortypes(r.proargtypes), concat(quote_ident($5::text), '.'), ''), ''),
          replace(CASE WHEN o.is_view THEN pg_describe_object('pg_class'::regclass::oid, o.relation, 0)
            ELSE pg_describe_object(o.classid, o.objid, o.objsubid) END, concat(quote_ident($5::text), '.'), '')
        FROM owned o LEFT JOIN pg_class c ON c.oid = o.relation LEFT JOIN pg_type t ON o.relation IS NULL AND t.oid = o.type
          LEFT JOIN pg_proc r ON r.oid = o.routine
          LEFT JOIN pg_namespace s ON s.oid = coalesce(c.relnamespace, t.typnamespace, r.pronamespace)
        ORDER BY 1, 6
        """;

    /// <summary>One finding (SSY0527) for each of them and each statement that it is in the way of.</summary>
    /// <param name="connection">The live database.</param>
    /// <param name="schema">The tenant's own schema.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Diagnostic>> FindAsync(
        NpgsqlConnection connection, string schema, Plan plan, CancellationToken cancellationToken)
    {
        var removals = Removals.Of(plan);
        if (removals.Count == 0) return [];
        var ours = plan.From.Objects.Select(o => Key(o, schema)).ToHashSet();
        var command = new NpgsqlCommand(Query, connection);
        foreach (var column in (string[][])
            [[.. removals.Select(r => r.What)], [.. removals.Select(r => r.Name.IsQualified ? r.Name.Schema.Value : schema)],
            [.. removals.Select(r => r.Name.Name.Value)], [.. removals.Select(r => r.Part)]])
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = column });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. removals.Select(r => r.Becomes)] });
        // What is SQL alone and goes before what it needs; of what the server shows, the name tells.
        var going = plan.Steps.Where(s => s.Drops).Select(s => s.Subject.Name.Value).ToHashSet(StringComparer.Ordinal);
        var found = new List<Diagnostic>();
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var key = (reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
                    if (ours.Contains(key) || going.Contains(key.Item3)) continue;
                    var removal = removals[reader.GetInt32(0) - 1];
                    found.Add(Diagnostic.Of(ExecutionDiagnostics.OthersInTheWay, removal.Step.Serves, reader.GetString(5), Words(removal))
                        with { Subject = removal.Step.Subject });
                }
            }
        }

        return [.. found.DistinctBy(d => d.Message)];
    }

    private static (string What, string Schema, string Name, string Signature) Key(TopLevelObject subject, string schema)
    {
        var what = subject switch { Routine => Removal.Routine, EnumType or Domain => Removal.Type, _ => Removal.Relation };
        // What stands on a table is the table's.
        var name = subject is Trigger trigger ? trigger.On : subject.Name;
        return (what, name.IsQualified ? name.Schema.Value : schema, name.Name.Value, (subject as Routine)?.Signature ?? "");
    }

    private static string Words(Removal removal) => removal.What switch
    {
        Removal.Column or Removal.Retyped or Removal.Unordered => $"column {removal.Name}.{removal.Part}",
        Removal.Constraint => $"constraint {removal.Name}.{removal.Part}",
        Removal.Routine => $"{removal.Name}({removal.Part})",
        _ => removal.Name.ToString(),
    };
}
