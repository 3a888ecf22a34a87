namespace SchemaSync.PostgreSql.Planning;

/// <summary>Changes of keys, checks and exclusion constraints of one table that is there already.</summary>
/// <param name="state">Both sides.</param>
/// <param name="steps">Where the steps go.</param>
/// <param name="after">The table as it will be.</param>
/// <param name="lost">Columns that go, if only to come again: their keys go with
/// them, and cannot serve until the new ones are there.</param>
internal sealed class ConstraintWork(PlanState state, PlanSteps steps, Table after, IReadOnlySet<Identifier> lost)
{
    private readonly string _table = PostgreSqlText.Quote(after.Name);
    private readonly RowsToCome _rows = new(state, after);

    private bool IsPartitioned => after.PartitionBy is not null;

    /// <summary>Drops what goes, and changes what can be changed as it is; what needs to be made anew is returned.</summary>
    public void Plan(IEnumerable<Change> changes)
    {
        // References that stay may need one that comes where another becomes a different one.
        foreach (var change in changes.OrderBy(c => c is not Change.Add { After: UniqueConstraint }))
        {
            switch (change)
            {
                case Change.Drop drop: Drop(drop, drop.Before); break;
                case Change.Rename rename: Rename(rename); break;
                case Change.Alter alter: Alter(alter); break;
                case Change.Add add: Add(add, ConstraintName.Give(after, (SchemaPart)add.After, state), replaces: null); break;
            }
        }
    }

    private void Rename(Change.Rename rename) => steps.Catalogue(Phase.Rename, rename,
        $"ALTER TABLE {_table} RENAME CONSTRAINT {PostgreSqlText.Quote(rename.Before.LocalName)} TO "
            + $"{PostgreSqlText.Quote(rename.After.LocalName)}",
        $"ALTER TABLE {_table} RENAME CONSTRAINT {PostgreSqlText.Quote(rename.After.LocalName)} TO "
            + $"{PostgreSqlText.Quote(rename.Before.LocalName)}");

    private void Drop(Change change, SchemaObject constraint)
    {
        if (constraint is PrimaryKey or UniqueConstraint)
            KeptForeignKeys.Apart(state, steps, after.Name, IndexOf(constraint, constraint.LocalName).Columns.Select(c => c.Column));
        DropNow(change, constraint);
    }

    private void DropNow(Change change, SchemaObject constraint) =>
        steps.Catalogue(constraint is ForeignKey ? Phase.DropForeignKeys : Phase.DropKeys, change, DropSql(constraint), null,
        TemporaryName.Is(constraint.LocalName) || change is not Change.Drop ? [] : [PlanHazards.Weakens(change, after.Name)]);

    private string DropSql(SchemaObject constraint) => $"ALTER TABLE {_table} DROP CONSTRAINT {PostgreSqlText.Quote(constraint.LocalName)}";

    private void Alter(Change.Alter change)
    {
        // Matched by definition where one side has no name: the one that is there is the one to speak of.
        if (change.After.LocalName.IsEmpty)
            change = change with { After = ((SchemaPart)change.After) with { Name = change.Before.LocalName } };
        if (RemadeParts.IsOne(change) || RemadeParts.Uses(change.Before, lost))
        {
            Drop(change, change.Before);
            Add(change, change.After, replaces: null);
        }
        else if (OnlyComment(change)) steps.Catalogue(Phase.Alter, change, CommentText.Set(after.Name, change.After, change.After.Comment));
        else if (InPlace(change) is { } sql) steps.Catalogue(Phase.Alter, change, sql);
        else if (IsValidation(change)) Validate(change, change.After);
        else if (change.After is PrimaryKey or UniqueConstraint && !IsPartitioned && !NeedsPlainBuild(change.After)
            && !IndexWork.Uses(IndexOf(change.Before, change.Before.LocalName), lost)) Add(change, change.After, replaces: change.Before);
        else if (change.After is PrimaryKey or UniqueConstraint or ExclusionConstraint
            && !lost.Any(c => ObjectUses.Names(change.Before, c))
            && !(change.After is not ExclusionConstraint && IndexWork.Uses(IndexOf(change.Before, change.Before.LocalName), lost)))
                Swap(change);
        else
        {
            Drop(change, change.Before);
            Add(change, change.After, replaces: null);
        }
    }

    /// <summary>What no index can be made for beside the writers goes and comes in one
    /// statement: where the rows do not fit, the old one stays.</summary>
    private void Swap(Change.Alter change)
    {
        var (definition, why) = Definition(change.After);
        var swap = Alone(change, $"ALTER TABLE {_table} DROP CONSTRAINT {PostgreSqlText.Quote(change.Before.LocalName)}, ADD {definition}",
            LockMode.BlocksReads,
            PlanHazards.BlocksReads(change.Id, change.ToString(), after.Name),
            PlanHazards.MayFail(change.Id, change.ToString(), after.Name, why)) with { Rows = RowAccess.Scan };
        AskDuplicates(change, change.After);
        if (change.After is ExclusionConstraint) steps.Add(Phase.Online, swap);
        else KeptForeignKeys.Around(state, steps, Phase.Online, after.Name,
            IndexOf(change.Before, change.Before.LocalName).Columns.Select(c => c.Column), swap);
        if (change.After.Comment is { } comment) steps.Catalogue(Phase.Online, change, CommentText.Set(after.Name, change.After, comment));
        if (change.After is not ExclusionConstraint) IndexMarks.Keep(state, steps, change, after.Name, change.After.LocalName);
    }

