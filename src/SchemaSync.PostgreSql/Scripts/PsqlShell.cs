using System.Globalization;
using System.Text;

namespace SchemaSync.PostgreSql.Scripts;

/// <summary>psql.</summary>
internal sealed class PsqlShell(PostgreSqlCapabilities server, string schema, params IReadOnlyList<string> shared) : ScriptShell
{
    private const int LockSeconds = 30;

    // In a terminal psql goes on behind an error, whatever it is told.
    private const string Quit = "\\if :ERROR\n\\quit\n\\endif\n";

    /// <inheritdoc/>
    public override string Command(ScriptPlace place) => $"psql -X -d {place.Database} -f FILE";

    /// <inheritdoc/>
    public override IEnumerable<string> Needs(Plan plan)
    {
        yield return $"It needs psql 11 or newer, PostgreSQL {plan.From.Form.Major}, the language plpgsql, and a session of its own "
            + "(no pooler that shares sessions, no --single-transaction).";
        yield return "The account has to own what is changed, and may create in the schema; where rows are read it may read them all.";
    }

    /// <inheritdoc/>
    public override ScriptShell For(IReadOnlyList<string> schemas) => new PsqlShell(server, schema, schemas);

    /// <inheritdoc/>
    public override string States => PsqlStates.Query(server, schema, shared);

    /// <inheritdoc/>
    public override string StatesDone => PostgreSqlPath.Leave;

    /// <summary>On scratch nobody's body is run, so routines have none there.</summary>
    public override bool IsStartOnly(string side) => side == PsqlStates.Routine;

    /// <inheritdoc/>
    public override string Literal(string text) => PostgreSqlText.Literal(text);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Moments { get; } = new Dictionary<string, string>
    {
        ["run"] = Setting("run"),
        ["started"] = Setting("started"),
        ["finished"] = Setting("now"),
        ["who"] = "session_user",
        ["host"] = "coalesce(host(inet_client_addr()), 'local')",
    };

    private static string MadeUsable(ScriptPlace place)
    {
        var made = place.IsMissing ? $"CREATE SCHEMA {PostgreSqlText.Quote(new Identifier(place.Schema))};\n{Quit}" : "";
        return made + PsqlText.Block(Usable(place));
    }

    /// <inheritdoc/>
    public override string Open(ScriptPlace place, NormalForm form, Plan plan) => $"""
        \set ON_ERROR_STOP on
        \set ON_ERROR_ROLLBACK off
        \set AUTOCOMMIT on
        \set SINGLELINE off
        \set SINGLESTEP off
        \set SHOW_CONTEXT never
        \set QUIET on
        \encoding UTF8
        -- The place.
        {PsqlText.Block(IsHere(place, form))}{Quit}-- What a session of ours is set to.
        {PsqlText.Block(Perform(Setup.Configure(isReadOnly: null)))}{Quit}{MadeUsable(place)}{Quit}-- One run at a time.
        {PsqlText.Block(Locked(place))}{Quit}{Moment("started", "")}{Quit}
        """;

    /// <inheritdoc/>
    public override string Remember(IReadOnlyList<ObjectState> states) => PsqlText.Block($"""
        PERFORM set_config('{Prefix}.question', {PostgreSqlText.Dollar($"\n{States}\n", "$question$")}, false);
        PERFORM set_config('{Prefix}.states', {PostgreSqlText.Dollar(Json(states), "$states$")}, false);
        """) + Quit;

    /// <inheritdoc/>
    public override string CheckState(IReadOnlyList<ObjectState> states, bool isEnd) => PsqlText.Block($"""
        EXECUTE concat($moved$
          SELECT string_agg(w.what, ', ' ORDER BY w.what) FROM (
            SELECT btrim(concat(e.side, ' ', e.name)) AS what, e.state AS wanted, coalesce(s.state, '{ObjectState.Absent}') AS found FROM (
              SELECT json_array_element_text(j.v, 0) AS side, json_array_element_text(j.v, 1) AS name,
                  json_array_element_text(j.v, {(isEnd ? 3 : 2)}) AS state
              FROM json_array_elements({Setting("states")}::json) AS j(v)) e
            LEFT JOIN ($moved$, {Setting("question")}, $moved$) s ON s.side = e.side AND s.name = e.name) w
          WHERE CASE w.wanted WHEN '{ObjectState.Present}' THEN w.found = '{ObjectState.Absent}' ELSE w.found <> w.wanted END
          $moved$) INTO moved;
        {Perform(PostgreSqlPath.Leave)}
        IF moved IS NOT NULL THEN {PsqlText.Raise(Stopped(Moved(isEnd)), "moved")} END IF;
        """, "moved text;") + Quit;

    /// <inheritdoc/>
    public override string CheckRows(string query, string meaning) => PsqlText.Block($"""
        {Perform(PostgreSqlPath.Use(PostgreSqlPath.Of(schema)))}
        SELECT pg_catalog.string_agg(pg_catalog.row_to_json(samples)::text, ' ') INTO found
            FROM (SELECT * FROM ({query.TrimEnd(' ', '\n', ';')}
        ) AS rows LIMIT 3) AS samples;
        {Perform(PostgreSqlPath.Leave)}
        IF found IS NOT NULL THEN {PsqlText.Raise(Stopped(meaning) + ": ", "found")} END IF;
        """, "found text;") + Quit;

