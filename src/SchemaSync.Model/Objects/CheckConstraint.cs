namespace SchemaSync.Model.Objects;

/// <summary>A check constraint.</summary>
public sealed record CheckConstraint : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.CheckConstraint;

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? $"({Expression.Canonical})" : Name.Value;

    /// <summary>What must not be false for any row; without the outer parentheses.</summary>
    public required SqlExpression Expression { get; init; }

    /// <summary>The column at whose definition it stands, where that makes a difference (MariaDB); else empty.</summary>
    public Identifier Column { get; init; }

    /// <summary>Not passed on to tables that inherit from this one (PostgreSQL).</summary>
    public bool NoInherit { get; init; }

    /// <summary>Rows from before the constraint were not checked yet (PostgreSQL).</summary>
    public bool NotValid { get; init; }

    /// <summary>Recorded, but not checked.</summary>
    public bool NotEnforced { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Expression("expression", Expression);
        writer.Name("column", Column);
        writer.Flag("noInherit", NoInherit);
        writer.Flag("notValid", NotValid);
        writer.Flag("notEnforced", NotEnforced);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with { Expression = map(Expression) };

    internal static CheckConstraint Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Expression = reader.Expression("expression") ?? throw new JsonFormatException("a check has no expression"),
        Column = reader.Name("column"),
        NoInherit = reader.Flag("noInherit"),
        NotValid = reader.Flag("notValid"),
        NotEnforced = reader.Flag("notEnforced"),
        Comment = reader.Text("comment"),
    };
}
