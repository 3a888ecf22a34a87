using System.Globalization;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>
/// Changes of the catalogue are short once they have their lock, and give it up soon when they do not get it. What reads
/// rows takes as long as the table is large; a build without a transaction waits for old snapshots, which counts as
/// waiting for a lock and must not end it (HAZARDS row 56).
/// </summary>
internal static class StepTime
{
    /// <summary>How long a step may wait for its lock, and take.</summary>
    public static StepTimeouts Of(Step step) => new(step.Transaction == TransactionMode.None ? null : TimeSpan.FromSeconds(3),
        step.Rows == RowAccess.None && step.Transaction != TransactionMode.None ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(24));

    /// <summary>As lock_timeout and statement_timeout take it, 0 for none (manual, Client Connection Defaults).</summary>
    public static string Text(TimeSpan? timeout) => timeout switch
    {
        null => "0",
        { TotalHours: >= 1 and var hours } => string.Create(CultureInfo.InvariantCulture, $"{hours}h"),
        { TotalMinutes: >= 1 and var minutes } => string.Create(CultureInfo.InvariantCulture, $"{minutes}min"),
        { TotalSeconds: var seconds } => string.Create(CultureInfo.InvariantCulture, $"{seconds}s"),
    };
}