    private static (string Sql, string Why) Definition(SchemaObject constraint) => constraint switch
    {
        PrimaryKey key => (ConstraintText.Define(key), "two rows share a key"),
        UniqueConstraint unique => (ConstraintText.Define(unique), "two rows share a key"),
        _ => (ConstraintText.Define((ExclusionConstraint)constraint), "two rows exclude each other"),
    };

    // ALTER CONSTRAINT keeps what is not named.
    private static string Whole(Deferrability deferrability) => deferrability switch
    {
        Deferrability.NotDeferrable => "NOT DEFERRABLE",
        Deferrability.InitiallyImmediate => "DEFERRABLE INITIALLY IMMEDIATE",
        _ => ConstraintText.Deferred(deferrability).TrimStart(),
    };

    private static bool OnlyComment(Change.Alter change) =>
        (change.Before with { Comment = change.After.Comment }).HasSameFacets(change.After);

    private string? InPlace(Change.Alter change) => change switch
    {
        { Before: ForeignKey b, After: ForeignKey a }
            when (b with { Deferrability = a.Deferrability, Comment = a.Comment }).HasSameFacets(a) && b.Comment == a.Comment =>
            $"ALTER TABLE {_table} ALTER CONSTRAINT {PostgreSqlText.Quote(a.Name)} {Whole(a.Deferrability)}",
        _ => null,
    };

    private static bool IsValidation(Change.Alter change) => change switch
    {
        { Before: ForeignKey { NotValid: true } b, After: ForeignKey { NotValid: false } a } =>
            (b with { NotValid = false }).HasSameFacets(a),
        { Before: CheckConstraint { NotValid: true } b, After: CheckConstraint { NotValid: false } a } =>
            (b with { NotValid = false }).HasSameFacets(a),
        _ => false,
    };

    private void Add(Change change, SchemaObject constraint, SchemaObject? replaces)
    {
        switch (constraint)
        {
            case CheckConstraint check: AddCheck(change, check); break;
            case ForeignKey key: AddForeignKey(change, key); break;
            case PrimaryKey or UniqueConstraint when !IsPartitioned && !NeedsPlainBuild(constraint):
                AddKey(change, constraint, replaces); break;
            default: AddPlain(change, constraint); break;
        }

        if (constraint.Comment is { } comment)
            steps.Catalogue(constraint is ForeignKey ? Phase.OnlineKeys : Phase.Online, change,
                CommentText.Set(after.Name, constraint, comment));
    }

    // A key over periods cannot take an index that was made before (manual, ALTER TABLE, ADD table_constraint_using_index).
    private static bool NeedsPlainBuild(SchemaObject key) =>
        key is PrimaryKey { WithoutOverlaps: true } or UniqueConstraint { WithoutOverlaps: true };

    /// <summary>NOT VALID binds new rows at once; validating reads the others while everybody works (HAZARDS rows 35, 40).</summary>
    private void AddCheck(Change change, CheckConstraint check)
    {
        var isKnown = !check.NotValid && !check.NotEnforced;
        if (isKnown) CheckRows(change, check);
        steps.Add(Phase.Online,
            Alone(change, $"ALTER TABLE {_table} ADD {ConstraintText.Define(check.NotEnforced ? check : check with { NotValid = true })}",
                LockMode.BlocksReads) with { Reverse = new(ReverseKind.Sql, DropSql(check)) });
        if (isKnown) Validate(change, check);
    }

    private void CheckRows(Change change, CheckConstraint check)
    {
        var rows = state.IsKnown(after, check.Expression)
            ? $"{PostgreSqlText.Quote(state.Former(after.Name))} WHERE NOT ({state.Former(after.Name, check.Expression)})"
            : _rows.From([], [check.Expression]) is { } from ? $"{from} WHERE NOT ({state.FormerWords(check.Expression)})" : null;
        if (rows is not null) steps.Ask(new(change.Id, $"SELECT * FROM {rows}", $"a row does not satisfy {check.Name}"));
    }

    private void AddForeignKey(Change change, ForeignKey key)
    {
        var hazards = key.OnDelete == ReferentialAction.Cascade
            ? [PlanHazards.Cascades(change.Id, change.ToString(), key.ReferencedTable, after.Name)]
            : (Hazard[])[];
        // Until version 18 a partitioned table has no foreign key that is not valid, and one to a partitioned table stays so in its
        // partitions.
        if (!state.Server.ValidatesKeysOfPartitions && (IsPartitioned || state.IsPartitioned(key.ReferencedTable)))
        {
            AddPlain(Phase.OnlineKeys, change, ConstraintText.Define(key),
                $"a row refers to a row of {key.ReferencedTable} that is not there", hazards);
            return;
        }

        var isKnown = !key.NotValid && !key.NotEnforced;
        if (isKnown) new OrphanQuestions(state, steps, after).Ask(change, key);
        steps.Add(Phase.OnlineKeys,
            Alone(change, $"ALTER TABLE {_table} ADD {ConstraintText.Define(key.NotEnforced ? key : key with { NotValid = true })}",
                LockMode.BlocksWrites, hazards) with { Reverse = new(ReverseKind.Sql, DropSql(key)) });
        if (isKnown) Validate(change, key, Phase.OnlineKeys);
    }

