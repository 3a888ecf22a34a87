using System.Text;

namespace SchemaSync.MySql.Scripts;

/// <summary>The clients of MySQL and MariaDB.</summary>
internal sealed class Shell(MySqlCapabilities server, ScratchNames? scratch = null, EquatableArray<string> shared = default) : ScriptShell
{
    private const int LockSeconds = 30;
    private const string Stop = $"@{Prefix}_stop";

    private string ReadOnly => server.IsMariaDb ? "tx_read_only" : "transaction_read_only";

    /// <summary>
    /// A client that was told --force goes on behind an error. From then on the session is read-only; so is one that the client
    /// opened anew because the connection broke.
    /// </summary>
    private string Gate =>
        $"SET @{Prefix}_errors = @@error_count; SET SESSION {ReadOnly} = "
            + $"IF(@{Prefix}_errors = 0 AND @{Prefix}_run IS NOT NULL, @@SESSION.{ReadOnly}, 1);\n";

    /// <inheritdoc/>
    public override string Command(ScriptPlace place) =>
        $"{(server.IsMariaDb ? "mariadb" : "mysql")} --binary-mode --comments "
            + $"--skip-named-commands --default-character-set=utf8mb4 {place.Database} < FILE";

    /// <inheritdoc/>
    public override IEnumerable<string> Needs(Plan plan)
    {
        yield return $"It needs that client of {(server.IsMariaDb ? "MariaDB 10.6" : "MySQL 8.0")} or newer, and the server "
            + $"{(server.IsMariaDb ? "MariaDB" : "MySQL")} {Series}.";
        yield return "The account may create, change and drop in the database, lock its tables, and read the rows that are checked.";
        if (server.IsMariaDb && !server.ListsSequences && plan.From.Objects.Concat(plan.To.Objects).Any(o => o is Sequence))
            yield return "The numbers of sequences are not compared: this server lists none.";
    }

    /// <inheritdoc/>
    public override string States =>
        ShellStates.Query(server, [.. shared.Select(s => new ManagedDatabase(new(s), scratch?.PlaceOf(s) ?? s))]);

    /// <inheritdoc/>
    public override ScriptShell For(IReadOnlyList<string> schemas) => new Shell(server, scratch, schemas.ToEquatableArray());

    /// <summary>On scratch events sleep.</summary>
    public override bool IsStartOnly(string side) => side == ShellStates.Event;

    /// <inheritdoc/>
    public override string? Obstacle(string sql) => ShellText.Obstacle(sql);

    /// <inheritdoc/>
    public override string Literal(string text) => MySqlText.Literal(text);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Moments { get; } = new Dictionary<string, string>
    {
        ["run"] = $"@{Prefix}_run",
        ["started"] = $"@{Prefix}_started",
        ["finished"] = $"@{Prefix}_now",
        ["who"] = "SUBSTRING_INDEX(USER(), '@', 1)",
        ["host"] = "SUBSTRING_INDEX(USER(), '@', -1)",
    };

