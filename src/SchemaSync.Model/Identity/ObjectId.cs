namespace SchemaSync.Model.Identity;

/// <summary>
/// Which object it is: two objects with one identity are one object, and two that share only a name are strangers. Servers keep kinds
/// apart that bear one name (a table and a function), and functions of one name by their arguments.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Schema">The schema; empty for the tenant's own.</param>
/// <param name="Owner">The table or view it stands on, in the same schema; empty for an object that stands by itself.</param>
/// <param name="Name">The name; empty for a constraint that was not given one.</param>
/// <param name="Signature">The types of a routine's arguments, or the definition of a constraint without a name; else null.</param>
public readonly record struct ObjectId(ObjectKind Kind, Identifier Schema, Identifier Owner, Identifier Name, string? Signature = null)
{
    /// <summary>Of an object that stands by itself, or on the table that it names (a trigger).</summary>
    public static ObjectId Of(TopLevelObject topLevel) => topLevel.Identity;

    /// <summary>Of an object inside another.</summary>
    public static ObjectId Of(QualifiedName owner, SchemaPart child) =>
        new(child.Kind, owner.Schema, owner.Name, child.Name, child.Name.IsEmpty ? child.Key : null);

    /// <summary>Of an object that stands by itself, or else inside <paramref name="owner"/>.</summary>
    public static ObjectId Of(QualifiedName owner, SchemaObject subject) =>
        subject is TopLevelObject top ? Of(top) : Of(owner, (SchemaPart)subject);

    /// <summary>An object that stands by itself.</summary>
    public static ObjectId Top(ObjectKind kind, QualifiedName name, string? signature = null) =>
        new(kind, name.Schema, default, name.Name, signature);

    /// <summary>An object that stands on another.</summary>
    public static ObjectId In(ObjectKind kind, QualifiedName owner, Identifier name) => new(kind, owner.Schema, owner.Name, name);

    /// <summary>The name with its schema, of an object that stands by itself.</summary>
    public QualifiedName QualifiedName => new(Schema, Name);

    /// <summary>What it stands on; empty for an object that stands by itself.</summary>
    public QualifiedName OwnerName => Owner.IsEmpty ? default : new(Schema, Owner);

    /// <summary>Whether a snapshot lists it by itself, not inside another object.</summary>
    public bool IsListed => !Kind.IsPart;

    /// <summary>
    /// The name alone as people read it, such as <c>customers.email</c>, <c>sales.total(integer)</c>,
    /// <c>stamp on orders</c>; in double quotes what holds a point or a quote itself.
    /// </summary>
    public string QualifiedKey
    {
        get
        {
            if (Owner.IsEmpty) return Signature is null ? QualifiedName.ToString() : $"{QualifiedName}({Signature})";
            var name = Name.IsEmpty ? Signature : new QualifiedName(Name).ToString();
            return Kind.IsPart ? $"{OwnerName}.{name}" : $"{name} on {OwnerName}";
        }
    }

    /// <summary>As people read it: <c>column customers.email</c>.</summary>
    public override string ToString() => $"{Kind} {QualifiedKey}";

    /// <summary>Writes it as facets of the object that speaks of it.</summary>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("kind", Kind.Name);
        writer.Name("schema", Schema);
        writer.Name("owner", Owner);
        writer.Name("name", Name);
        writer.Text("signature", Signature);
    }

    /// <summary>Reads what <see cref="WriteFacets"/> wrote.</summary>
    public static ObjectId Read(FacetReader reader) =>
        new(ObjectKind.Of(reader.RequiredText("kind")), reader.Name("schema"),
            reader.Name("owner"), reader.Name("name"), reader.Text("signature"));
}

/// <summary>Compares identities as a provider compares names.</summary>
public sealed class ObjectIdComparer(StringComparer names) : IEqualityComparer<ObjectId>
{
    /// <inheritdoc/>
    public bool Equals(ObjectId x, ObjectId y) =>
        x.Kind == y.Kind && Same(x.Name.Value, y.Name.Value) && Same(x.Owner.Value, y.Owner.Value)
        && Same(x.Schema.Value, y.Schema.Value) && Same(x.Signature, y.Signature);

    /// <inheritdoc/>
    public int GetHashCode(ObjectId obj) =>
        unchecked((((obj.Kind.GetHashCode() * 31) + names.GetHashCode(obj.Owner.Value ?? "")) * 31)
            + names.GetHashCode(obj.Name.Value ?? ""));

    private bool Same(string? x, string? y) => names.Equals(x ?? "", y ?? "");
}
