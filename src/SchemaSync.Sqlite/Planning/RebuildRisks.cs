namespace SchemaSync.Sqlite.Planning;

/// <summary>What may happen to the rows of a table when they are copied into another
/// definition, and the questions that find out before.</summary>
internal sealed class RebuildRisks(Table before, Table after, IReadOnlyList<Change> changes, FilledValues values)
{
    private readonly RowsToCome _rows = new(before, after, values);

    /// <summary>Columns whose values are compared in another way afterwards, or are other values: keys over them may clash.</summary>
    public static HashSet<Identifier> Recompared(Table before, Table after)
    {
        var found = Copied(before, after)
            .Where(c => c.Before.Collation != c.After.Collation || Types.AffinityOf(before, c.Before) != Types.AffinityOf(after, c.After))
            .Select(c => c.After.Name)
            .Concat(after.Columns.Where(c => c.Computed is not null && before.Column(c.Name) is { } old && !old.HasSameFacets(c))
                .Select(c => c.Name)).ToHashSet();
        // What is computed from such a column is another value as well.
        while (after.Columns.FirstOrDefault(c => c.Computed is { } computed && !found.Contains(c.Name)
            && found.Any(f => Questions.Uses(computed.Expression, f))) is { } next) found.Add(next.Name);
        return found;
    }

    /// <summary>Whether an index says something about one of these columns.</summary>
    public static bool IsOver(Index index, HashSet<Identifier> columns) =>
        index.Columns.Any(p => columns.Contains(p.Column) || (p.Expression is { } e && columns.Any(c => Questions.Uses(e, c))));

    /// <summary>Adds the questions.</summary>
    public void Ask(StepList steps)
    {
        AskColumns(steps);
        foreach (var check in Changed<CheckConstraint>().Concat(RecheckedAnew()))
        {
            var used = after.Columns.Select(c => c.Name).Where(c => Questions.Uses(check.Expression, c)).ToList();
            if (used.TrueForAll(_rows.IsKnown))
                Questions.Holds(steps, before, check, used.TrueForAll(_rows.IsAsCompared) ? null : _rows.Typed(used));
        }

        foreach (var (key, parts) in KeysThatMayClash())
        {
            var columns = parts.Select(p => p.Column).ToList();
            Questions.NoDuplicates(steps, before, ObjectId.Of(after.Name, key), Compared(parts), null,
                columns.TrueForAll(_rows.IsAsItWas) ? null : _rows.With(columns));
        }
    }

    private void AskColumns(StepList steps)
    {
        foreach (var column in after.Columns.Where(c => !c.Nullable && c.Computed is null && !values.Has(c.Name)))
        {
            if (before.Column(column.Name) is { } old)
            {
                if (old.Nullable) Questions.NoNulls(steps, before, column);
            }
            else if (column.Default is null && !Types.IsRowidAlias(after, column)) Questions.IsEmpty(steps, before, column);
        }

        foreach (var column in after.Columns)
        {
            if (_rows.Misfit(column) is { } misfit) Questions.Fits(steps, before, column, misfit);
            if (_rows.ComputedMisfit(column) is { } other && _rows.IsKnown(column.Name))
                Questions.Fits(steps, before, column, other, _rows.With([column.Name]));
            if (IsNewlyComputed(column) && _rows.IsKnown(column.Name)) Questions.NoNulls(steps, before, column, _rows.With([column.Name]));
        }
    }

