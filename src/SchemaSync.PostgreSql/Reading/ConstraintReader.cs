namespace SchemaSync.PostgreSql.Reading;

/// <summary>Constraints out of catalogue rows.</summary>
internal sealed class ConstraintReader(CatalogRows catalog)
{
    private readonly Dictionary<string, IndexPart> _parts = new(StringComparer.Ordinal);

    /// <summary>A primary key.</summary>
    public PrimaryKey PrimaryKey(ConstraintRow row, NumberedColumns columns)
    {
        var index = Index(row);
        return new()
        {
            Name = new(row.Name),
            Columns = Parts(row.Columns, columns),
            Include = Include(index, columns),
            Deferrability = DeferrabilityOf(row),
            WithoutOverlaps = row.Period,
            Options = Options(index),
            Comment = row.Comment,
        };
    }

    /// <summary>A unique constraint.</summary>
    public UniqueConstraint Unique(ConstraintRow row, NumberedColumns columns)
    {
        var index = Index(row);
        return new()
        {
            Name = new(row.Name),
            Columns = Parts(row.Columns, columns),
            Include = Include(index, columns),
            NullsNotDistinct = index.NullsNotDistinct,
            Deferrability = DeferrabilityOf(row),
            WithoutOverlaps = row.Period,
            Options = Options(index),
            Comment = row.Comment,
        };
    }

    /// <summary>A foreign key.</summary>
    public ForeignKey ForeignKey(ConstraintRow row, NumberedColumns columns) =>
        ForeignKey(row, columns, row.Other ?? catalog.NameOf(catalog.Relations[row.Referenced]));

    /// <summary>A foreign key to a table of that name.</summary>
    public ForeignKey ForeignKey(ConstraintRow row, NumberedColumns columns, QualifiedName table)
    {
        return new()
        {
            Name = new(row.Name),
            Columns = Names(row.Columns, columns),
            ReferencedTable = table,
            ReferencedColumns = row.Other is not null ? row.OtherColumns.Select(c => new Identifier(c)).ToEquatableArray()
                : Names(row.ReferencedColumns, catalog.ColumnsOf(row.Referenced)),
            OnDelete = Action(row.OnDelete),
            OnUpdate = Action(row.OnUpdate),
            OnDeleteColumns = Names(row.SetColumns, columns),
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

    private IndexRow Index(ConstraintRow row)
    {
        foreach (var index in catalog.Indexes[row.Relation]) if (index.Oid == row.Index) return index;
        throw new KeyNotFoundException($"there is no index of {row.Name}");
    }

    private static EquatableArray<Identifier> Include(IndexRow index, NumberedColumns columns) =>
        Names(index.Columns.AsSpan(index.KeyCount), columns);

    /// <summary>The names of columns.</summary>
    public static EquatableArray<Identifier> Names(ReadOnlySpan<int> numbers, NumberedColumns columns)
    {
        if (numbers.IsEmpty) return [];
        var names = new Identifier[numbers.Length];
        for (var i = 0; i < names.Length; i++) names[i] = new(columns[numbers[i]].Name);
        return names.ToEquatableArray();
    }

    private EquatableArray<IndexPart> Parts(ReadOnlySpan<int> numbers, NumberedColumns columns)
    {
        var parts = new IndexPart[numbers.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = Part(columns[numbers[i]].Name);
        return parts.ToEquatableArray();
    }

    private IndexPart Part(string column)
    {
        if (!_parts.TryGetValue(column, out var part)) _parts.Add(column, part = IndexPart.Of(column));
        return part;
    }

    private static EquatableArray<TableOption> Options(IndexRow index) => IndexReader.Options(index);
}
