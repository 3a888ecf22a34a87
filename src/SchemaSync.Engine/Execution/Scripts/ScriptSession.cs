using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SchemaSync.Engine.Execution.Scripts;

/// <summary>
/// A session that writes down what it is told to do. What it is asked is answered by the database as it is now, so that the same
/// code that runs a plan and tells the ledger about it writes the script.
/// </summary>
internal sealed partial class ScriptSession(DatabaseSession live, ScriptShell shell,
    Func<string, string> atHome, bool hasLedger, StringBuilder text) : DatabaseSession
{
    /// <inheritdoc/>
    public override Dialect Dialect => live.Dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector => live.Inspector;

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; } = new ScriptRunner(shell, atHome, text);

    /// <inheritdoc/>
    public override DbConnection Connection => live.Connection;

    /// <inheritdoc/>
    public override LedgerTables Ledger => live.Ledger;

    /// <inheritdoc/>
    public override Task<FoundLedger> FindLedgerAsync(CancellationToken cancellationToken) => live.FindLedgerAsync(cancellationToken);

    /// <summary>Whether the ledger can be asked; when not, it is as empty as it will be when the script has made it.</summary>
    public bool HasLedger => hasLedger;

    /// <summary>A command in place of its execution.</summary>
    public void Write(string sql, (string Name, object Value)[] parameters)
    {
        var values = parameters.ToDictionary(p => p.Name,
            p => shell.Moments.GetValueOrDefault(p.Name) ?? Constant(p.Value), StringComparer.Ordinal);
        text.Append(shell.Keep(Parameter().Replace(sql, m => m.Groups[1].Success ? values[m.Groups[1].Value] : m.Value)));
    }

    /// <summary>The moment that <see cref="ScriptShell.Moments"/> calls finished, taken when the script is there.</summary>
    public void Clock(string lastQuery) => text.Append(shell.Clock(lastQuery));

    /// <summary>The session that is written for is not this one's to close.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Constant(object value) =>
        value is string constant ? shell.Literal(constant) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    // Names and constants may hold what looks like one.
    [GeneratedRegex("""'[^']*'|"[^"]*"|`[^`]*`|\$look\$.*?\$look\$|@([a-z_]+)""", RegexOptions.Singleline)]
    private static partial Regex Parameter();
}

/// <summary>Writes steps down, with the name of the own database or schema where they leave a place for it.</summary>
internal sealed class ScriptRunner(ScriptShell shell, Func<string, string> atHome, StringBuilder text) : MigrationRunner
{
    private bool _isOpen;

    /// <inheritdoc/>
    public override Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken)
    {
        if (mode != TransactionMode.None) text.Append(shell.Begin(mode)).Append('\n');
        _isOpen = mode != TransactionMode.None;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task ExecuteAsync(Step step, CancellationToken cancellationToken)
    {
        foreach (var line in ScriptComment.Of(step)) ScriptComment.Write(text, line);
        text.Append(step.IsAssertion
            ? shell.CheckRows(atHome(step.Sql), step.Expectation)
            : shell.Run(step with { Sql = atHome(step.Sql) })).Append('\n');
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public override Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_isOpen) text.Append(shell.Commit).Append('\n');
        _isOpen = false;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task CompleteAsync(CancellationToken cancellationToken)
    {
        text.Append(shell.Close);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
