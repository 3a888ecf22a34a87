using System.Diagnostics;
using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql.Online;

/// <summary>
/// Hands changes of large tables to a program that copies them (gh-ost, pt-online-schema-change), where
/// that keeps every row. The lock of the run stays with our session meanwhile.
/// </summary>
internal sealed class HandOver(MySqlConnection connection, Settings settings, MySqlRunner runner)
{
    private static readonly string[] Placeholders = ["host", "port", "user", "database", "table", "alter", "defaults"];
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(30);

    /// <summary>The steps, each with its command.</summary>
    /// <exception cref="SchemaSyncException">SSY0512, once for each step that must not be handed over.</exception>
    public async Task<IReadOnlyDictionary<Step, HandedStep>> ChooseAsync(Plan plan,
        OnlineChange change, CancellationToken cancellationToken)
    {
        var template = OnlineTemplate.Parse(change.Command, Placeholders, ["table", "alter"]);
        var handed = new Dictionary<Step, HandedStep>(ReferenceEqualityComparer.Instance);
        var findings = new List<Diagnostic>();
        foreach (var step in plan.Steps)
        {
            if (step.Online is not { } online
                || !await IsLargeAsync(Present(plan, online.Table), change.Rows, cancellationToken).ConfigureAwait(false)) continue;
            if (await ObstacleAsync(plan, step, online, template, cancellationToken).ConfigureAwait(false) is { } obstacle)
                findings.Add(Diagnostic.Of(ExecutionDiagnostics.OnlineChangeRefused, step.Serves,
                    obstacle) with { Subject = step.Subject });
            else handed.Add(step,
                new(Told(template, online), o => IsRemainder(o, online.Table), ct => RunAsync(template, step, online, ct)));
        }

        return findings.Count == 0 ? handed : throw new SchemaSyncException(findings);
    }

    // Before the first statement a table that is to be renamed has its former name.
    private static QualifiedName Present(Plan plan, QualifiedName table) =>
        plan.Changes.OfType<Change.Rename>().FirstOrDefault(r => r.After is Table after && after.Name == table) is { Before: Table before }
            ? before.Name
            : table;

    // Counted, not looked up: the statistics of a table that was just filled know nothing of it. The limit bounds what this costs.
    private async Task<bool> IsLargeAsync(QualifiedName table, long limit, CancellationToken cancellationToken) =>
        long.Parse((await AskAsync(
            FormattableString.Invariant($"SELECT count(*) FROM (SELECT 1 FROM {MySqlText.Quote(table)} LIMIT {limit + 1}) AS counted"),
            cancellationToken).ConfigureAwait(false))!, CultureInfo.InvariantCulture) > limit;

