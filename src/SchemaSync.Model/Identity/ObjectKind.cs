using System.Collections.Concurrent;

namespace SchemaSync.Model.Identity;

/// <summary>
/// The kind of an object. Those a snapshot can hold know how to be read again; a server has more (operators,
/// aggregates, foreign tables), and each of these is called what the server calls it.
/// </summary>
public sealed class ObjectKind : IEquatable<ObjectKind>, IComparable<ObjectKind>
{
    private static readonly ConcurrentDictionary<string, ObjectKind> Known = new(StringComparer.Ordinal);

    private readonly Func<FacetReader, SchemaObject>? _read;

    private ObjectKind(string name, string plural, Func<FacetReader, SchemaObject>? read = null) =>
        (Name, Plural, _read) = (name, plural, read);

    /// <summary>A table.</summary>
    public static ObjectKind Table { get; } = Owner("table", "tables", Objects.Table.Read);

    /// <summary>A view.</summary>
    public static ObjectKind View { get; } = Owner("view", "views", Objects.View.Read);

    /// <summary>A materialized view.</summary>
    public static ObjectKind MaterializedView { get; } = Owner("materialized view", "materializedViews", Objects.MaterializedView.Read);

    /// <summary>A table whose rows are elsewhere; no snapshot holds one.</summary>
    public static ObjectKind ForeignTable { get; } = Owner("foreign table", "foreignTables", null);

    /// <summary>A sequence.</summary>
    public static ObjectKind Sequence { get; } = Top("sequence", "sequences", Objects.Sequence.Read);

    /// <summary>A function.</summary>
    public static ObjectKind Function { get; } = Callable("function", "functions", Routine.ReadFunction);

    /// <summary>A procedure.</summary>
    public static ObjectKind Procedure { get; } = Callable("procedure", "procedures", Routine.ReadProcedure);

    /// <summary>An aggregate; no snapshot holds one, but it has its name where functions have theirs.</summary>
    public static ObjectKind Aggregate { get; } = Callable("aggregate", "aggregates", null);

    /// <summary>A trigger.</summary>
    public static ObjectKind Trigger { get; } = Top("trigger", "triggers", Objects.Trigger.Read);

    /// <summary>A scheduled event.</summary>
    public static ObjectKind Event { get; } = Top("event", "events", Objects.Event.Read);

    /// <summary>An enum type.</summary>
    public static ObjectKind EnumType { get; } = Top("enum type", "enumTypes", Objects.EnumType.Read);

    /// <summary>A domain.</summary>
    public static ObjectKind Domain { get; } = Top("domain", "domains", Objects.Domain.Read);

    /// <summary>A composite type.</summary>
    public static ObjectKind CompositeType { get; } = Top("composite type", "compositeTypes", Objects.CompositeType.Read);

    /// <summary>An extension.</summary>
    public static ObjectKind Extension { get; } = Top("extension", "extensions", Objects.Extension.Read);

    /// <summary>An object that is declared as SQL alone.</summary>
    public static ObjectKind SqlObject { get; } = Top("SQL object", "sqlObjects", Objects.SqlObject.Read);

    /// <summary>A schema that tenants share.</summary>
    public static ObjectKind Schema { get; } = Top("schema", "schemas", Objects.Schema.Read);

    /// <summary>A role, which belongs to the server; no snapshot holds one.</summary>
    public static ObjectKind Role { get; } = Top("role", "roles", null);

    /// <summary>A run of ours, for what is about it as a whole; no snapshot holds one.</summary>
    public static ObjectKind Run { get; } = Top("run", "runs", null);

    /// <summary>A column.</summary>
    public static ObjectKind Column { get; } = Part("column", "columns", Objects.Column.Read);

    /// <summary>A primary key.</summary>
    public static ObjectKind PrimaryKey { get; } = Part("primary key", "primaryKeys", Objects.PrimaryKey.Read);

    /// <summary>A unique constraint.</summary>
    public static ObjectKind UniqueConstraint { get; } = Part("unique constraint", "uniqueConstraints", Objects.UniqueConstraint.Read);

    /// <summary>A check constraint.</summary>
    public static ObjectKind CheckConstraint { get; } = Part("check constraint", "checkConstraints", Objects.CheckConstraint.Read);

    /// <summary>An exclusion constraint.</summary>
    public static ObjectKind ExclusionConstraint { get; } = Part("exclusion constraint",
        "exclusionConstraints", Objects.ExclusionConstraint.Read);

    /// <summary>A foreign key.</summary>
    public static ObjectKind ForeignKey { get; } = Part("foreign key", "foreignKeys", Objects.ForeignKey.Read);

