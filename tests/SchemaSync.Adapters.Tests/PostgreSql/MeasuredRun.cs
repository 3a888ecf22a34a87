using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Runs a plan statement by statement, as a person would from its script, and looks at what each one does: the locks it takes on
/// tables that were there, and whether it gives them new files. Both have to be what the plan says.
/// </summary>
public sealed class MeasuredRun : IDisposable
{
    private const string Tables = """
        SELECT c.oid, c.relname || ':' || coalesce(pg_relation_filenode(c.oid)::text, '') FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'm')
          AND c.relname NOT LIKE '\_\_schemasync%'
        """;

    private const string Locks =
        "SELECT relation || ':' || mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted AND database <> 0";

    private readonly NpgsqlConnection _connection;

    private MeasuredRun(PostgreSqlSchema schema)
    {
        _connection = new($"{schema.Tenant.ConnectionString};Pooling=True");
        _connection.Open();
        Execute($"SET search_path = {schema.Quoted}, pg_temp");
        Execute("SET TimeZone = 'UTC'; SET check_function_bodies = off");
    }

    public static void Apply(PostgreSqlSchema schema, Plan plan)
    {
        using var run = new MeasuredRun(schema);
        foreach (var batch in Batch.Of(plan.Steps))
        {
            if (batch.Mode == TransactionMode.None)
            {
                run.Execute(batch.Steps[0].Sql);
                continue;
            }

            run.Execute("BEGIN");
            // Nobody waits for a table that is not committed yet.
            var tables = run.Rows(Tables);
            foreach (var step in batch.Steps) run.Measure(step, tables.Keys.ToHashSet());
            run.Execute("COMMIT");
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Measure(Step step, HashSet<string> known)
    {
        var (tables, locks) = (Rows(Tables).Where(t => known.Contains(t.Key)).ToDictionary(), Rows(Locks).Keys.ToHashSet());
        Execute(PostgreSqlStatement.Undivided(step.Sql));
        var held = Rows(Locks).Keys.Where(l => !locks.Contains(l)).Select(l => l.Split(':')).Where(l => tables.ContainsKey(l[0]))
            .Select(l => Meaning(l[1])).DefaultIfEmpty().Max();
        Assert.True(held <= step.Lock, $"{step.Sql} takes {held} on a table that was there, and the plan says {step.Lock}");
        var files = Rows(Tables);
        var rewritten = tables.Where(t => files.TryGetValue(t.Key, out var now) && now.Split(':')[^1] != t.Value.Split(':')[^1])
            .Select(t => t.Value).ToList();
        // What writes rows one by one stays in the files that are there.
        Assert.True(rewritten.Count > 0 == (step.Rows == RowAccess.Rewrite && step.Sql.Split(' ')[0] is not ("UPDATE" or "INSERT")),
            $"{step.Sql} rewrites [{string.Join(", ", rewritten)}], and the plan says {step.Rows}");
    }

    private static LockMode Meaning(string mode) => mode switch
    {
        "AccessExclusiveLock" => LockMode.BlocksReads,
        "ExclusiveLock" or "ShareRowExclusiveLock" or "ShareLock" => LockMode.BlocksWrites,
        "ShareUpdateExclusiveLock" => LockMode.BlocksDdl,
        _ => LockMode.None,
    };

    private Dictionary<string, string> Rows(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection) { AllResultTypesAreUnknown = true };
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, string>();
        while (reader.Read()) rows[reader.GetString(0)] = reader.GetString(reader.FieldCount - 1);
        return rows;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
