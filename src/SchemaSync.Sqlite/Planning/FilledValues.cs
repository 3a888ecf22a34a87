namespace SchemaSync.Sqlite.Planning;

/// <summary>What rows of one table get on the way into its new definition, in the words of the query that copies them.</summary>
internal sealed class FilledValues(Table before, Table after, RowValues values)
{
    /// <summary>Whether anything is said about a column.</summary>
    public bool Has(Identifier column) => Fill(column) is not null || Conversion(column) is not null;

    /// <summary>Whether rows get a value where they have none.</summary>
    public bool IsFilled(Identifier column) => Fill(column) is not null;

    /// <summary>Whether values become what is declared.</summary>
    public bool IsConverted(Identifier column) => Conversion(column) is not null;

    /// <summary>The value of a column; null where nothing is said about it.</summary>
    public string? Value(Identifier column)
    {
        if (!Has(column)) return null;
        var own = Conversion(column) is { } conversion ? $"({conversion.Sql})"
            : before.Column(column) is null ? null
            : SqliteText.Quote(column);
        return Fill(column) is not { } fill ? own : own is null ? $"({fill.Sql})" : $"coalesce({own}, ({fill.Sql}))";
    }

    /// <summary>The same where it can be asked for before the first statement: what another table holds by then nobody knows.</summary>
    public string? ValueBefore(Identifier column) =>
        Value(column) is { } value && !Lexer.Read(value).Tokens.Any(t => t.IsWord("SELECT")) ? value : null;

    /// <summary>The attributes whose SQL a copy of the rows runs.</summary>
    public string Written => string.Join(", ", All.Select(RowValues.Written));

    /// <summary>Each of them alone, where there are several: the copy does not tell whose text is refused.</summary>
    public EquatableArray<Step> Tries => !All.Skip(1).Any() ? [] : All.Select(intent => new Step
    {
        Sql = $"SELECT ({intent.Sql}) FROM {SqliteText.Quote(before.Name)} LIMIT 0",
        Serves = $"alter {intent.Subject}",
        Subject = intent.Subject,
        Written = RowValues.Written(intent),
    }).ToEquatableArray();

    /// <summary>Adds the questions whether a row is left without a value, for the moment before the rows are written.</summary>
    public void Check(StepList steps)
    {
        foreach (var column in after.Columns.Where(c => !c.Nullable && Has(c.Name)))
        {
            var intent = Fill(column.Name) ?? Conversion(column.Name)!;
            steps.Add(FillSteps.Check(intent, $"SELECT * FROM {SqliteText.Quote(before.Name)} WHERE {Value(column.Name)} IS NULL") with
            {
                Transaction = TransactionMode.Shared, Lock = LockMode.BlocksWrites,
            });
        }
    }

    /// <summary>Adds the statement that fills a column in its place.</summary>
    public void Fill(StepList steps, Column column)
    {
        var name = SqliteText.Quote(column.Name);
        var intent = Fill(column.Name)!;
        Check(steps);
        steps.Add(FillSteps.Fill(intent,
            $"UPDATE {SqliteText.Quote(before.Name)} SET {name} = ({intent.Sql}) WHERE {name} IS NULL", null) with
        {
            TransactionalSql = null, Transaction = TransactionMode.Shared, Hazards = [],
        });
    }

    private IEnumerable<Intent> All => after.Columns.SelectMany(c => new[] { Fill(c.Name), Conversion(c.Name) }).OfType<Intent>();

    private Intent? Fill(Identifier column) => values.Fill(ObjectId.In(ObjectKind.Column, after.Name, column));

    private Intent? Conversion(Identifier column) => values.Conversion(ObjectId.In(ObjectKind.Column, after.Name, column));
}
