namespace SchemaSync.MySql.Planning;

/// <summary>
/// A table whose rows get values on the way: first what they are written into, then the values, then everything else. Another type comes by
/// a column that the server computes and so keeps up to date while others write, until it takes the place of the old one in one statement.
/// </summary>
internal sealed class FilledTable(Table before, Table after, RowValues values,
    MySqlCapabilities server, MySqlDialect dialect, NormalForm form)
{
    private static readonly HashSet<string> Walked = ["tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "char", "varchar",
        "binary", "varbinary", "date", "datetime", "timestamp"];

    private readonly string _name = MySqlText.Quote(after.Name);
    private readonly RowsToCome _rows = new(before, after, values);

    /// <summary>Whether anything is said about rows of the table that these changes ask for.</summary>
    public static bool Is(IEnumerable<Change> changes, RowValues values) =>
        changes.Any(c => values.Fill(c.Id) is not null || values.Conversion(c.Id) is not null);

    /// <summary>What the column is called that the server computes.</summary>
    public static Identifier Computed(Identifier column) =>
        new($"__schemasync_using_{(column.Value.Length > 40 ? column.Value[..40] : column.Value)}");

    /// <summary>The statements.</summary>
    public IEnumerable<Step> Steps()
    {
        Refuse();
        var between = Between();
        var said = string.Join(", ", Conversions.Select(c => RowValues.Written(c.Intent)));
        foreach (var step in new TableWork(before, between, Changes(before, between), server).Steps())
            yield return step with { Written = said, Parts = Conversions.Skip(1).Any() ? Tries() : [] };
        foreach (var (column, intent) in Fills)
        {
            var missing = $"{MySqlText.Quote(column.Name)} IS NULL";
            var sql = $"UPDATE {_name} SET {MySqlText.Quote(column.Name)} = ({intent.Sql}){Untouched(column)} WHERE {missing}";
            yield return FillSteps.Fill(intent, sql, FillSteps.Walk(intent, _name, missing, Key()));
            yield return FillSteps.Check(intent,
                $"SELECT * FROM {_name} WHERE {missing} AND ({intent.Sql}) IS NULL") with { Transaction = TransactionMode.None };
            yield return FillSteps.Fill(intent, sql, null) with
            {
                Serves = $"fill {intent.Subject} of rows that came meanwhile",
                Lock = LockMode.None,
                Hazards = [],
            };
        }

        var rest = Changes(between, after).Where(c =>
            c is not Change.Drop { Before: Column gone } || !Conversions.Any(v => Computed(v.Column.Name) == gone.Name));
        const string Obstacle = "a row without a value that comes meanwhile would get one of the program's own";
        foreach (var step in new TableWork(between, after, [.. rest], server, values).Steps())
            yield return step with { Online = step.Online is { } online ? online with { Obstacle = Obstacle } : null };
    }

    // One statement computes all columns; asked for alone, each tells whose text the server does not take.
    private EquatableArray<Step> Tries() => Conversions.Select(c => new Step
    {
        Sql = $"SELECT ({c.Intent.Sql}) FROM {_name} LIMIT 0",
        Serves = $"alter {c.Intent.Subject}",
        Subject = c.Intent.Subject,
        Written = RowValues.Written(c.Intent),
    }).ToEquatableArray();

    /// <summary>Questions before the first statement, where the table has its name by then.</summary>
    public IEnumerable<DataCheck> DataChecks()
    {
        foreach (var (column, intent) in Fills.Concat(Conversions).Where(f => !f.Column.Nullable && _rows.CanBeAsked(f.Intent)))
        {
            var id = ObjectId.Of(after.Name, column);
            var isThere = before.Column(column.Name) is not null;
            var which = !isThere ? ""
                : intent.Kind == IntentKind.Backfill ? $"{MySqlText.Quote(column.Name)} IS NULL AND "
                : $"{MySqlText.Quote(column.Name)} IS NOT NULL AND ";
            yield return new(id, $"SELECT * FROM {_name} WHERE {which}({intent.Sql}) IS NULL LIMIT 1000", intent.Kind == IntentKind.Backfill
                ? $"{RowValues.Written(intent)} gives no value for a row of {after.Name}"
                    : $"{RowValues.Written(intent)} gives no {column.Type.Native} for a value of {column.Name}");
        }
    }

    private IEnumerable<(Column Column, Intent Intent)> Fills => Said(values.Fill);

    private IEnumerable<(Column Column, Intent Intent)> Conversions => Said(values.Conversion);

    private IEnumerable<(Column Column, Intent Intent)> Said(Func<ObjectId, Intent?> said) =>
        after.Columns.Select(c => (Column: c, Intent: said(ObjectId.Of(after.Name, c))))
            .Where(c => c.Intent is not null).Select(c => (c.Column, c.Intent!));

    // What is written into, each behind the column that it will stand behind; all else is as it was.
    private Table Between()
    {
        var columns = before.Columns.ToList();
        foreach (var (column, _) in Fills)
        {
            var bare = column with { Nullable = true, Default = null, OnUpdate = null };
            var at = columns.FindIndex(c => c.Name == column.Name);
            if (at < 0) columns.Insert(Place(columns, column), bare);
            else if (columns[at].Type != column.Type && values.Conversion(ObjectId.Of(after.Name, column)) is null)
                columns[at] = column with { Nullable = true };
        }

        foreach (var (column, intent) in Conversions)
        {
            var computed = new Column
            {
                Name = Computed(column.Name),
                Type = column.Type,
                Collation = column.Collation,
                CharSet = column.CharSet,
                Nullable = true,
                Computed = new(new(intent.Sql!), Stored: true),
            };
            var at = columns.FindIndex(c => c.Name == computed.Name);
            if (at < 0) columns.Add(computed);
            // A run that died left it.
            else columns[at] = computed;
        }

        return before with { Columns = columns.ToEquatableArray() };
    }

    private int Place(List<Column> columns, Column column)
    {
        for (var i = after.Columns.ToList().IndexOf(column) - 1; i >= 0; i--)
            if (columns.FindIndex(c => c.Name == after.Columns[i].Name) is >= 0 and var at) return at + 1;
        return 0;
    }

    private IReadOnlyList<Change> Changes(Table from, Table to) =>
        Differ.Compare(new() { Form = form, Objects = [from] }, new() { Form = form, Objects = [to] }, dialect).Changes.ToList();

    // A moment that the server writes with every update says when somebody changed the row, and nobody did.
    private string Untouched(Column filled) => string.Concat(before.Columns.Where(c => c.OnUpdate is not null && c.Name != filled.Name)
        .Select(c => $", {MySqlText.Quote(c.Name)} = {MySqlText.Quote(c.Name)}"));

    // Of other types a value that was read is not surely the one that is compared.
    private IEnumerable<string> Key() => before.PrimaryKey is { } key
        && key.Columns.All(p =>
            p is { Expression: null, PrefixLength: null } && before.Column(p.Column)?.Type.Native is { } type && type != "tinyint(1)"
                && Walked.Contains(NativeType.Of(type).Name))
        ? key.Columns.Select(p => MySqlText.Quote(p.Column)) : [];

    private void Refuse()
    {
        foreach (var (column, _) in Conversions)
        {
            // A check of the column itself goes along with it.
            var user = before.CheckConstraints.Where(c => c.Column != column.Name).Concat<SchemaPart>(before.ForeignKeys)
                .FirstOrDefault(p => Names(p, column.Name))
                ?? before.Columns.FirstOrDefault(c =>
                    c.Name != Computed(column.Name) && c.Computed is { } computed && MySqlText.Mentions(computed.Expression, column.Name));
            if (user is null && !MentionedByPartitions(column.Name)) continue;
            var id = ObjectId.Of(after.Name, column);
            var what = user is null
                ? "the partitions name it"
                : $"{ObjectId.Of(after.Name, user)} names it; drop that in a run before, and declare it again in one after";
            throw new SchemaSyncException([Diagnostic.Of(DiffDiagnostics.CannotPlan, $"alter {id}", what) with { Subject = id }]);
        }
    }

    private bool MentionedByPartitions(Identifier column) => before.PartitionBy is { } by && MySqlText.Mentions(by, column);

    private static bool Names(SchemaPart part, Identifier column) => part switch
    {
        CheckConstraint check => MySqlText.Mentions(check.Expression, column),
        ForeignKey key => key.Columns.Contains(column),
        _ => false,
    };
}