    private async Task<string?> ObstacleAsync(Plan plan, Step step, TableChange online,
        OnlineTemplate template, CancellationToken cancellationToken)
    {
        if (OnlineProcess.Find(template.Program) is null) return $"there is no program {template.Program}";
        if (online.Obstacle.Length > 0) return online.Obstacle;
        if (online.Table.IsQualified && !template.Uses("database"))
            return $"the table is in the database {online.Table.Schema}, and the command "
                + $"has no {{database}}: it may change another table of that name";
        // A copy does not fail where rows do not fit: it leaves them out, or bends their values, without a word (HAZARDS row 43).
        if (step.Hazards.FirstOrDefault(h => h.Code == Hazards.MayFail.Code) is { } mayFail)
            return $"rows may not fit ({mayFail.Diagnostic.Arguments[^1]}), and a copy leaves out or bends what does not fit instead "
                + "of failing; make this change in a run without the command";
        var (here, table) = (MySqlText.Literal(DatabaseOf(Present(plan, online.Table))),
            MySqlText.Literal(Present(plan, online.Table).Name.Value));
        if (await AskAsync($"""
            SELECT TRIGGER_NAME FROM information_schema.TRIGGERS
            WHERE EVENT_OBJECT_SCHEMA = {here} AND EVENT_OBJECT_TABLE = {table} LIMIT 1
            """, cancellationToken).ConfigureAwait(false) is { } trigger)
            return $"the table has the trigger {trigger}, which would stay with the old table";
        if (await AskAsync($"""
            SELECT CONCAT(CONSTRAINT_NAME, ' of ', TABLE_NAME) FROM information_schema.KEY_COLUMN_USAGE
                WHERE REFERENCED_TABLE_NAME IS NOT NULL
            AND ((TABLE_SCHEMA = {here} AND TABLE_NAME = {table})
                OR (REFERENCED_TABLE_SCHEMA = {here} AND REFERENCED_TABLE_NAME = {table})) LIMIT 1
            """, cancellationToken).ConfigureAwait(false) is { } key) return $"the foreign key {key} would stay with the old table";
        // The one reads the binary log, the other does not.
        return template.Name.StartsWith("gh-ost", StringComparison.OrdinalIgnoreCase)
            && await AskAsync("SELECT CONCAT(@@log_bin, ' ', @@binlog_format, ' ', @@binlog_row_image)",
                cancellationToken).ConfigureAwait(false) is var log && log != "1 ROW FULL"
            ? "gh-ost needs the binary log with whole rows (log_bin, "
                + $"binlog_format=ROW, binlog_row_image=FULL), and the server has '{log}'" : null;
    }

    // _t_gho, _t_ghc and _t_del of the one, _t_new and _t_old (with more lines in front) of the other.
    private static bool IsRemainder(ObjectId id, QualifiedName table) =>
        id.Kind == ObjectKind.Table && id.Schema == table.Schema && id.Name.Value.StartsWith('_')
            && id.Name.Value.TrimStart('_').StartsWith($"{table.Name.Value.TrimStart('_')}_", StringComparison.OrdinalIgnoreCase);

    private string DatabaseOf(QualifiedName table) => table.IsQualified ? table.Schema.Value : settings.Database;

    private async Task<string?> AskAsync(string sql, CancellationToken cancellationToken) =>
        (await runner.SampleAsync(sql, 1, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    private Dictionary<string, string> Values(TableChange online, string defaults) => new(StringComparer.Ordinal)
    {
        ["host"] = settings.Host, ["port"] = settings.Port.ToString(CultureInfo.InvariantCulture), ["user"] = settings.User,
        ["database"] = DatabaseOf(online.Table),
        ["table"] = online.Table.Name.Value, ["alter"] = online.Alter, ["defaults"] = defaults,
    };

    private string Told(OnlineTemplate template, TableChange online) =>
        settings.WithoutSecret(template.Words(Values(online, "{defaults}")));

    private async Task RunAsync(OnlineTemplate template, Step step, TableChange online, CancellationToken cancellationToken)
    {
        // A copy takes hours, and our session, whose lock it is, says nothing meanwhile.
        using (var patience = new MySqlCommand("SET SESSION wait_timeout = 2147483", connection))
            await patience.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        using var defaults = template.Uses("defaults") ? DefaultsFile.Create(settings) : null;
        var start = new ProcessStartInfo(OnlineProcess.Find(template.Program) ?? template.Program,
            template.Arguments(Values(online, defaults?.Path ?? "")));
        OnlineProcess.Withhold(start, settings.Password);
        start.Environment["MYSQL_PWD"] = settings.Password;
        var (exitCode, lines) =
            await OnlineProcess.RunAsync(start, () => AskAsync("SELECT 1", cancellationToken), SignOfLife,
                cancellationToken).ConfigureAwait(false);
        if (exitCode == 0) return;
        var words = lines.Count == 0 ? "said nothing" : $"said: {settings.WithoutSecret(string.Join(" / ", lines))}";
        throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.OnlineChangeFailed, step.Serves, settings.DisplayName,
            string.Create(CultureInfo.InvariantCulture, $"ended with {exitCode} and {words}")) with { Subject = step.Subject }]);
    }
}
