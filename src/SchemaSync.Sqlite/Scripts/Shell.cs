using System.Text;

namespace SchemaSync.Sqlite.Scripts;

/// <summary>sqlite3.</summary>
internal sealed class Shell : ScriptShell
{
    private const int LockMilliseconds = 30_000;
    private const string TextSide = "text of", Moment = "%Y-%m-%dT%H:%M:%f";

    // The file's name alone: its folder is the business of whoever runs the script.
    private const string FileName =
        "SELECT replace(file, rtrim(file, replace(replace(file, '/', ''), '\\', '')), '') FROM pragma_database_list WHERE name = 'main'";

    /// <inheritdoc/>
    public override string Command(ScriptPlace place) => $"sqlite3 -bail {place.Database} < FILE";

    /// <inheritdoc/>
    public override IEnumerable<string> Needs(Plan plan) =>
        [$"It needs sqlite3 {Oldest(plan)} or newer, and a file that can be written; the name of the file is checked, not its folder."];

    /// <summary>The texts as they are stored, with those of indexes and triggers; and what SQLite itself makes of them.</summary>
    public override string States => $"""
        SELECT '{TextSide}' AS side, tbl_name AS name, tbl_name AS bare,
            group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), char(10)) AS state FROM (
          SELECT * FROM main.sqlite_schema WHERE tbl_name NOT LIKE 'sqlite\_%' ESCAPE '\'
              AND tbl_name NOT LIKE '\_\_schemasync\_%' ESCAPE '\' ORDER BY tbl_name, type, name) GROUP BY tbl_name
        UNION ALL
        SELECT '', name, name, group_concat(part, char(10)) FROM (
          SELECT t.name, json_array('table', t.type, t.wr, t.strict) AS part FROM {Tables}
          UNION ALL SELECT t.name, json_array('column', c.name, upper(c.type), c."notnull", c.dflt_value, c.pk, c.hidden) FROM {Tables}
              JOIN pragma_table_xinfo(t.name, 'main') c
          UNION ALL SELECT t.name, json_array('index', CASE i.origin WHEN 'c' THEN i.name END, i."unique", i.origin, i.partial,
            (SELECT group_concat(x.part)
                FROM (SELECT json_array(p.name, p.desc, p.coll) AS part FROM pragma_index_xinfo(i.name, 'main') p WHERE p.key
                ORDER BY p.seqno) x)) FROM {Tables} JOIN pragma_index_list(t.name, 'main') i
          UNION ALL SELECT t.name, json_array('key', f.seq, f."from", f."table", f."to", f.on_update, f.on_delete, f."match") FROM {Tables}
              JOIN pragma_foreign_key_list(t.name, 'main') f
          UNION ALL SELECT t.name, json_array('trigger', s.name) FROM {Tables} JOIN main.sqlite_schema s ON s.type = 'trigger'
              AND s.tbl_name = t.name
          ORDER BY 1, 2) GROUP BY name
        """;

    private const string Tables =
        @"(SELECT * FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
            + @" AND name NOT LIKE '\_\_schemasync\_%' ESCAPE '\') t";

    /// <summary>How ALTER TABLE edits a stored text is a matter of the shell's version.</summary>
    public override bool IsStartOnly(string side) => side == TextSide;

    /// <inheritdoc/>
    public override string? Obstacle(string sql) =>
        sql.Contains("\r\n", StringComparison.Ordinal) ? "the shell turns the line ends CR LF in it into LF"
        : sql.Split('\n').Any(line => line.Trim().ToUpperInvariant() is "GO" or "/")
            ? "it has a line that the shell takes for the end of a statement" : null;

    /// <inheritdoc/>
    public override string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Moments { get; } = new Dictionary<string, string>
    {
        ["run"] = Value("run"),
        ["started"] = Value("started"),
        ["finished"] = Value("now"),
        ["who"] = "'unknown'",
        ["host"] = "'sqlite3'",
    };

