namespace SchemaSync.Model;

/// <summary>
/// Where an object is: its kind, the table that owns it where one does, and its key.
/// Messages, source locations and intents refer to objects this way.
/// </summary>
/// <param name="Kind">The kind's name, such as <c>column</c>.</param>
/// <param name="Owner">The owning table; empty for top-level objects.</param>
/// <param name="Key">The name, or the definition of an unnamed constraint (<see cref="SchemaObject.Key"/>).</param>
public readonly record struct ObjectPath(string Kind, Identifier Owner, string Key)
{
    /// <summary>The path of a top-level object.</summary>
    public static ObjectPath Of(SchemaObject topLevel) => new(topLevel.Kind, default, topLevel.Key);

    /// <summary>The path of an object inside a table.</summary>
    public static ObjectPath Of(Identifier owner, SchemaObject child) => new(child.Kind, owner, child.Key);

    /// <summary>The qualified key alone, such as <c>customers.email</c>.</summary>
    public string QualifiedKey => Owner.IsEmpty ? Key : $"{Owner}.{Key}";

    /// <summary>As people read it: <c>column customers.email</c>.</summary>
    public override string ToString() => $"{Kind} {QualifiedKey}";
}
