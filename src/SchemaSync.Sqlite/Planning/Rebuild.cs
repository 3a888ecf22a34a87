namespace SchemaSync.Sqlite.Planning;

/// <summary>
/// Copies a table into its new definition (lang_altertable, section 7; HAZARDS row 50). The executor has foreign_keys off
/// since before the transaction; legacy_alter_table keeps the final rename from rewriting references to the old name.
/// </summary>
internal static class Rebuild
{
    /// <summary>The beginning of the name of the copy.</summary>
    public const string Prefix = "__schemasync_new_";

    private static readonly string[] RowidNames = ["rowid", "_rowid_", "oid"];

    /// <summary>Adds the statements, checks included.</summary>
    public static void Add(StepList steps, Table before, Table after, IReadOnlyList<Change> changes, FilledValues values, string reason)
    {
        var path = ObjectId.Of(after);
        var serves = changes.Count == 1 ? changes[0].ToString() : $"rebuild {path} for {changes.Count} changes";
        var copied = after.Columns
            .Where(c => c.Computed is null && (before.Column(c.Name) is not null || (values.Has(c.Name) && !Types.IsRowidAlias(after, c))))
            .ToList();
        var temporary = new Identifier($"{Prefix}{after.Name.Name}");
        var risks = new RebuildRisks(before, after, changes, values);
        risks.Ask(steps);
        steps.Add(new Step
        {
            Sql = Render.Create(after, temporary), Serves = serves, Subject = path, Lock = LockMode.BlocksWrites, Rows = RowAccess.Rewrite,
            Hazards = [PlanHazards.Rebuilds(path, serves, reason), .. risks.Hazards()],
            Reverse = Back(changes),
        });
        values.Check(steps);
        Copy(steps, before, after, temporary, [.. copied.Select(c => (Q(c.Name), values.Value(c.Name) ?? Q(c.Name)))],
            serves, values);
        steps.Scaffold(path, serves, $"DROP TABLE {Q(before.Name)}");
        steps.Scaffold(path, serves, "PRAGMA legacy_alter_table = ON");
        steps.Scaffold(path, serves, $"ALTER TABLE {Q(temporary)} RENAME TO {Q(after.Name)}");
        steps.Scaffold(path, serves, "PRAGMA legacy_alter_table = OFF");
    }

    private static void Copy(StepList steps, Table before, Table after, Identifier temporary,
        List<(string Into, string From)> copied, string serves, FilledValues values)
    {
        var path = ObjectId.Of(after);
        var names = copied.Concat(Rowid(before, after) is { } rowid ? [rowid] : []).ToList();
        if (names.Count > 0)
        {
            var sql = $"INSERT INTO {Q(temporary)} ({string.Join(", ", names.Select(n => n.Into))}) SELECT "
                + $"{string.Join(", ", names.Select(n => n.From))} FROM {Q(before.Name)}";
            steps.Add(new Step { Sql = sql, Serves = serves, Subject = path, Lock = LockMode.BlocksWrites,
                Written = values.Written, Parts = values.Tries });
        }

        steps.Assert(path,
            $"SELECT a AS \"rows before\", b AS \"rows after\" FROM (SELECT (SELECT count(*) FROM {Q(before.Name)}) AS a, (SELECT "
                + $"count(*) FROM {Q(temporary)}) AS b) WHERE a <> b",
            $"the copy of {after.Name} has another number of rows");
        if (!before.Columns.Any(c => c.Identity is not null) || !after.Columns.Any(c => c.Identity is not null)) return;
        // The counter may be ahead of the greatest row: numbers of deleted rows must not come back.
        steps.Scaffold(path, serves, $"DELETE FROM sqlite_sequence WHERE name = {StepList.Literal(temporary)}");
        steps.Scaffold(path, serves,
            $"INSERT INTO sqlite_sequence (name, seq) SELECT {StepList.Literal(temporary)}, seq FROM sqlite_sequence WHERE name = "
                + $"{StepList.Literal(before.Name)}");
        string Counter(string table) => $"(SELECT group_concat(seq) FROM sqlite_sequence WHERE name = {table})";
        steps.Assert(path,
            $"SELECT a AS \"last number before\", b AS \"last number after\" FROM (SELECT {Counter(StepList.Literal(before.Name))} AS a, "
                + $"{Counter(StepList.Literal(temporary))} AS b) WHERE a IS NOT b",
            $"the copy of {after.Name} counts on from another number");
    }

    /// <summary>
    /// Where the rowid goes: external content tables and applications refer to it, so it stays what it was. Null where a
    /// column that is copied is its other name.
    /// </summary>
    private static (string Into, string From)? Rowid(Table before, Table after)
    {
        if (before.HasOption("WITHOUT ROWID") || after.HasOption("WITHOUT ROWID")) return null;
        var alias = after.Columns.FirstOrDefault(c => Types.IsRowidAlias(after, c));
        if (alias is not null && before.Column(alias.Name) is not null) return null;
        var taken = before.Columns.Concat(alias is null ? after.Columns : []).Select(c => c.Name.Value).ToHashSet(SqliteNames.Comparer);
        return RowidNames.FirstOrDefault(n => !taken.Contains(n)) is { } free ? (alias is null ? free : Q(alias.Name), free) : null;
    }

    private static Reverse Back(IReadOnlyList<Change> changes) => changes.Any(c => c is Change.Drop { Before: Column { Computed: null } })
        ? new(ReverseKind.Impossible, "values of a dropped column are gone; only the empty column comes back")
        : new(ReverseKind.Sql, "a rebuild of the table in its former definition");

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
