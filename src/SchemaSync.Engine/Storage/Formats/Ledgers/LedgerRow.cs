using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Storage.Formats.Ledgers;

/// <summary>A row of the ledger, read value by value: whoever may write to the database may have put anything there.</summary>
internal sealed class LedgerRow(DbDataReader reader, string table)
{
    /// <summary>A run, without its steps.</summary>
    /// <exception cref="LedgerFault">A value is missing or none of its kind.</exception>
    public LedgerEntry Run()
    {
        CheckFormat();
        return new()
        {
            RunId = Text("run_id"),
            StartedAt = Moment("started_at"),
            FinishedAt = Moment("finished_at"),
            Who = Text("who"),
            Host = Text("host"),
            ToolVersion = Text("tool_version"),
            Action = Text("action"),
            PlanHash = Text("plan_hash"),
            From = Hash("from_fingerprint"),
            To = Hash("to_fingerprint"),
            Outcome = Word("outcome", LedgerEntry.Succeeded, LedgerEntry.Failed, LedgerEntry.Running, LedgerEntry.Interrupted),
        };
    }

    /// <summary>A step, with the run it belongs to.</summary>
    /// <exception cref="LedgerFault">A value is missing or none of its kind.</exception>
    public (string Run, LedgerStep Step) Step() => (Text("run_id"), new(
        (int)Number("ordinal"), Text("sql"), Text("serves"), Word("state", "started", "done", "failed", "skipped"),
        TimeSpan.FromMilliseconds(Number("duration_ms"))));

    /// <summary>A text that has to be there.</summary>
    public string Text(string column) => Value(column) as string ?? throw Fault($"{Article.With(column)} that is no text");

    /// <summary>Which run it is about, as far as that can be read.</summary>
    public string Place => reader.GetValue(reader.GetOrdinal("run_id")) is string run ? $"run {run} in {table}" : $"a row of {table}";

    private void CheckFormat()
    {
        var format = Number("format");
        if (format > LedgerFormat.Version)
            throw new LedgerFault(
                $"run {Text("run_id")} was written by a newer SchemaSync (format {format}, and this one reads up to "
                    + $"{LedgerFormat.Version})", isNewer: true);
        if (format < 1) throw Fault($"the unknown format {format}");
    }

    private long Number(string column) => Value(column) is sbyte or short or int or long or byte or ushort or uint or decimal
        ? Convert.ToInt64(Value(column), CultureInfo.InvariantCulture)
        : throw Fault($"{Article.With(column)} that is no whole number");

    private DateTimeOffset Moment(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw Fault($"{Article.With(column)} that is no moment");

    private Fingerprint Hash(string column) =>
        Text(column) is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower)
            ? new(hash)
            : throw Fault($"{Article.With(column)} that is no fingerprint");

    private string Word(string column, params ReadOnlySpan<string> known)
    {
        var word = Text(column);
        return known.Contains(word) ? word : throw Fault($"the unknown {column} '{(word.Length > 40 ? word[..40] + "…" : word)}'");
    }

    private object Value(string column) =>
        reader.GetValue(reader.GetOrdinal(column)) is { } value and not DBNull ? value : throw Fault($"no {column}");

    private LedgerFault Fault(string reason) => new($"{Place} has {reason}");
}
