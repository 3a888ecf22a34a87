namespace SchemaSync.Model;

/// <summary>
/// The kind of an object. Those a snapshot can hold are instances here; a server has more (operators, aggregates, foreign tables), and
/// each of these is called what the server calls it.
/// </summary>
public sealed record ObjectKind
{
    private static readonly Dictionary<string, ObjectKind> Known = new(StringComparer.Ordinal);

    private ObjectKind(string name) => Name = name;

    /// <summary>A table.</summary>
    public static ObjectKind Table { get; } = Add("table");

    /// <summary>A view.</summary>
    public static ObjectKind View { get; } = Add("view");

    /// <summary>A materialized view.</summary>
    public static ObjectKind MaterializedView { get; } = Add("materialized view");

    /// <summary>A sequence.</summary>
    public static ObjectKind Sequence { get; } = Add("sequence");

    /// <summary>A function.</summary>
    public static ObjectKind Function { get; } = Add("function");

    /// <summary>A procedure.</summary>
    public static ObjectKind Procedure { get; } = Add("procedure");

    /// <summary>An aggregate; no snapshot holds one, but it has its name where functions have theirs.</summary>
    public static ObjectKind Aggregate { get; } = Add("aggregate");

    /// <summary>A trigger.</summary>
    public static ObjectKind Trigger { get; } = Add("trigger");

    /// <summary>A scheduled event.</summary>
    public static ObjectKind Event { get; } = Add("event");

    /// <summary>An enum type.</summary>
    public static ObjectKind EnumType { get; } = Add("enum type");

    /// <summary>A domain.</summary>
    public static ObjectKind Domain { get; } = Add("domain");

    /// <summary>A composite type.</summary>
    public static ObjectKind CompositeType { get; } = Add("composite type");

    /// <summary>An extension.</summary>
    public static ObjectKind Extension { get; } = Add("extension");

    /// <summary>A column.</summary>
    public static ObjectKind Column { get; } = Add("column");

    /// <summary>A primary key.</summary>
    public static ObjectKind PrimaryKey { get; } = Add("primary key");

    /// <summary>A unique constraint.</summary>
    public static ObjectKind UniqueConstraint { get; } = Add("unique constraint");

    /// <summary>A check constraint.</summary>
    public static ObjectKind CheckConstraint { get; } = Add("check constraint");

    /// <summary>An exclusion constraint.</summary>
    public static ObjectKind ExclusionConstraint { get; } = Add("exclusion constraint");

    /// <summary>A foreign key.</summary>
    public static ObjectKind ForeignKey { get; } = Add("foreign key");

    /// <summary>An index.</summary>
    public static ObjectKind Index { get; } = Add("index");

    /// <summary>A policy of row-level security.</summary>
    public static ObjectKind Policy { get; } = Add("policy");

    /// <summary>A table whose rows are elsewhere; no snapshot holds one.</summary>
    public static ObjectKind ForeignTable { get; } = Add("foreign table");

    /// <summary>What messages and files call it, such as <c>unique constraint</c>.</summary>
    public string Name { get; }

    /// <summary>Whether triggers and the like stand on objects of this kind.</summary>
    public bool IsOwner => this == Table || this == View || this == MaterializedView || this == ForeignTable;

    /// <summary>Whether arguments tell objects of one name apart, where a server does so.</summary>
    public bool HasSignature => this == Function || this == Procedure || this == Aggregate;

    /// <summary>The kind of that name.</summary>
    public static ObjectKind Of(string name) => Known.TryGetValue(name, out var kind) ? kind : new(name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ObjectKind Add(string name) => Known[name] = new(name);
}
