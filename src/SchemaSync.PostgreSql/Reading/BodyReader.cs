namespace SchemaSync.PostgreSql.Reading;

/// <summary>Views, materialized views, routines and triggers out of catalogue rows.</summary>
internal sealed class BodyReader(CatalogRows catalog)
{
    private const int RowLevel = 1, Before = 2, Insert = 4, Delete = 8, Update = 16, Truncate = 32, InsteadOf = 64;

    private readonly IndexReader _indexes = new(catalog);

    /// <summary>A view.</summary>
    public View View(RelationRow row)
    {
        return new()
        {
            Name = catalog.NameOf(row),
            Definition = Query(row.Definition!),
            Options = Options(row),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
            Opaque = catalog.Columns[row.Oid].Select(c => c.Facts).Where(c => c.Default is not null)
                .OrderBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new OpaqueFacet($"DEFAULT of {c.Name}", c.Default!) { Parts = [new(c.Name)] }).ToEquatableArray(),
        };
    }

    /// <summary>A materialized view with its indexes.</summary>
    public MaterializedView MaterializedView(RelationRow row)
    {
        var columns = catalog.ColumnsOf(row.Oid);
        return new()
        {
            Name = catalog.NameOf(row),
            Definition = Query(row.Definition!),
            Options = Options(row),
            Indexes = catalog.Indexes[row.Oid].Select(i => _indexes.Read(i, columns)).OrderBy(i => i.Name).ToEquatableArray(),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
            Opaque = IndexReader.Opaque(catalog.Indexes[row.Oid]).ToEquatableArray(),
        };
    }

    /// <summary>A function or procedure.</summary>
    public Routine Routine(RoutineRow row)
    {
        return new()
        {
            Name = catalog.NameOf(row),
            IsProcedure = row.Prokind == "p",
            Signature = row.Signature,
            Arguments = row.Arguments,
            Returns = row.Returns,
            Language = row.Language == "sql" ? null : row.Language,
            Body = new(row.AtomicBody ?? row.Source),
            IsAtomic = row.AtomicBody is not null,
            Volatility = row.Volatility switch { "i" => Volatility.Immutable, "s" => Volatility.Stable, _ => Volatility.Volatile },
            Strict = row.Strict,
            Security = row.SecurityDefiner ? RoutineSecurity.Definer : RoutineSecurity.Default,
            Leakproof = row.Leakproof,
            Parallel = row.Parallel switch { "s" => ParallelSafety.Safe, "r" => ParallelSafety.Restricted, _ => ParallelSafety.Unsafe },
            Cost = row.Cost == "100" ? null : row.Cost,
            Rows = row.Rows == (row.ReturnsSet ? "1000" : "0") ? null : row.Rows,
            Settings = StorageOptions.Read(row.Settings).OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
        };
    }

    /// <summary>A trigger; its condition and its function are cut out of the server's own statement, which nothing else prints.</summary>
    public Trigger Trigger(TriggerRow row)
    {
        var columns = catalog.ColumnsOf(row.Relation);
        if (row.From != 0 && !catalog.Relations.ContainsKey(row.From)) throw new NotKeptException(row.Shown!);
        var (when, body) = TriggerText.Split(row.Definition);
        return new()
        {
            Name = new(row.Name),
            On = catalog.NameOf(catalog.Relations[row.Relation]),
            Timing = (row.Bits & InsteadOf) != 0 ? TriggerTiming.InsteadOf
                : (row.Bits & Before) != 0 ? TriggerTiming.Before
                : TriggerTiming.After,
            Events = Events(row.Bits).ToEquatableArray(),
            UpdateOf = row.Columns.Select(n => new Identifier(columns[n].Name)).ToEquatableArray(),
            When = Canonical.OrNull(when),
            Body = new(body),
            PerStatement = (row.Bits & RowLevel) == 0,
            Constraint = row.IsConstraint,
            Deferrability = ConstraintReader.DeferrabilityOf(row.Deferrable, row.Deferred),
            From = row.From == 0 ? default : catalog.NameOf(catalog.Relations[row.From]),
            OldTable = new(row.OldTable ?? ""),
            NewTable = new(row.NewTable ?? ""),
            State = row.State switch { "D" => TriggerState.Disabled, "R" => TriggerState.Replica,
                "A" => TriggerState.Always, _ => TriggerState.Enabled },
            Comment = row.Comment,
        };
    }

    private static IEnumerable<TriggerEvent> Events(int bits)
    {
        if ((bits & Insert) != 0) yield return TriggerEvent.Insert;
        if ((bits & Update) != 0) yield return TriggerEvent.Update;
        if ((bits & Delete) != 0) yield return TriggerEvent.Delete;
        if ((bits & Truncate) != 0) yield return TriggerEvent.Truncate;
    }

    // pg_get_viewdef indents, and ends with a semicolon.
    private static SqlExpression Query(string definition) => Canonical.Expression(definition.Trim().TrimEnd(';').TrimEnd());

    private EquatableArray<TableOption> Options(RelationRow row) =>
    [
        .. StorageOptions.Read(row.Options)
            .Concat(row.Method is { } method ? [new TableOption(StorageOptions.Method, method)] : [])
            .Concat(row.Tablespace is { } tablespace ? [new TableOption(StorageOptions.Tablespace, tablespace)] : [])
            .Concat(catalog.Columns[row.Oid].Select(c => c.Facts).Where(c => c.Comment is not null)
                .Select(c => new TableOption(StorageOptions.ColumnComment + c.Name, c.Comment!)))
            .OrderBy(o => o.Name, StringComparer.Ordinal),
    ];
}

/// <summary>Cuts a trigger's statement as the server prints it.</summary>
internal static class TriggerText
{
    /// <summary>The condition without its parentheses, and what stands after EXECUTE FUNCTION.</summary>
    public static (string? When, string Body) Split(string definition)
    {
        var tokens = Lexer.Read(definition).Significant;
        // The condition may hold the word as a name; what is looked for stands outside every parenthesis.
        var depth = 0;
        string? when = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (depth == 0 && tokens[i].IsWord("WHEN")) when = Inside(definition, tokens, i + 1);
            if (depth == 0 && tokens[i].IsWord("EXECUTE") && i + 2 < tokens.Count) return (when, definition[tokens[i + 2].Start..]);
            if (tokens[i].Is("(")) depth++;
            if (tokens[i].Is(")")) depth--;
        }

        throw new NotKeptException(definition);
    }

    private static string Inside(string definition, List<SqlToken> tokens, int open) =>
        SqlTokens.Closing(tokens, open) is var close && close >= 0
        ? definition[tokens[open].End..tokens[close].Start]
        : throw new NotKeptException(definition);
}
