namespace SchemaSync.Engine.Adapters;

/// <summary>A name in one of the name spaces of a schema, which one object alone can have.</summary>
/// <param name="Space">The name space, in words of the provider.</param>
/// <param name="Name">The name, for a routine with its signature where the provider tells overloads apart.</param>
public readonly record struct NameSlot(string Space, string Name);

/// <summary>Compares the names as a provider does, and the name spaces as they are written.</summary>
internal sealed class NameSlotComparer(StringComparer names) : IEqualityComparer<NameSlot>
{
    /// <inheritdoc/>
    public bool Equals(NameSlot x, NameSlot y) => x.Space == y.Space && names.Equals(x.Name, y.Name);

    /// <inheritdoc/>
    public int GetHashCode(NameSlot obj) => names.GetHashCode(obj.Name);
}
