namespace SchemaSync.Model;

/// <summary>
/// Which object it is: two objects with one identity are one object, and two that share only a name are strangers. Servers keep kinds
/// apart that bear one name (a table and a function), and functions of one name by their arguments.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Schema">The schema; empty for the tenant's own.</param>
/// <param name="Owner">The table or view it stands on; empty for an object that stands by itself.</param>
/// <param name="Name">The name; empty for a constraint that was not given one.</param>
/// <param name="Signature">The types of a routine's arguments, or the definition of a constraint without a name; else null.</param>
public readonly record struct ObjectId(ObjectKind Kind, Identifier Schema, Identifier Owner, Identifier Name, string? Signature = null)
{
    private const string On = " on ";

    /// <summary>Of an object that stands by itself, or on the table that it names (a trigger).</summary>
    public static ObjectId Of(SchemaObject topLevel) => topLevel switch
    {
        Trigger trigger => In(ObjectKind.Trigger, trigger.On, trigger.Name),
        Routine routine => Top(ObjectKind.Of(routine.Kind), routine.Name, routine.Signature),
        _ => Top(ObjectKind.Of(topLevel.Kind), topLevel.Name),
    };

    /// <summary>Of an object inside another.</summary>
    public static ObjectId Of(Identifier owner, SchemaObject child) =>
        new(ObjectKind.Of(child.Kind), default, owner, child.Name, child.Name.IsEmpty ? child.Key : null);

    /// <summary>Of the object that is at a path; the other way round than <see cref="Path"/>.</summary>
    public static ObjectId Of(ObjectPath path)
    {
        var kind = ObjectKind.Of(path.Kind);
        if (!path.Owner.IsEmpty) return In(kind, path.Owner, new(path.Key));
        if (kind == ObjectKind.Trigger && path.Key.LastIndexOf(On, StringComparison.Ordinal) is > 0 and var on)
            return In(kind, new(path.Key.Substring(on + On.Length)), new(path.Key.Substring(0, on)));
        var open = path.Key.IndexOf('(');
        return open > 0 && path.Key[path.Key.Length - 1] == ')' && kind.HasSignature
            ? Top(kind, new(path.Key.Substring(0, open)), path.Key.Substring(open + 1, path.Key.Length - open - 2))
            : Top(kind, new(path.Key));
    }

    /// <summary>An object that stands by itself.</summary>
    public static ObjectId Top(ObjectKind kind, Identifier name, string? signature = null) => new(kind, default, default, name, signature);

    /// <summary>An object that stands on another.</summary>
    public static ObjectId In(ObjectKind kind, Identifier owner, Identifier name) => new(kind, default, owner, name);

    /// <summary>Where messages say it is.</summary>
    public ObjectPath Path =>
        Kind == ObjectKind.Trigger ? new(Kind.Name, default, $"{Name}{On}{Owner}")
        : Owner.IsEmpty ? new(Kind.Name, default, Signature is null ? Name.Value : $"{Name}({Signature})")
        : new(Kind.Name, Owner, Name.IsEmpty ? Signature ?? "" : Name.Value);

    /// <inheritdoc/>
    public override string ToString() => Path.ToString();
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
        unchecked((((obj.Kind.GetHashCode() * 31) + names.GetHashCode(obj.Owner.Value ?? "")) * 31) + names.GetHashCode(obj.Name.Value ?? ""));

    private bool Same(string? x, string? y) => names.Equals(x ?? "", y ?? "");
}
