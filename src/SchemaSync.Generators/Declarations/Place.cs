namespace SchemaSync.Generators.Declarations;

/// <summary>
/// Where a declaration stands, in words that do not change when a line moves: so it may stay in the
/// generator's cache, and the analyzer can still find the spot.
/// </summary>
/// <param name="Type">The declaring type's metadata name; empty for the assembly.</param>
/// <param name="Member">The property; empty for the type itself.</param>
/// <param name="Attribute">The attribute's position on the symbol; -1 for the symbol's own name.</param>
internal readonly record struct Place(string Type, string Member, int Attribute)
{
    public static Place OfType(string type) => new(type, "", -1);

    public static Place OfMember(string type, string member) => new(type, member, -1);

    // Looked up by the ten thousand, always among those of one class: what differs is asked first, and the type is no part of the hash.
    public bool Equals(Place other) => Attribute == other.Attribute && Member == other.Member && Type == other.Type;

    public override int GetHashCode() => (Member.GetHashCode() * 31) + Attribute;
}