    /// <inheritdoc/>
    public override string Begin(TransactionMode mode) => "BEGIN;\n";

    /// <inheritdoc/>
    public override string Run(Step step)
    {
        var scope = step.Transaction == TransactionMode.None ? "" : "LOCAL ";
        var (wait, statement) = StepTime.Of(step);
        return $"SET {scope}lock_timeout = '{StepTime.Text(wait)}'; "
            + $"SET {scope}statement_timeout = '{StepTime.Text(statement)}'; {Use(PostgreSqlPath.Of(schema))}"
            + $"{PsqlText.Statement(step.Sql)}{Quit}{Use(PostgreSqlPath.Server)}";
    }

    /// <inheritdoc/>
    public override string Keep(string statement) => PsqlText.Statement(statement);

    /// <inheritdoc/>
    public override string Clock(string lastQuery) => Moment("now", lastQuery);

    /// <inheritdoc/>
    public override string Commit => $"{Quit}COMMIT;\n";

    /// <inheritdoc/>
    public override string Close => $"{PsqlText.Block("PERFORM pg_advisory_unlock_all();")}RESET ALL;\n\\echo SchemaSync: done\n";

    private static string Setting(string name) => $"current_setting('{Prefix}.{name}')";

    private static string IsHere(ScriptPlace place, NormalForm form)
    {
        var text = new StringBuilder();
        void Refuse(string when, string reason) =>
            text.Append(CultureInfo.InvariantCulture, $"IF {when} THEN {PsqlText.Raise(Stopped(reason))} END IF;\n");
        Refuse("pg_catalog.now() OPERATOR(pg_catalog.<>) pg_catalog.statement_timestamp()",
            "a transaction is open already; run this file by itself, without --single-transaction");
        Refuse($"pg_catalog.current_database()::text OPERATOR(pg_catalog.<>) {PostgreSqlText.Literal(place.Database)}::text",
            $"this is another database than {place.Database}, for which the script was written");
        Refuse("pg_catalog.current_setting('server_version_num')::integer OPERATOR(pg_catalog./) 10000 OPERATOR(pg_catalog.<>) "
            + $"{form.Major}",
            $"the script was written for PostgreSQL {form.Major}, and another "
                + "version prints a schema otherwise; write it again for this server");
        Refuse("pg_catalog.pg_is_in_recovery()", "this server is a replica and cannot be written");
        // Somebody has set it to take no changes, and that is left as it is.
        Refuse("pg_catalog.current_setting('transaction_read_only') OPERATOR(pg_catalog.=) 'on'",
            "this session takes no changes (default_transaction_read_only is on for the server, the database, the account or the shell)");
        Refuse($"{(place.IsMissing ? "" : "NOT ")}EXISTS (SELECT FROM pg_catalog.pg_namespace n WHERE n.nspname::text "
            + $"OPERATOR(pg_catalog.=) {PostgreSqlText.Literal(place.Schema)}::text)",
            place.IsMissing
                ? $"the schema {place.Schema} is there already, and was not when the script was written; write it again"
                : $"there is no schema {place.Schema} in this database");
        return text.ToString().TrimEnd();
    }

    private static string Use(string path) => $"SET search_path = {path};\n";

    private static string Usable(ScriptPlace place) => $"""
        {Perform(PostgreSqlPath.Use(PostgreSqlPath.Of(place.Schema)))}
        IF pg_catalog.current_schema() IS NULL
            THEN {PsqlText.Raise(Stopped($"the account may not use the schema {place.Schema} (GRANT USAGE ON SCHEMA)"))} END IF;
        {Perform(PostgreSqlPath.Leave)}
        """;

    private static string Perform(string select) => $"PERFORM{select["SELECT".Length..]};";

    private string Locked(ScriptPlace place) => $"""
        PERFORM set_config('lock_timeout', '{LockSeconds}s', false);
        {string.Join('\n', AdvisoryKeys.Of([.. shared, place.Schema]).Select(k => $"PERFORM pg_advisory_lock({k});"))}
        PERFORM set_config('lock_timeout', '0', false);
        PERFORM set_config('{Prefix}.run', concat(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0'), '7',
          "left"(replace(gen_random_uuid()::text, '-', ''), 19)), false);
        EXCEPTION WHEN lock_not_available
            THEN {PsqlText.Raise(Stopped($"another run on {place.Database}, schema {place.Schema} goes on; nothing was changed"))}
        """;

    // The order of runs decides what a revert takes back, whatever the machines' clocks say. What is kept has seven digits.
    private static string Moment(string name, string lastQuery)
    {
        var last = lastQuery.Length == 0 ? "NULL::timestamptz" : $"(({lastQuery})::timestamptz + interval '2 microseconds')";
        return PsqlText.Block($"""
            PERFORM set_config('{Prefix}.{name}',
                to_char(timezone('UTC', greatest(clock_timestamp(), {last})), 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"'), false);
            """);
    }
}
