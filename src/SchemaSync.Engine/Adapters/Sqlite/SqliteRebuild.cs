namespace SchemaSync.Engine;

/// <summary>
/// Copies a table into its new definition (lang_altertable, section 7; HAZARDS row 50). The executor has foreign_keys off
/// since before the transaction; legacy_alter_table keeps the final rename from rewriting references to the old name.
/// </summary>
internal static class SqliteRebuild
{
    private static readonly string[] RowidNames = ["rowid", "_rowid_", "oid"];

    /// <summary>Adds the statements, checks included.</summary>
    public static void Add(SqliteSteps steps, Table before, Table after, IReadOnlyList<Change> changes, string reason)
    {
        var path = ObjectPath.Of(after);
        var serves = changes.Count == 1 ? changes[0].ToString() : $"rebuild {path} for {changes.Count} changes";
        var copied = after.Columns.Where(c => c.Computed is null && before.Column(c.Name) is not null).ToList();
        var temporary = new Identifier($"__schemasync_new_{after.Name}");
        Ask(steps, before, after, changes);
        steps.Add(new Step
        {
            Sql = SqliteRender.Create(after, temporary), Serves = serves, Subject = path, Lock = LockMode.BlocksWrites, Rows = RowAccess.Rewrite,
            Hazards = [new(Diagnostic.Of(Hazards.RebuildsTable, serves, path.ToString(), reason) with { Subject = path }), .. Risks(before, after, changes)],
            Reverse = Back(changes),
        });
        Copy(steps, before, after, temporary, copied, serves);
        steps.Scaffold(path, serves, $"DROP TABLE {Q(before.Name)}");
        steps.Scaffold(path, serves, "PRAGMA legacy_alter_table = ON");
        steps.Scaffold(path, serves, $"ALTER TABLE {Q(temporary)} RENAME TO {Q(after.Name)}");
        steps.Scaffold(path, serves, "PRAGMA legacy_alter_table = OFF");
    }

    private static void Copy(SqliteSteps steps, Table before, Table after, Identifier temporary, List<Column> copied, string serves)
    {
        var path = ObjectPath.Of(after);
        var names = copied.Select(c => Q(c.Name)).Concat(Rowid(before, after) is { } rowid ? [rowid] : []).ToList();
        if (names.Count > 0)
        {
            var list = string.Join(", ", names);
            steps.Scaffold(path, serves, $"INSERT INTO {Q(temporary)} ({list}) SELECT {list} FROM {Q(before.Name)}");
        }

        steps.Assert(path, $"SELECT a AS \"rows before\", b AS \"rows after\" FROM (SELECT (SELECT count(*) FROM {Q(before.Name)}) AS a, (SELECT count(*) FROM {Q(temporary)}) AS b) WHERE a <> b",
            $"the copy of {after.Name} has another number of rows");
        if (!before.Columns.Any(c => c.Identity is not null) || !after.Columns.Any(c => c.Identity is not null)) return;
        // The counter may be ahead of the greatest row: numbers of deleted rows must not come back.
        steps.Scaffold(path, serves, $"DELETE FROM sqlite_sequence WHERE name = {SqliteSteps.Literal(temporary)}");
        steps.Scaffold(path, serves, $"INSERT INTO sqlite_sequence (name, seq) SELECT {SqliteSteps.Literal(temporary)}, seq FROM sqlite_sequence WHERE name = {SqliteSteps.Literal(before.Name)}");
    }

