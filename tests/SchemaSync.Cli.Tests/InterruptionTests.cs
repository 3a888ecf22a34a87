using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Cli.Tests;

/// <summary>Ctrl-C, and several runs at once: whatever happens to a run, the database is as before it or as after it.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly string _target;

    public InterruptionTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Ctrl_C_while_waiting_for_the_lock_is_SSY0907()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        using var holder = Hold("shop.db");
        using var run = _tool.Start("sync", "--provider", "Sqlite", "--target", _target, "--yes", "--lock-timeout", "600");
        // Only whoever waits opens the file to write; before that, cancelling would not be what this test is about.
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{run.Id}/cmdline").Length > 0 && HasOpen(run, "shop.db"), 30_000));
        Interrupt(run);
        Cancelled(run);
        holder.Dispose();
        Assert.Equal("theirs", _tool.Sql("shop.db", "SELECT group_concat(name) FROM sqlite_schema WHERE name NOT LIKE '@_@_%' ESCAPE '@'"));
    }

    [Fact]
    public void Ctrl_C_in_the_middle_of_a_statement_ends_it_and_leaves_everything_as_it_was()
    {
        // A column that takes minutes to compute for all rows, on a table that has to be copied for it.
        _tool.Sql("shop.db",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                + "n WHERE i < 20000) INSERT INTO customers SELECT i, 'kept' FROM n");
        _tool.Sql("wanted.db",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT, slow "
                + "INTEGER GENERATED ALWAYS AS (length(hex(zeroblob(5000000 + id)))) STORED)");
        using var run = _tool.Start("sync", "--provider", "Sqlite", "--target",
            "Data Source=wanted.db", "--yes", "--allow", "SSY0406;SSY0407");
        // The journal comes with the first statement that writes.
        Assert.True(SpinWait.SpinUntil(() => File.Exists(_tool.File("shop.db-journal")), 30_000), "the run does not begin");
        Interrupt(run);
        Cancelled(run);
        Assert.Equal("20000", _tool.Sql("shop.db", "SELECT count(*) FROM customers WHERE email = 'kept'"));
        Assert.Equal("2", _tool.Sql("shop.db", "SELECT count(*) FROM pragma_table_info('customers')"));
        Assert.Equal("ok", _tool.Sql("shop.db", "PRAGMA integrity_check"));
        Assert.Equal("failed", _tool.Sql("shop.db", "SELECT group_concat(outcome) FROM __schemasync_ledger"));
        _tool.Ends(2, "validate", "--provider", "Sqlite", "--target", "Data Source=wanted.db");
    }

    [Fact]
    public void Ctrl_C_while_rows_are_asked_ends_it_before_anything_was_begun()
    {
        // A check that takes minutes for all rows.
        _tool.Sql("shop.db",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                + "n WHERE i < 20000) INSERT INTO customers SELECT i, 'kept' FROM n");
        _tool.Sql("wanted.db",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT, CHECK (length(hex(zeroblob(5000000 + id))) > 0))");
        using var run = _tool.Start("sync", "--provider", "Sqlite", "--target",
            "Data Source=wanted.db", "--yes", "--allow", "SSY0406;SSY0407");
        Assert.True(SpinWait.SpinUntil(() => IsLocked("shop.db"), 30_000), "the run does not begin");
        Interrupt(run);
        Cancelled(run, "nothing was changed");
        Assert.Equal("customers", _tool.Sql("shop.db", "SELECT group_concat(name) FROM sqlite_schema"));
    }

    [Fact]
    public void Several_processes_at_once_all_end_well_and_one_did_the_work()
    {
        var runs = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4)
            .Select(_ => _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--yes")).ToList();
        Assert.Single(runs, r => r.Output.Contains("applied", StringComparison.Ordinal));
        Assert.Equal(3, runs.Count(r => r.Output.Contains("nothing to do", StringComparison.Ordinal)));
        Assert.Equal("1", _tool.Sql("shop.db", "SELECT count(*) FROM __schemasync_ledger"));
    }

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port={0};Database=d;Username=u;Password=secret;Timeout=600", "INT")]
    [InlineData("MySql", "Server=127.0.0.1;Port={0};Database=d;User ID=u;Password=secret;Connection Timeout=600", "TERM")]
    public void Ctrl_C_ends_a_run_whose_server_says_nothing(string provider, string connection, string signal)
    {
        using var server = new Deaf();
        _tool.With("SCHEMASYNC_CONNECTION", string.Format(System.Globalization.CultureInfo.InvariantCulture, connection, server.Port));
        using var run = _tool.Start("snapshot", "--provider", provider);
        server.WaitForCaller();
        Signal(run, signal);
        Cancelled(run, "nothing was changed");
    }

    [Fact]
    public void A_second_Ctrl_C_ends_it_at_once()
    {
        using var server = new Deaf();
        _tool.With("SCHEMASYNC_CONNECTION", $"Host=127.0.0.1;Port={server.Port};Database=d;Username=u;Timeout=600");
        using var run = _tool.Start("snapshot", "--provider", "PostgreSql");
        server.WaitForCaller();
        Signal(run, "INT");
        Signal(run, "INT");
        Assert.True(run.WaitForExit(30_000), "the command line does not end");
        // It may have been faster than the second signal.
        Assert.Contains(run.ExitCode, new[] { 130, 1 });
    }

    private SqliteConnection Hold(string file)
    {
        var holder = new SqliteConnection($"Data Source={_tool.File(file)};Pooling=False");
        holder.Open();
        using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return holder;
    }

    private bool IsLocked(string file)
    {
        using var connection = new SqliteConnection($"Data Source={_tool.File(file)};Pooling=False");
        connection.Open();
        return SQLitePCL.raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE") == SQLitePCL.raw.SQLITE_BUSY;
    }

    private static bool HasOpen(Process process, string file) =>
        Directory.GetFiles($"/proc/{process.Id}/fd")
            .Any(fd => new FileInfo(fd).LinkTarget?.EndsWith(file, StringComparison.Ordinal) == true);

    private static void Interrupt(Process process) => Signal(process, "INT");

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    private static void Cancelled(Process run, string state = "nothing was changed")
    {
        var error = run.StandardError.ReadToEndAsync();
        run.StandardOutput.ReadToEnd();
        Assert.True(run.WaitForExit(30_000), "the command line does not end");
        Assert.StartsWith("schemasync: error SSY0907: ", error.Result, StringComparison.Ordinal);
        Assert.EndsWith(state, error.Result.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    /// <summary>A server that takes every call and never says anything.</summary>
    private sealed class Deaf : IDisposable
    {
        private readonly System.Net.Sockets.TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);
        private readonly List<System.Net.Sockets.Socket> _callers = [];

        public Deaf() => _listener.Start();

        public int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

        public void WaitForCaller() => _callers.Add(_listener.AcceptSocket());

        public void Dispose()
        {
            _callers.ForEach(c => c.Dispose());
            _listener.Dispose();
        }
    }
}
