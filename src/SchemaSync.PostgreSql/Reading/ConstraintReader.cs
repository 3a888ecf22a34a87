namespace SchemaSync.PostgreSql.Reading;

/// <summary>Constraints out of catalogue rows.</summary>
internal sealed class ConstraintReader(CatalogRows catalog)
{
    /// <summary>A primary key.</summary>
    public PrimaryKey PrimaryKey(ConstraintRow row, Dictionary<int, ColumnRow> columns)
    {
        var index = Index(row);
        return new()
        {
            Name = new(row.Name),
            Columns = row.Columns.Select(n => IndexPart.Of(columns[n].Name)).ToEquatableArray(),
            Include = Include(index, columns),
            Deferrability = DeferrabilityOf(row),
            WithoutOverlaps = row.Period,
            Options = Options(index),
            Comment = row.Comment,
        };
    }

    /// <summary>A unique constraint.</summary>
    public UniqueConstraint Unique(ConstraintRow row, Dictionary<int, ColumnRow> columns)
    {
        var index = Index(row);
        return new()
        {
            Name = new(row.Name),
            Columns = row.Columns.Select(n => IndexPart.Of(columns[n].Name)).ToEquatableArray(),
            Include = Include(index, columns),
            NullsNotDistinct = index.NullsNotDistinct,
            Deferrability = DeferrabilityOf(row),
            WithoutOverlaps = row.Period,
            Options = Options(index),
            Comment = row.Comment,
        };
    }

    /// <summary>A foreign key.</summary>
    public ForeignKey ForeignKey(ConstraintRow row, Dictionary<int, ColumnRow> columns) =>
        ForeignKey(row, columns, row.Other ?? catalog.NameOf(catalog.Relations[row.Referenced]));

    /// <summary>A foreign key to a table of that name.</summary>
    public ForeignKey ForeignKey(ConstraintRow row, Dictionary<int, ColumnRow> columns, QualifiedName table)
    {
        var theirs = row.Other is not null ? row.OtherColumns : row.ReferencedColumns.Select(n =>
            catalog.ColumnsOf(row.Referenced)[n].Name);
        return new()
        {
            Name = new(row.Name),
            Columns = row.Columns.Select(n => new Identifier(columns[n].Name)).ToEquatableArray(),
            ReferencedTable = table,
            ReferencedColumns = theirs.Select(c => new Identifier(c)).ToEquatableArray(),
            OnDelete = Action(row.OnDelete),
            OnUpdate = Action(row.OnUpdate),
            OnDeleteColumns = row.SetColumns.Select(n => new Identifier(columns[n].Name)).ToEquatableArray(),
            Match = row.Match switch { "f" => ForeignKeyMatch.Full, _ => ForeignKeyMatch.Simple },
            Deferrability = DeferrabilityOf(row),
            NotValid = !row.Validated && row.Enforced,
            NotEnforced = !row.Enforced,
            Period = row.Period,
            Comment = row.Comment,
        };
    }

    /// <summary>A check.</summary>
    public static CheckConstraint Check(ConstraintRow row) => new()
    {
        Name = new(row.Name),
        Expression = Canonical.Expression(row.Expression!),
        NoInherit = row.NoInherit,
        NotValid = !row.Validated && row.Enforced,
        NotEnforced = !row.Enforced,
        Comment = row.Comment,
    };

    /// <summary>An exclusion constraint; deferring is told apart from its definition.</summary>
    public static ExclusionConstraint Exclusion(ConstraintRow row)
    {
        var text = row.Definition!;
        foreach (var tail in (string[])[" INITIALLY DEFERRED", " DEFERRABLE"])
            text = text.EndsWith(tail, StringComparison.Ordinal) ? text[..^tail.Length] : text;
        return new()
        {
            Name = new(row.Name),
            Definition = Canonical.Expression(text["EXCLUDE ".Length..]),
            Deferrability = DeferrabilityOf(row),
            Comment = row.Comment,
        };
    }

    /// <summary>When a constraint or constraint trigger is checked.</summary>
    public static Deferrability DeferrabilityOf(bool deferrable, bool deferred) =>
        deferred ? Deferrability.InitiallyDeferred : deferrable ? Deferrability.InitiallyImmediate : Deferrability.NotDeferrable;

    private static Deferrability DeferrabilityOf(ConstraintRow row) => DeferrabilityOf(row.Deferrable, row.Deferred);

    private static ReferentialAction Action(string letter) => letter switch
    {
        "r" => ReferentialAction.Restrict,
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };

    private IndexRow Index(ConstraintRow row) => catalog.Indexes[row.Relation].First(i => i.Oid == row.Index);

    private static EquatableArray<Identifier> Include(IndexRow index, Dictionary<int, ColumnRow> columns) =>
        index.Columns.Skip(index.KeyCount).Select(n => new Identifier(columns[n].Name)).ToEquatableArray();

    private static EquatableArray<TableOption> Options(IndexRow index) => IndexReader.Options(index);
}