    /// <summary>The rowid is copied where no column is its alias: external content tables and applications refer to it.</summary>
    private static string? Rowid(Table before, Table after)
    {
        if (before.HasOption("WITHOUT ROWID") || after.HasOption("WITHOUT ROWID")) return null;
        if (after.Columns.Any(c => SqliteTypes.IsRowidAlias(after, c)) || before.Columns.Any(c => SqliteTypes.IsRowidAlias(before, c))) return null;
        var taken = before.Columns.Concat(after.Columns).Select(c => c.Name.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return RowidNames.FirstOrDefault(n => !taken.Contains(n));
    }

    private static void Ask(SqliteSteps steps, Table before, Table after, IReadOnlyList<Change> changes)
    {
        foreach (var column in after.Columns.Where(c => !c.Nullable && c.Computed is null))
        {
            if (before.Column(column.Name) is { } old)
            {
                if (old.Nullable) SqliteAssertions.NoNulls(steps, before, column);
            }
            else if (column.Default is null && !SqliteTypes.IsRowidAlias(after, column)) SqliteAssertions.IsEmpty(steps, before, column);
        }

        foreach (var change in changes.Where(c => c is Change.Add or Change.Alter))
        {
            switch (change.Subject)
            {
                case CheckConstraint check when !UsesNew(before, after, check.Expression): SqliteAssertions.Holds(steps, before, check); break;
                case UniqueConstraint unique when unique.Columns.All(p => before.Column(p.Column) is not null): SqliteAssertions.NoDuplicates(steps, before, change.Path, unique.Columns, null); break;
                case PrimaryKey key when key.Columns.All(p => before.Column(p.Column) is not null): SqliteAssertions.NoDuplicates(steps, before, change.Path, key.Columns, null); break;
            }
        }
    }

    private static bool UsesNew(Table before, Table after, SqlExpression expression) =>
        after.Columns.Any(c => before.Column(c.Name) is null && SqliteAssertions.Uses(expression, c.Name));

    private static IEnumerable<Hazard> Risks(Table before, Table after, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            if (change is Change.Drop { Before: Column { Computed: null } } drop) yield return SqliteTableWork.LosesColumn(drop);
            else if (change is Change.Drop { Before: UniqueConstraint or ForeignKey or CheckConstraint or PrimaryKey }) yield return SqliteTableWork.Weakens(change);
            else if (change is Change.Alter { Before: Column b, After: Column a } && b.Computed is null && a.Computed is null && SqliteTypes.MayChangeValues(b.Type, a.Type))
            {
                yield return new(Diagnostic.Of(Hazards.LosesData, $"changing {change.Path} from {b.Type} to {a.Type}", $"{change.Path} that does not read the same as {a.Type}") with { Subject = change.Path });
            }
            else if (change is Change.Alter { Before: Column { Computed: null }, After: Column { Computed: not null } }) yield return new(Diagnostic.Of(Hazards.LosesData, $"computing {change.Path}", change.Path.ToString()) with { Subject = change.Path });
            if (change is Change.Add { After: ForeignKey { OnDelete: ReferentialAction.Cascade } key }) yield return new(Diagnostic.Of(Hazards.CascadesDeletes, change.ToString(), key.ReferencedTable.Value, after.Name.Value) with { Subject = change.Path });
            if (WhyMayFail(before, change) is { } why) yield return SqliteTableWork.MayFail(change.Path, change.ToString(), after, why);
        }
    }

    private static string? WhyMayFail(Table before, Change change) => change switch
    {
        Change.Add { After: Column { Nullable: false, Default: null, Computed: null } c } => $"{c.Name} would have no value",
        Change.Alter { Before: Column { Nullable: true }, After: Column { Nullable: false } c } => $"{c.Name} is NULL",
        Change.Add or Change.Alter when change.Subject is UniqueConstraint or PrimaryKey => "two rows share a key",
        Change.Add or Change.Alter when change.Subject is CheckConstraint => "the check is false",
        Change.Add or Change.Alter when change.Subject is ForeignKey => "it refers to a row that is not there",
        Change.Alter { After: Table after } when after.HasOption("STRICT") && !before.HasOption("STRICT") => "a value is not of its column's type",
        _ => null,
    };

    private static Reverse Back(IReadOnlyList<Change> changes) => changes.Any(c => c is Change.Drop { Before: Column { Computed: null } })
        ? new(ReverseKind.Impossible, "values of a dropped column are gone; only the empty column comes back")
        : new(ReverseKind.Sql, "a rebuild of the table in its former definition");

    private static string Q(Identifier name) => SqliteText.Quote(name);
}