    /// <summary>Adds the question whether rows share a key of a unique index; in the
    /// middle of the transaction where only the copy can tell.</summary>
    public void Ask(StepList steps, Index index)
    {
        var path = ObjectId.Of(after.Name, index);
        SqlExpression[] texts = [.. index.Columns.Select(p => p.Expression).OfType<SqlExpression>(),
            .. index.Where is { } where ? [where] : Array.Empty<SqlExpression>()];
        var used = after.Columns.Select(c => c.Name).Where(c => texts.Any(t => Questions.Uses(t, c))).ToList();
        var columns = index.Columns.Where(p => p.Expression is null).Select(p => p.Column).ToList();
        if (!used.TrueForAll(_rows.IsAsCompared) || !columns.TrueForAll(_rows.IsKnown))
        {
            if (used.Concat(columns).All(_rows.IsKnown))
                Questions.NoDuplicates(steps, before, path, index.Columns, index.Where, _rows.Typed(columns.Concat(used).Distinct()));
            Questions.NoDuplicatesMeanwhile(steps, after, path, index.Columns, index.Where);
        }

        // A column that is NULL in every row keeps them apart.
        else if (columns.TrueForAll(c =>
            before.Column(c) is not null || values.Has(c) || after.Column(c) is { Default: not null } or { Computed: not null }))
            Questions.NoDuplicates(steps, before, path, Compared(index.Columns), index.Where,
                columns.TrueForAll(_rows.IsAsItWas) ? null : _rows.With([.. columns, .. used]));
    }

    /// <summary>The hazards of the copy.</summary>
    public IEnumerable<Hazard> Hazards()
    {
        foreach (var change in changes)
        {
            if (change is Change.Drop { Before: Column { Computed: null } } drop)
                yield return PlanHazards.Loses(drop.Id, $"dropping {drop.Id}");
            else if (change is Change.Drop { Before: UniqueConstraint or ForeignKey or CheckConstraint or PrimaryKey })
                yield return PlanHazards.Weakens(change, change.Owner);
            else if (change is Change.Alter { Before: Column { Computed: null }, After: Column { Computed: not null } })
                yield return PlanHazards.Loses(change.Id, $"computing {change.Id}", change.Id.ToString());
            if (change is Change.Add { After: ForeignKey { OnDelete: ReferentialAction.Cascade } key })
                yield return PlanHazards.Cascades(change.Id, change.ToString(), key.ReferencedTable, after.Name);
            if (WhyMayFail(change) is { } why) yield return PlanHazards.MayFail(change.Id, change.ToString(), after.Name, why);
        }

        foreach (var (old, column) in Copied(before, after))
        {
            if (values.IsConverted(column.Name))
            {
                yield return PlanHazards.Loses(ObjectId.Of(after.Name, column),
                    $"changing {ObjectId.Of(after.Name, column)} from {old.Type} to {column.Type}");
                continue;
            }

            if (!Types.MayChangeValues(Types.AffinityOf(before, old), Types.AffinityOf(after, column))) continue;
            var path = ObjectId.Of(after.Name, column);
            yield return PlanHazards.Loses(path,
                old.Type == column.Type
                    ? $"{path}, a column of {old.Type} that is no longer in a STRICT table,"
                    : $"changing {path} from {old.Type} to {column.Type}", $"{path} that does not read the same as {column.Type}");
        }

        foreach (var (key, _) in KeysThatMayClash().Where(k => !changes.Any(c => c.Subject == k.Key)))
        {
            var path = ObjectId.Of(after.Name, key);
            yield return PlanHazards.MayFail(path, $"keeping {path}", after.Name, "two rows share a key");
        }

        foreach (var column in after.Columns.Where(c => _rows.ComputedMisfit(c) is not null))
        {
            var path = ObjectId.Of(after.Name, column);
            yield return PlanHazards.MayFail(path, $"computing {path}", after.Name, $"a value of {column.Name} is no {column.Type}");
        }

        foreach (var check in RecheckedAnew())
        {
            var path = ObjectId.Of(after.Name, check);
            yield return PlanHazards.MayFail(path, $"keeping {path}", after.Name, "the check is false");
        }
    }

    private IEnumerable<T> Changed<T>()
        where T : SchemaObject => changes.Where(c => c is Change.Add or Change.Alter).Select(c => c.Subject).OfType<T>();