    /// <inheritdoc/>
    public override string Open(ScriptPlace place, NormalForm form, Plan plan)
    {
        var text = new StringBuilder("DELIMITER ;\n-- What a session of ours is set to.\n")
            .Append(Facts.Pinned(server, isReadOnly: false)).Append(";\n")
            .Append($"SET @{Prefix}_run = CONCAT(LPAD(LOWER(HEX(FLOOR(UNIX_TIMESTAMP(NOW(6)) * 1000))), 12, '0'), '7', "
                + "LEFT(SHA2(CONCAT(UUID(), RAND()), 256), 19));\n");
        Clock(text, "started", "NULL");
        text.Append(Gate).Append("-- The place.\n");
        // Somebody has set it to take no changes, and that is left as it is; or a script before this one was stopped.
        Refuse(text, $"@@SESSION.{ReadOnly} <> 0",
            $"this session takes no changes ({ReadOnly}), or a script before this one was stopped in it");
        Refuse(text,
            $"{(server.IsMariaDb ? "" : "NOT ")}VERSION() NOT LIKE '%MariaDB%' OR SUBSTRING_INDEX(VERSION(), '.', 2) <> '{Series}'",
            $"the script was written for {(server.IsMariaDb ? "MariaDB" : "MySQL")} {Series}, and another version prints a schema "
                + "otherwise; write it again for this server");
        Refuse(text, $"COALESCE(CONVERT(DATABASE() USING utf8mb4) COLLATE utf8mb4_bin, '') <> {Literal(place.Database)}",
            $"this is another database than {place.Database}, for which the script was written");
        if (plan.Steps.Any(s => ShellText.HasComment(s.Sql)))
            Refuse(text,
                "(SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID() AND INFO LIKE CONCAT('%are ', "
                    + "'kept%')) = 0 /* are kept */", "the client throws comments away that belong to bodies; start it with --comments");
        if (plan.Steps.Any(s => s.Sql.Contains('\r', StringComparison.Ordinal)))
            Refuse(text, "LENGTH('\r\n') <> 2", "the client changes line ends that belong to bodies; start it with --binary-mode");
        text.Append("-- One run at a time.\n");
        foreach (var database in ManagedDatabases.InOrder(shared.Append(place.Database)))
            Refuse(text, $"COALESCE(GET_LOCK({Literal(MySqlRunner.LockName(database))}, {LockSeconds}), 0) <> 1",
                $"another run on {database} goes on; nothing was changed");
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string Remember(IReadOnlyList<ObjectState> states) =>
        $"SET @{Prefix}_states = {Literal(Json(states)).Replace(",\\n", ",\n", StringComparison.Ordinal)};\n{Gate}";

    /// <inheritdoc/>
    public override string CheckState(IReadOnlyList<ObjectState> states, bool isEnd) => Look($"""
        (SELECT CONCAT({Literal(Stopped(Moved(isEnd)))}, GROUP_CONCAT(TRIM(CONCAT(e.side, ' ', e.name))
            ORDER BY e.name SEPARATOR ', ')) FROM
          JSON_TABLE(@{Prefix}_states,
              '$[*]' COLUMNS (side varchar(40) PATH '$[0]', name varchar(200) PATH '$[1]', state varchar(40) PATH '$[{(isEnd ? 3 : 2)}]')) e
          LEFT JOIN ({States}) s ON s.side = CONVERT(e.side USING utf8mb4) COLLATE utf8mb4_bin
              AND s.name = CONVERT(e.name USING utf8mb4) COLLATE utf8mb4_bin
          WHERE IF(e.state = '{ObjectState.Present}', s.state IS NULL,
              COALESCE(s.state, '{ObjectState.Absent}') <> CONVERT(e.state USING utf8mb4) COLLATE utf8mb4_bin))
        """);

    /// <inheritdoc/>
    public override string CheckRows(string query, string meaning)
    {
        var rows = query.TrimEnd(' ', '\n', ';');
        return Look($"IF(EXISTS ({rows}\n), {Literal(Stopped(meaning))}, NULL)", Literal(rows));
    }

    /// <inheritdoc/>
    public override string Begin(TransactionMode mode) => "START TRANSACTION;\n";

    /// <inheritdoc/>
    public override string Run(Step step) => ShellText.Statement(step.Sql) + Gate;

    /// <inheritdoc/>
    public override string Keep(string statement) => $"{statement};\n{Gate}";

    /// <inheritdoc/>
    public override string Clock(string lastQuery)
    {
        var text = new StringBuilder();
        Clock(text, "now", $"CAST(LEFT(({lastQuery}), 26) AS DATETIME(6)) + INTERVAL 2 MICROSECOND");
        return text.Append(Gate).ToString();
    }

    /// <inheritdoc/>
    public override string Commit => Prepared($"IF(@@SESSION.{ReadOnly} = 0, 'COMMIT', 'ROLLBACK')");

    /// <inheritdoc/>
    public override string Close =>
        $"DO RELEASE_ALL_LOCKS();\nSELECT IF(@@SESSION.{ReadOnly} = 0 AND "
            + $"@{Prefix}_run IS NOT NULL, 'done', 'stopped by an error') AS SchemaSync;\n";

    private string Series => $"{server.Version.Major}.{server.Version.Minor}";

    /// <summary>Stops where a condition holds.</summary>
    private void Refuse(StringBuilder text, string condition, string reason) =>
        text.Append(Look($"IF({condition}, {Literal(Stopped(reason))}, NULL)"));

    /// <summary>
    /// Stops with the sentence that an expression gives, if it gives one. Outside of routines there is neither IF nor a way to raise:
    /// a mode that does not exist is refused with its name. A question that fails must not be taken for an answer.
    /// </summary>
    private string Look(string sentence, string? sample = null) => $"""
        SET {Stop} = '{Stopped("a check could not be made")}';
        SET {Stop} = {sentence};
        {(sample is null ? "" : Sampled(sample))}SET SESSION sql_mode = COALESCE(REPLACE({Stop}, ',', ';'), @@SESSION.sql_mode);
        {Gate}
        """;

    private static string Sampled(string sample)
    {
        var look = Prepared($"IF({Stop} IS NULL, 'DO 0', {sample})");
        return $"SET SESSION sql_select_limit = 3;\n{look}SET SESSION sql_select_limit = {Facts.AllRows};\n";
    }

    private static string Prepared(string expression) =>
        $"SET @{Prefix}_text = {expression};\nPREPARE {Prefix} FROM @{Prefix}_text;\nEXECUTE {Prefix};\nDEALLOCATE PREPARE {Prefix};\n";

    private static void Clock(StringBuilder text, string name, string last) =>
        text.Append(
            $"SET @{Prefix}_{name} = DATE_FORMAT(GREATEST(UTC_TIMESTAMP(6), COALESCE({last}, UTC_TIMESTAMP(6))), "
                + "'%Y-%m-%dT%H:%i:%s.%f0Z');\n");
}
