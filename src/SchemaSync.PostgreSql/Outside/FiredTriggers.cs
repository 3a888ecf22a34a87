using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// Functions of others that a trigger would run when a plan gives rows a value: with the rights of who deploys, which are not their
/// owner's. What is declared is run whoever owns it, because its code is the declared one; what is only referred to may be anything.
/// </summary>
internal sealed class FiredTriggers
{
    // Bit 4 of the type of a trigger is UPDATE (the server's catalog/pg_trigger.h). What a partition has from its parent is no other one.
    private const string Query = $"""
        SELECT n.nspname::text, c.relname::text, t.tgname::text, f.nspname::text, p.proname::text, o.rolname::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace f ON f.oid = p.pronamespace JOIN pg_roles o ON o.oid = p.proowner
        WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgtype & 16 <> 0 AND n.nspname::text = ANY ($1) AND {ScratchGuard.Foreign}
        UNION ALL SELECT '', '', '', f.nspname::text, p.proname::text, o.rolname::text
        FROM pg_proc p JOIN pg_namespace f ON f.oid = p.pronamespace JOIN pg_roles o ON o.oid = p.proowner
        WHERE f.nspname::text || '.' || p.proname::text = ANY ($2) AND {ScratchGuard.Foreign}
        """;

    private readonly HashSet<QualifiedName> _filled;
    private readonly Plan _plan;
    private readonly string _own;

    private FiredTriggers(Plan plan, string own)
    {
        (_plan, _own) = (plan, own);
        _filled = plan.Steps.Where(s => s is { Written.Length: > 0, IsAssertion: false, IsHook: false }).Select(s => s.Subject.OwnerName)
            .ToHashSet();
        // A trigger of a partition fires for its parent.
        var partitions = plan.To.Tables.Where(t => !t.PartitionOf.IsEmpty).ToList();
        while (partitions.FindAll(p => _filled.Contains(p.PartitionOf) && _filled.Add(p.Name)).Count > 0)
        {
        }
    }

    /// <summary>Looks at a plan before it runs.</summary>
    /// <exception cref="SchemaSyncException">SSY0241: a trigger of a table that is filled runs such a function.</exception>
    public static async Task RefuseAsync(NpgsqlConnection connection, Plan plan, string[] schemas, CancellationToken cancellationToken)
    {
        var fired = new FiredTriggers(plan, schemas[0]);
        if (fired._filled.Count == 0) return;
        string[] named = [.. fired.Planned.Keys];
        var command = new NpgsqlCommand(Query, connection)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = schemas }, new NpgsqlParameter<string[]> { TypedValue = named } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    fired.Refuse(reader.GetString(0), reader.GetString(1), reader.GetString(2),
                        $"{reader.GetString(3)}.{reader.GetString(4)}", reader.GetString(5));
            }
        }
    }

    /// <summary>The triggers that fire when the plan has made and changed them, by the undeclared functions that they run.</summary>
    private Dictionary<string, Trigger> Planned => _plan.To.Objects.OfType<Trigger>()
        .Where(t => _filled.Contains(t.On) && t.State != TriggerState.Disabled && t.Events.Contains(TriggerEvent.Update))
        .Select(t => (Function: FunctionOf(t), Trigger: t)).Where(f => !IsDeclared(f.Function))
        .DistinctBy(f => f.Function).ToDictionary(f => f.Function, f => f.Trigger, StringComparer.Ordinal);

    private void Refuse(string schema, string table, string trigger, string function, string owner)
    {
        if (table.Length == 0)
        {
            var planned = Planned[function];
            throw Fires(planned.On, planned.Name.Name.Value, function, owner);
        }

        var on = new QualifiedName(schema == _own ? default : new Identifier(schema), new Identifier(table));
        if (!_filled.Contains(on) || IsDeclared(function)) return;
        // One that is declared has its own answer; one that is not goes before rows get their values, where the plan knows of it.
        bool Is(Trigger t) => t.On == on && t.Name.Name.Value == trigger;
        if (!_plan.From.Objects.Concat(_plan.To.Objects).OfType<Trigger>().Any(Is)) throw Fires(on, trigger, function, owner);
    }

    private bool IsDeclared(string function) =>
        _plan.To.Objects.OfType<Routine>().Any(r => Full(r.Name.Schema.Value, r.Name.Name.Value) == function);

    private string FunctionOf(Trigger trigger)
    {
        var tokens = Lexer.Read(trigger.Body.Text).Significant;
        var first = tokens.Count > 0 ? PostgreSqlText.NameOf(tokens[0]) ?? "" : "";
        return tokens.Count > 2 && tokens[1].Is(".") ? $"{first}.{PostgreSqlText.NameOf(tokens[2])}" : Full(null, first);
    }

    private string Full(string? schema, string name) => $"{(string.IsNullOrEmpty(schema) ? _own : schema)}.{name}";

    private static SchemaSyncException Fires(QualifiedName table, string trigger, string function, string owner) =>
        new([Diagnostic.Of(InspectionDiagnostics.FiresCodeOfOthers, table.ToString(), trigger, function, owner) with
        {
            Subject = ObjectId.Top(ObjectKind.Table, table),
        }]);
}
