namespace SchemaSync.Model.Objects;

/// <summary>A function or a procedure.</summary>
public sealed record Routine : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => IsProcedure ? ObjectKind.Procedure : ObjectKind.Function;

    /// <inheritdoc/>
    public override ObjectId Identity => ObjectId.Top(Kind, Name, Signature);

    /// <summary>With the types of its arguments where several routines may have one name; else the name alone.</summary>
    public override string Key => Signature is null ? Name.ToString() : $"{Name}({Signature})";

    /// <summary>Called by a statement of its own, not within an expression. Part of the kind.</summary>
    public bool IsProcedure { get; init; }

    /// <summary>The types of the arguments that tell overloads apart, such as
    /// <c>integer, text</c>; null where there are no overloads.</summary>
    public string? Signature { get; init; }

    /// <summary>What stands between the parentheses after the name.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>What stands after RETURNS; null where nothing does.</summary>
    public string? Returns { get; init; }

    /// <summary>The language; null is SQL.</summary>
    public string? Language { get; init; }

    /// <summary>The body; where the provider keeps it as a text, without the quotes around it.</summary>
    public required SqlExpression Body { get; init; }

    /// <summary>The body is a part of the statement and parsed when the routine is created (PostgreSQL 14: BEGIN ATOMIC, RETURN).</summary>
    public bool IsAtomic { get; init; }

    /// <summary>What it promises about its result.</summary>
    public Volatility Volatility { get; init; }

    /// <summary>What it does with data: CONTAINS SQL, NO SQL, READS SQL DATA, MODIFIES SQL DATA (MySQL, MariaDB).</summary>
    public string? DataAccess { get; init; }

    /// <summary>NULL for any argument gives NULL (PostgreSQL).</summary>
    public bool Strict { get; init; }

    /// <summary>With whose rights it runs.</summary>
    public RoutineSecurity Security { get; init; }

    /// <summary>Reveals nothing about its arguments but the result (PostgreSQL).</summary>
    public bool Leakproof { get; init; }

    /// <summary>Whether it may run in parallel workers (PostgreSQL).</summary>
    public ParallelSafety Parallel { get; init; }

    /// <summary>The estimated cost, when it is not the default (PostgreSQL).</summary>
    public string? Cost { get; init; }

    /// <summary>The estimated number of rows, when it is not the default (PostgreSQL).</summary>
    public string? Rows { get; init; }

    /// <summary>The owner, when that is not whoever creates it (MySQL, MariaDB).</summary>
    public string? Definer { get; init; }

    /// <summary>Session settings while it runs, such as <c>search_path</c> or <c>sql_mode</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Settings { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("signature", Signature);
        writer.Text("arguments", Arguments.Length == 0 ? null : Arguments);
        writer.Text("returns", Returns);
        writer.Text("language", Language);
        writer.Expression("body", Body);
        writer.Flag("atomic", IsAtomic);
        writer.Enumeration("volatility", Volatility);
        writer.Text("dataAccess", DataAccess);
        writer.Flag("strict", Strict);
        writer.Enumeration("security", Security);
        writer.Flag("leakproof", Leakproof);
        writer.Enumeration("parallel", Parallel);
        writer.Text("cost", Cost);
        writer.Text("rows", Rows);
        writer.Text("definer", Definer);
        writer.Parts("settings", Settings);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with { Body = map(Body) };

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static Routine ReadFunction(FacetReader reader) => Read(reader, isProcedure: false);

    internal static Routine ReadProcedure(FacetReader reader) => Read(reader, isProcedure: true);

    private static Routine Read(FacetReader reader, bool isProcedure) => new()
    {
        Name = reader.OwnName(),
        IsProcedure = isProcedure,
        Signature = reader.Text("signature"),
        Arguments = reader.Text("arguments") ?? "",
        Returns = reader.Text("returns"),
        Language = reader.Text("language"),
        Body = reader.Expression("body") ?? throw new JsonFormatException("a routine has no body"),
        IsAtomic = reader.Flag("atomic"),
        Volatility = reader.Enumeration<Volatility>("volatility"),
        DataAccess = reader.Text("dataAccess"),
        Strict = reader.Flag("strict"),
        Security = reader.Enumeration<RoutineSecurity>("security"),
        Leakproof = reader.Flag("leakproof"),
        Parallel = reader.Enumeration<ParallelSafety>("parallel"),
        Cost = reader.Text("cost"),
        Rows = reader.Text("rows"),
        Definer = reader.Text("definer"),
        Settings = reader.Parts("settings", TableOption.Read),
        Comment = reader.Text("comment"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
