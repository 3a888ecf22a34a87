using System.Globalization;
using System.Net;
using System.Text;

namespace SchemaSync.Cli.Reports;

/// <summary>A page about tenants, for whoever follows a run in a browser: one file that asks for nothing else.</summary>
internal sealed class HtmlReport(Terminal terminal) : Report(terminal)
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SchemaSync</title><style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% } progress { width: 100% } :root { color-scheme: light dark }
        th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8888; vertical-align: top }
        </style></head><body>
        """;

    private readonly StringBuilder _page = new();

    public override bool IsOneDocument => true;

    public override void Tenants(FleetReport report, bool isCompared) => Print(() =>
    {
        Line("h1", string.Join(", ", report.Tenants.GroupBy(t => t.State).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {(isCompared ? StateWords(g.Key) : "read")}")));
        if (report.HadEnded) Line("p", HadEnded);
        Table(["Tenant", "State", "Found as", ""], report.Tenants.Select(t =>
            (string[])[t.Tenant, StateWords(t.State), t.From?.Short ?? "", Sentences(t)]));
    });

    public override void Runs(IReadOnlyList<FleetRunStatus> runs) => Print(() =>
    {
        Line("h1", runs.Count == 0 ? "There is no run" : "Runs");
        foreach (var run in runs) Run(run);
    });

    public override void Validation(string database, Validation validation) => throw NotHere();

    public override void Diff(Diff diff) => throw NotHere();

    public override void Plan(string database, Plan plan, PlanPolicy policy) => throw NotHere();

    public override void Execution(ExecutionReport report) => throw NotHere();

    public override void Audit(string database, LedgerReading reading) => throw NotHere();

    public override void LedgerSetAside(string database, IReadOnlyList<string> tables) => throw NotHere();

    public override void Written(string path, string what) => throw NotHere();

    private void Run(FleetRunStatus run)
    {
        Line("h2", $"{run.Run}: {run.State}{(run.Reason.Length > 0 ? $" ({run.Reason})" : "")}");
        _page.Append(CultureInfo.InvariantCulture, $"<progress max=\"{Math.Max(1, run.Tenants)}\" value=\"{run.Ended}\"></progress>\n");
        Line("p", $"{run.Ended} of {Count(run.Tenants, "tenant")} ended in {Time(run.Elapsed)}"
            + (run.Left is { } left ? $", about {Time(left)} left" : ""));
        Table(["Stage", "Tenants", "Ended", "At work", "Failed", "Seconds each"], run.Waves.Select(w => (string[])[Number(w.Stage),
            Number(w.Tenants), Number(w.Ended), Number(w.AtWork), Number(w.Failed),
            w.Ended == 0 ? "" : (w.Worked.TotalSeconds / w.Ended).ToString("0.0", CultureInfo.InvariantCulture)]));
        if (!run.Shapes.IsEmpty) Table(["Found as", "Tenants"], run.Shapes.Select(s => (string[])[s.From.Short, Number(s.Tenants)]));
        if (!run.Failed.IsEmpty) Table(["Failed", ""], run.Failed.Select(t => (string[])[t.Tenant, Sentences(t)]));
    }

    private void Print(Action content)
    {
        _page.Append(Head).Append('\n');
        content();
        Terminal.Lines(_page.Append("</body></html>").ToString());
    }

    private void Table(string[] heads, IEnumerable<string[]> rows)
    {
        _page.Append("<table><tr>").AppendJoin("", heads.Select(h => $"<th>{Text(h)}</th>")).Append("</tr>\n");
        foreach (var row in rows) _page.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Text(c)}</td>")).Append("</tr>\n");
        _page.Append("</table>\n");
    }

    private void Line(string tag, string text) => _page.Append(CultureInfo.InvariantCulture, $"<{tag}>{Text(text)}</{tag}>\n");

    // Names and messages come from databases: none is a tag.
    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Sentences(TenantResult tenant) => string.Join(" ", tenant.Diagnostics.Select(d => OneLine(d.ToString())));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}");

    private static InvalidOperationException NotHere() => new("the format is offered for tenants alone");
}
