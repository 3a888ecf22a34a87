namespace SchemaSync.Model.Objects;

/// <summary>What a row-level security policy applies to.</summary>
public enum PolicyCommand
{
    /// <summary>Every statement.</summary>
    All,
    /// <summary>Reading.</summary>
    Select,
    /// <summary>New rows.</summary>
    Insert,
    /// <summary>Changed rows.</summary>
    Update,
    /// <summary>Removed rows.</summary>
    Delete,
}

/// <summary>A row-level security policy of a table (PostgreSQL).</summary>
public sealed record Policy : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Policy;

    /// <summary>Has to hold besides all others, instead of being one of several that suffice.</summary>
    public bool Restrictive { get; init; }

    /// <summary>What it applies to.</summary>
    public PolicyCommand Command { get; init; }

    /// <summary>The roles it applies to, ordered by name; empty is everybody.</summary>
    public EquatableArray<string> Roles { get; init; }

    /// <summary>Which existing rows are seen.</summary>
    public SqlExpression? Using { get; init; }

    /// <summary>Which new rows are admitted.</summary>
    public SqlExpression? Check { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Flag("restrictive", Restrictive);
        writer.Enumeration("command", Command);
        writer.Texts("roles", Roles);
        writer.Expression("using", Using);
        writer.Expression("check", Check);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Using = Using.Map(map), Check = Check.Map(map) };

    internal static Policy Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Restrictive = reader.Flag("restrictive"),
        Command = reader.Enumeration<PolicyCommand>("command"),
        Roles = reader.Texts("roles"),
        Using = reader.Expression("using"),
        Check = reader.Expression("check"),
        Comment = reader.Text("comment"),
    };
}