    /// <summary>Checks that stay, over values that will be others.</summary>
    private IEnumerable<CheckConstraint> RecheckedAnew()
    {
        var recompared = Recompared(before, after);
        recompared.UnionWith(after.Columns.Select(c => c.Name).Where(values.IsConverted));
        return after.CheckConstraints.Except(Changed<CheckConstraint>())
            .Where(check => recompared.Any(c => Questions.Uses(check.Expression, c)));
    }

    private bool IsNewlyComputed(Column column) =>
        column is { Nullable: false, Computed: not null } && before.Column(column.Name) is var old
            && (old is null || !old.HasSameFacets(column));

    /// <summary>Columns with values that come from a column with values.</summary>
    private static IEnumerable<(Column Before, Column After)> Copied(Table before, Table after) =>
        from column in after.Columns
        where column.Computed is null
        let old = before.Column(column.Name)
        where old is { Computed: null }
        select (old, column);

    /// <summary>New keys, and old ones over values that are compared in another way; all
    /// over columns whose values are known and not all NULL.</summary>
    private IEnumerable<(SchemaObject Key, EquatableArray<IndexPart> Parts)> KeysThatMayClash()
    {
        var changed = changes.Where(c => c is Change.Add or Change.Alter).Select(c => c.Subject).ToHashSet();
        var recompared = Recompared(before, after);
        var keys = after.UniqueConstraints.Select(u => ((SchemaObject)u, u.Columns))
            .Concat(after.PrimaryKey is { } key ? [(key, key.Columns)] : []);
        return keys.Where(k =>
            (changed.Contains(k.Item1) || k.Columns.Any(p => recompared.Contains(p.Column) || values.Has(p.Column)))
                && k.Columns.All(p =>
                    _rows.IsKnown(p.Column)
                        && (before.Column(p.Column) is not null || values.Has(p.Column)
                            || after.Column(p.Column) is { Default: not null } or { Computed: not null })));
    }

    /// <summary>The parts as they will be compared: by the collations of the new definition, though the
    /// question is put to the old table, or to an expression that has none.</summary>
    private EquatableArray<IndexPart> Compared(EquatableArray<IndexPart> parts) => parts.Select(p =>
    {
        var collation = after.Column(p.Column)?.Collation;
        if (p.Collation is not null || p.Expression is not null) return p;
        if (!_rows.IsAsItWas(p.Column)) return collation is null ? p : p with { Collation = collation };
        return collation != before.Column(p.Column)?.Collation ? p with { Collation = collation ?? "BINARY" } : p;
    }).ToEquatableArray();

    private string? WhyMayFail(Change change) => change switch
    {
        // Asked for before the rows are copied.
        Change.Add or Change.Alter when change.Subject is Column c && values.Has(c.Name) => null,
        Change.Add { After: Column { Nullable: false, Default: null, Computed: null } c } when !Types.IsRowidAlias(after, c) =>
            FillSteps.NoValue(c.Name, c.Type.Native),
        Change.Alter { Before: Column { Nullable: true }, After: Column { Nullable: false } c } => $"{c.Name} is NULL",
        Change.Add or Change.Alter when change.Subject is UniqueConstraint => "two rows share a key",
        Change.Add or Change.Alter when change.Subject is PrimaryKey key && key.Columns.Any(p => before.Column(p.Column) is not null) =>
            "two rows share a key",
        Change.Add or Change.Alter when change.Subject is CheckConstraint => "the check is false",
        Change.Add or Change.Alter when change.Subject is ForeignKey => "it refers to a row that is not there",
        Change.Add { After: Column { Computed: not null } c } when IsNewlyComputed(c) => $"{c.Name} is computed as NULL",
        Change.Alter { After: Column c } when IsNewlyComputed(c) => $"{c.Name} is computed as NULL",
        Change.Alter { Before: Column b, After: Column c } when _rows.Misfit(c) is not null && b.Type != c.Type =>
            $"a value of {c.Name} is no {c.Type}",
        Change.Alter { After: Table } when after.HasOption("STRICT") && !before.HasOption("STRICT") =>
            "a value is not of its column's type",
        _ => null,
    };
}
