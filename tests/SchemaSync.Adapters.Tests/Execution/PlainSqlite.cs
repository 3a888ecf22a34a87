using Microsoft.Data.Sqlite;
using SchemaSync.Model;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>Real SQLite files with tables of plain columns only: enough to test what the engine does around an adapter.</summary>
internal sealed class PlainSqlite : DatabaseAdapter
{
    public override string Provider => ProviderNames.Sqlite;

    public override Dialect OfflineDialect { get; } = new SqliteDialect();

    public override Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken) => Open(tenant.ConnectionString);

    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) => Open("Data Source=:memory:");

    public override string DisplayName(TenantContext tenant) => tenant.Id;

    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: 5 } => Diagnostic.Of(ExecutionDiagnostics.Locked, tenant.Id, "the timeout"),
        SqliteException e => Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "a statement", tenant.Id, e.Message),
        _ => null,
    };

    private static async Task<DatabaseSession> Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        return new PlainSession(connection);
    }

    private sealed class PlainSession(SqliteConnection connection) : DatabaseSession
    {
        public override Dialect Dialect { get; } = new SqliteDialect();

        public override SchemaInspector Inspector { get; } = new PlainInspector(connection);

        public override MigrationRunner Runner { get; } = new PlainRunner(connection);

        public override System.Data.Common.DbConnection Connection => connection;

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }

    private sealed class PlainInspector(SqliteConnection connection) : SchemaInspector
    {
        public override Task CheckBodiesAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
        {
            var columns = new List<(string Table, Column Column)>();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT t.name, c.name, c.type, c.\"notnull\" FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_schemasync%' ESCAPE '\\' ORDER BY t.name, c.cid";
            using var reader = command.ExecuteReader();
            while (reader.Read()) columns.Add((reader.GetString(0), new() { Name = new(reader.GetString(1)), Type = ColumnType.Of(reader.GetString(2)), Nullable = reader.GetInt64(3) == 0 }));
            var tables = columns.GroupBy(c => c.Table).Select(g => (SchemaObject)new Table { Name = new(g.Key), Columns = g.Select(c => c.Column).ToEquatableArray() });
            return Task.FromResult(new Snapshot { Form = new(ProviderNames.Sqlite, IsServer: true), Objects = tables.ToEquatableArray() });
        }
    }

    private sealed class PlainRunner(SqliteConnection connection) : MigrationRunner
    {
        private bool _locked;

        public override async Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
        {
            connection.DefaultTimeout = Math.Max(1, (int)timeout.TotalSeconds);
            await Run("PRAGMA foreign_keys = OFF");
            await Run("BEGIN IMMEDIATE");
            _locked = true;
        }

        public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) => Task.CompletedTask;

        public override async Task ExecuteAsync(Step step, CancellationToken cancellationToken)
        {
            if (!step.IsAssertion) await Run(step.Sql);
            else if (await SampleAsync(step.Sql, 1, cancellationToken) is [var row]) throw new SchemaSyncException(ExecutionDiagnostics.AssertionFailed, step.Serves, step.Expectation, row);
        }

        public override async Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<string>();
            while (rows.Count < limit && await reader.ReadAsync(cancellationToken)) rows.Add(reader.GetValue(0).ToString()!);
            return rows;
        }

        public override Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override async Task CompleteAsync(CancellationToken cancellationToken)
        {
            await Run("COMMIT");
            _locked = false;
        }

        public override async ValueTask DisposeAsync()
        {
            if (_locked) await Run("ROLLBACK");
            _locked = false;
        }

        private async Task Run(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