    private void Validate(Change change, SchemaObject constraint, Phase phase = Phase.Online) => steps.Add(phase,
        Alone(change, $"ALTER TABLE {_table} VALIDATE CONSTRAINT {PostgreSqlText.Quote(constraint.LocalName)}", LockMode.BlocksDdl,
            PlanHazards.MayFail(change.Id, change.ToString(), after.Name, $"it does not satisfy {constraint.LocalName}")) with
            {
                Rows = RowAccess.Scan,
            });

    private void AddPlain(Change change, SchemaObject constraint)
    {
        AskDuplicates(change, constraint);
        var (definition, why) = Definition(constraint);
        AddPlain(Phase.Online, change, definition, why);
    }

    // Rows that exclude each other, or periods that overlap, only the server finds without comparing each with each.
    private void AskDuplicates(Change change, SchemaObject key)
    {
        if (key is PrimaryKey or UniqueConstraint && !NeedsPlainBuild(key))
            new DuplicateQuestions(state, steps, after).Ask(change, IndexOf(key, key.LocalName));
    }

    private void AddPlain(Phase phase, Change change, string definition, string why, params Hazard[] more) => steps.Add(phase,
        Alone(change, $"ALTER TABLE {_table} ADD {definition}", LockMode.BlocksReads,
            [PlanHazards.BlocksReads(change.Id, change.ToString(), after.Name),
                PlanHazards.MayFail(change.Id, change.ToString(), after.Name, why), .. more]) with
        {
            Rows = RowAccess.Scan,
            Reverse = new(ReverseKind.Sql, $"ALTER TABLE {_table} DROP CONSTRAINT {PostgreSqlText.Quote(change.Subject.LocalName)}"),
        });

    /// <summary>The index is built while everybody works and becomes the constraint's; an old key goes in the same moment.</summary>
    private void AddKey(Change change, SchemaObject constraint, SchemaObject? replaces)
    {
        var (word, deferrability) = constraint is UniqueConstraint unique
            ? ("UNIQUE", unique.Deferrability)
            : ("PRIMARY KEY", ((PrimaryKey)constraint).Deferrability);
        var name = replaces is null ? constraint.LocalName : TemporaryName.Of("key", after.Name, constraint.LocalName);
        var index = IndexOf(constraint, name);
        // A unique index of that name that says the same only has to be taken over; a run that died may have left it so.
        var isThere = replaces is null && IsTakenOver(state.FromTables[after.Name], constraint);
        if (!isThere) new IndexWork(state, steps, after.Name).Build(change, index);
        var drop = replaces is null ? "" : $"DROP CONSTRAINT {PostgreSqlText.Quote(replaces.LocalName)}, ";
        var sql = $"ALTER TABLE {_table} {drop}ADD CONSTRAINT {PostgreSqlText.Quote(constraint.LocalName)} {word} USING INDEX "
            + $"{PostgreSqlText.Quote(name)}{ConstraintText.Deferred(deferrability)}";
        var swap = Alone(change, sql, LockMode.BlocksReads) with { Reverse = new(ReverseKind.Sql, DropSql(constraint)) };
        if (replaces is null) steps.Add(Phase.Online, swap);
        else KeptForeignKeys.Around(state, steps, Phase.Online, after.Name, IndexOf(replaces, name).Columns.Select(c => c.Column), swap);
        IndexMarks.Keep(state, steps, change, after.Name, constraint.LocalName);
    }

    /// <summary>Whether a unique index of the key's name is there that says the same.</summary>
    public static bool IsTakenOver(Table before, SchemaObject key)
    {
        var wanted = IndexOf(key, key.LocalName);
        return before.PartitionBy is null
            && before.Indexes.Any(i => i.Name == key.LocalName && (i with { Comment = null }).HasSameFacets(wanted));
    }

    private static Index IndexOf(SchemaObject key, Identifier name) => key is UniqueConstraint unique
        ? new()
        {
            Name = name,
            Columns = unique.Columns,
            Include = unique.Include,
            Options = unique.Options,
            Unique = true,
            NullsNotDistinct = unique.NullsNotDistinct,
        }
        : new()
        {
            Name = name,
            Columns = ((PrimaryKey)key).Columns,
            Include = ((PrimaryKey)key).Include,
            Options = ((PrimaryKey)key).Options,
            Unique = true,
        };

    private static Step Alone(Change change, string sql, LockMode mode, params Hazard[] hazards) =>
        PlanSteps.Brief(change.ToString(), change.Id, sql, null, hazards) with { Lock = mode, Transaction = TransactionMode.Alone };
}
