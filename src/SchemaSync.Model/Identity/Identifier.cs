namespace SchemaSync.Model.Identity;

/// <summary>
/// One unquoted name of a database object, in the case it was written in. Only a dialect quotes it;
/// a distinct type, so that a name never enters a statement as plain text.
/// </summary>
/// <param name="Value">The name; empty where the object has none (an unnamed constraint).</param>
public readonly record struct Identifier(string Value) : IComparable<Identifier>
{
    /// <summary>Whether the object has no name of its own.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    /// <summary>Ordinal order, so that the same input gives the same plan everywhere.</summary>
    public int CompareTo(Identifier other) => string.CompareOrdinal(Value ?? "", other.Value ?? "");

    /// <summary>The default value and the empty name are the same: a path that was read back equals one that was made.</summary>
    public bool Equals(Identifier other) => string.Equals(Value ?? "", other.Value ?? "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