    /// <inheritdoc/>
    public override string Open(ScriptPlace place, NormalForm form, Plan plan)
    {
        var text = new StringBuilder($"""
            .bail on
            .timeout {LockMilliseconds}
            {string.Join('\n', SqliteRunner.Settings.Select(s => $"{s};"))}
            -- One run at a time; from here on everything is done or nothing.
            BEGIN IMMEDIATE;
            CREATE TEMP TABLE {Prefix}_values (name TEXT PRIMARY KEY, value TEXT);
            INSERT INTO temp.{Prefix}_values
                VALUES ('run', printf('%012x7%s', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
                substr(lower(hex(randomblob(10))), 1, 19))), ('started', strftime('{Moment}', 'now') || '0000Z');
            -- The place.

            """);
        text.Append(Refused($"SELECT sqlite_version() WHERE {Comparable("sqlite_version()")} < {Comparable($"'{Oldest(plan)}'")}",
            $"this shell is older than {Oldest(plan)}"));
        // Setting it, to whatever value, makes LIKE a function that indexes and checks may not hold (pragma.html, case_sensitive_like).
        text.Append(Refused("SELECT 'a' LIKE 'A' WHERE NOT 'a' LIKE 'A'",
            "this shell sets case_sensitive_like; take that out of its .sqliterc"));
        text.Append(
            Refused($"{FileName} AND replace(file, rtrim(file, replace(replace(file, '/', ''), '\\', '')), '') <> "
                + $"{Literal(place.Database)}", $"this is another file than {place.Database}, for which the script was written"));
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string Remember(IReadOnlyList<ObjectState> states) => $"""
        CREATE TEMP TABLE {Prefix}_states AS SELECT json_extract(value, '$[0]') AS side, json_extract(value, '$[1]') AS name,
            json_extract(value, '$[2]') AS start, json_extract(value, '$[3]') AS "end" FROM json_each({Literal(Json(states))});

        """;

    /// <inheritdoc/>
    public override string CheckState(IReadOnlyList<ObjectState> states, bool isEnd)
    {
        var wanted = isEnd ? "\"end\"" : "start";
        return Refused($"""
            SELECT trim(e.side || ' ' || e.name) AS object FROM temp.{Prefix}_states e LEFT JOIN ({States}) s ON s.side = e.side
                AND s.name = e.name
            WHERE CASE e.{wanted} WHEN '{ObjectState.Present}' THEN s.state IS NULL
                ELSE coalesce(s.state, '{ObjectState.Absent}') <> e.{wanted} END
            """, Moved(isEnd)[..^".See: ".Length].TrimEnd('.', ' ', ',') + ", see the rows above");
    }

    /// <inheritdoc/>
    public override string CheckRows(string query, string meaning) => Refused(query.TrimEnd(' ', '\n', ';'), meaning);

    /// <summary>The whole script is one transaction: it is the lock, too.</summary>
    public override string Begin(TransactionMode mode) => "";

    /// <inheritdoc/>
    public override string Run(Step step) => Keep(step.Sql);

    /// <inheritdoc/>
    public override string Keep(string statement)
    {
        var text = statement.TrimEnd();
        // A comment up to the end of the line would swallow the semicolon.
        return Lexed(text).Tokens is [.., { Kind: SqlTokenKind.Comment }] ? $"{text}\n;\n" : $"{text};\n";
    }

    /// <inheritdoc/>
    public override string Clock(string lastQuery) =>
        $"INSERT OR REPLACE INTO temp.{Prefix}_values SELECT 'now', max(strftime('{Moment}', 'now'), coalesce(strftime('{Moment}', "
            + $"substr(({lastQuery}), 1, 23), '+0.002 seconds'), '')) || '0000Z';\n";

    /// <inheritdoc/>
    public override string Commit => "";

    /// <inheritdoc/>
    public override string Close =>
        $"DROP TABLE temp.{Prefix}_states;\nDROP TABLE temp.{Prefix}_values;\nCOMMIT;\nSELECT 'SchemaSync: done';\n";

    private static string Value(string name) => $"(SELECT value FROM temp.{Prefix}_values WHERE name = '{name}')";

    // Major, minor and patch in one number.
    private static string Comparable(string version) =>
        "(SELECT CAST(json_extract(v, '$[0]') AS INTEGER) * 1000 + CAST(json_extract(v, '$[1]') AS INTEGER) FROM (SELECT '[' || "
            + $"replace({version}, '.', ',') || ']' AS v))";

    /// <summary>Shows the rows of a query, and stops where there are any: the broken constraint is
    /// called as the reason. What was done goes back when the shell ends.</summary>
    private static string Refused(string query, string reason) => $"""
        CREATE TEMP TABLE {Prefix}_found AS SELECT * FROM ({query}
        ) LIMIT 3;
        SELECT * FROM temp.{Prefix}_found;
        CREATE TEMP TABLE {Prefix}_check (n INTEGER CONSTRAINT {SqliteText.Quote(new Identifier(Stopped(reason)))} CHECK (n = 0));
        INSERT INTO temp.{Prefix}_check SELECT count(*) FROM temp.{Prefix}_found;
        DROP TABLE temp.{Prefix}_check;
        DROP TABLE temp.{Prefix}_found;

        """;

    // What ALTER TABLE can do decides; STRICT tables, JSON and the list of tables are older than that.
    private static string Oldest(Plan plan) =>
        plan.Steps.Any(s => Lexed(s.Sql).Significant is [var alter, _, _, var verb, var what, ..] && alter.IsWord("ALTER")
        && (verb.IsWord("ALTER") || ((verb.IsWord("ADD") || verb.IsWord("DROP")) && (what.IsWord("CONSTRAINT") || what.IsWord("CHECK")))))
            ? "3.53"
            : "3.38";

    private static LexedSql Lexed(string sql) => Lexer.Read(sql);
}