    /// <summary>An index.</summary>
    public static ObjectKind Index { get; } = Part("index", "indexes", Objects.Index.Read);

    /// <summary>A policy of row-level security.</summary>
    public static ObjectKind Policy { get; } = Part("policy", "policies", Objects.Policy.Read);

    /// <summary>A word of an enum type.</summary>
    public static ObjectKind EnumLabel { get; } = Part("label", "labels", Objects.EnumLabel.Read);

    // By somebody else than this file: another one cannot have its name, whatever it says of the rest.
    private bool _isDefined;

    /// <summary>What messages and files call it, such as <c>unique constraint</c>.</summary>
    public string Name { get; }

    /// <summary>The member of a file that lists objects of this kind, such as <c>uniqueConstraints</c>.</summary>
    public string Plural { get; }

    /// <summary>Whether an object of this kind lives and dies with another and is kept inside it.</summary>
    public bool IsPart { get; private init; }

    /// <summary>Whether triggers and the like stand on objects of this kind.</summary>
    public bool IsOwner { get; private init; }

    /// <summary>Whether arguments tell objects of one name apart, where a server does so.</summary>
    public bool HasSignature { get; private init; }

    /// <summary>
    /// Whether objects of this kind are in files by themselves, or as parts of others; any other one is carried as the server prints it.
    /// </summary>
    public bool IsModelled => _read is not null;

    /// <summary>The kinds that a snapshot lists, by their <see cref="Plural"/>.</summary>
    public static IEnumerable<ObjectKind> Listed =>
        Known.Values.Where(k => k is { IsPart: false, _read: not null }).OrderBy(k => k.Plural, StringComparer.Ordinal);

    /// <summary>The kind of that name; one that only a server knows where there is none.</summary>
    public static ObjectKind Of(string name) => Known.GetOrAdd(name, n => new(n, n));

    /// <summary>
    /// A kind of one's own that snapshots list and files hold. Defining it again gives the same kind. It has to be defined before a
    /// file that holds objects of it is read: in the initializer of the adapter whose databases have them, say.
    /// </summary>
    /// <param name="name">As messages call it, in lower case.</param>
    /// <param name="plural">The member of a file that lists its objects, in camel case.</param>
    /// <param name="read">Reads the facets that <see cref="SchemaObject.WriteFacets"/> wrote, and the name.</param>
    /// <exception cref="ArgumentException">There is another kind of that name, or with that member.</exception>
    public static ObjectKind Define(string name, string plural, Func<FacetReader, TopLevelObject> read)
    {
        // A server may have shown such an object before anybody said how it is read.
        var kind = Known.AddOrUpdate(name, _ => new(name, plural, read) { _isDefined = true },
            (_, known) => known.Plural == known.Name && known._read is null ? new(name, plural, read) { _isDefined = true } : known);
        return kind._isDefined && kind.Plural == plural && Known.Values.Count(k => k.Plural == plural) == 1 ? kind
            : throw new ArgumentException($"there is another kind that is called '{kind.Name}', or listed as '{plural}'", nameof(name));
    }

    /// <summary>Reads one object of this kind, children included; the caller completes the reader.</summary>
    /// <exception cref="JsonFormatException">No file holds objects of this kind, or the object is damaged.</exception>
    public SchemaObject Read(FacetReader reader)
    {
        if (_read is null) throw new JsonFormatException($"the kind '{Name}' is not known to this version");
        var read = _read(reader);
        return read is TopLevelObject top ? top.WithRest(reader) : read;
    }

    /// <inheritdoc/>
    public bool Equals(ObjectKind? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectKind);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public int CompareTo(ObjectKind? other) => string.CompareOrdinal(Name, other?.Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether both are one kind.</summary>
    public static bool operator ==(ObjectKind? left, ObjectKind? right) => Equals(left, right);

    /// <summary>Whether they are two kinds.</summary>
    public static bool operator !=(ObjectKind? left, ObjectKind? right) => !Equals(left, right);

    private static ObjectKind Top(string name, string plural, Func<FacetReader, SchemaObject>? read) => Add(new(name, plural, read));

    private static ObjectKind Owner(string name, string plural, Func<FacetReader, SchemaObject>? read) =>
        Add(new(name, plural, read) { IsOwner = true });

    private static ObjectKind Callable(string name, string plural, Func<FacetReader, SchemaObject>? read) =>
        Add(new(name, plural, read) { HasSignature = true });

    private static ObjectKind Part(string name, string plural, Func<FacetReader, SchemaObject> read) =>
        Add(new(name, plural, read) { IsPart = true });

    private static ObjectKind Add(ObjectKind kind) => Known[kind.Name] = kind;
}
