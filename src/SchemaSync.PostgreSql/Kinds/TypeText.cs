namespace SchemaSync.PostgreSql.Kinds;

/// <summary>Enum types, domains, composite types, extensions and schemas.</summary>
internal static class TypeText
{
    /// <summary>CREATE TYPE … AS ENUM.</summary>
    public static string Create(EnumType type) =>
        $"CREATE TYPE {Q(type.Name)} AS ENUM ({string.Join(", ", type.Values.Select(PostgreSqlText.Literal))})";

    /// <summary>CREATE DOMAIN.</summary>
    public static string Create(Domain domain) =>
        $"CREATE DOMAIN {Q(domain.Name)} AS "
        + $"{domain.Type.Native}{(domain.Collation is { } collation ? $" COLLATE {ColumnText.Collation(collation)}" : "")}"
        + (domain.Default is { } value ? $" DEFAULT {ColumnText.Value(value.Text)}" : "") + (domain.Nullable ? "" : " NOT NULL")
        + string.Concat(domain.CheckConstraints.Where(c => !c.NotValid).Select(c => $" {ConstraintText.Define(c)}"));

    /// <summary>CREATE TYPE … AS.</summary>
    public static string Create(CompositeType type) =>
        $"CREATE TYPE {Q(type.Name)} AS ({string.Join(", ", type.Attributes.Select(Attribute))})";

    /// <summary>One attribute, as CREATE TYPE and ADD ATTRIBUTE spell it.</summary>
    public static string Attribute(CompositeAttribute attribute) =>
        $"{Q(attribute.Name)} "
            + $"{attribute.Type.Native}{(attribute.Collation is { } collation ? $" COLLATE {ColumnText.Collation(collation)}" : "")}";

    /// <summary>CREATE EXTENSION; its objects go into the managed schema unless another one is named.</summary>
    public static string Create(Extension extension) =>
        "CREATE EXTENSION IF NOT EXISTS "
            + $"{Q(extension.Name)}{(extension.Schema is { } schema ? $" SCHEMA {Q(new Identifier(schema))}" : "")}"
            + $"{(extension.Version is { } version ? $" VERSION {PostgreSqlText.Literal(version)}" : "")}";

    /// <summary>CREATE SCHEMA; without an owner it is the account's.</summary>
    public static string Create(Schema schema) =>
        $"CREATE SCHEMA {Q(schema.Name)}{(schema.Owner is { } owner ? $" AUTHORIZATION {Q(new Identifier(owner))}" : "")}";

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}

/// <summary>COMMENT ON, for every kind that has comments.</summary>
internal static class CommentText
{
    /// <summary>Statements for an object and everything in it.</summary>
    public static IEnumerable<string> Create(TopLevelObject subject)
    {
        if (subject.Comment is { Length: > 0 }) yield return Set(default, subject, subject.Comment);
        foreach (var child in subject.Children.Where(c => c.Comment is not null))
            yield return Set(subject.Name, child, child.Comment, subject is Domain);
        foreach (var (column, comment) in ColumnComments(subject)) yield return Set(subject.Name, column, comment);
        foreach (var attribute in subject is CompositeType type ? type.Attributes : [])
            if (attribute.Comment is { } comment) yield return Set(subject.Name, attribute.Name, comment);
    }

    /// <summary>The comment of a column of a view, or of an attribute of a type; null takes it away.</summary>
    public static string Set(QualifiedName owner, Identifier column, string? comment) =>
        $"COMMENT ON COLUMN {Q(owner)}.{Q(column)} IS {(comment is null ? "NULL" : PostgreSqlText.Literal(comment))}";

    /// <summary>One comment; null, or an empty text, takes it away.</summary>
    public static string Set(QualifiedName owner, SchemaObject subject, string? comment, bool isDomain = false) =>
        $"COMMENT ON {Target(owner, subject, isDomain)} IS {(string.IsNullOrEmpty(comment) ? "NULL" : PostgreSqlText.Literal(comment))}";

    /// <summary>Comments on columns of views, which are kept as options.</summary>
    public static IEnumerable<(Identifier Column, string Comment)> ColumnComments(SchemaObject subject)
    {
        var options = subject switch { View view => view.Options, MaterializedView view => view.Options, _ => [] };
        return options.Where(o => o.Name.StartsWith(StorageOptions.ColumnComment, StringComparison.Ordinal))
            .Select(o => (new Identifier(o.Name[StorageOptions.ColumnComment.Length..]), o.Value));
    }

    private static string Target(QualifiedName owner, SchemaObject subject, bool isDomain) => subject switch
    {
        Column => $"COLUMN {Q(owner)}.{Q(subject.LocalName)}",
        Index index => $"INDEX {Q(owner.Sibling(index.Name))}",
        Policy => $"POLICY {Q(subject.LocalName)} ON {Q(owner)}",
        PrimaryKey or UniqueConstraint or CheckConstraint or ForeignKey or ExclusionConstraint =>
            $"CONSTRAINT {Q(subject.LocalName)} ON {(isDomain ? "DOMAIN " : "")}{Q(owner)}",
        Trigger trigger => $"TRIGGER {Q(trigger.Name.Name)} ON {Q(trigger.On)}",
        Routine routine => $"{(routine.IsProcedure ? "PROCEDURE" : "FUNCTION")} {BodyText.Named(routine)}",
        EnumType or CompositeType => $"TYPE {Q(((TopLevelObject)subject).Name)}",
        _ => $"{subject.Kind.Name.ToUpperInvariant()} {(subject is TopLevelObject top ? Q(top.Name) : Q(subject.LocalName))}",
    };

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
