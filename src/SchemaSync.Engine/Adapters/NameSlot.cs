namespace SchemaSync.Engine;

/// <summary>A name in one of the name spaces of a schema, which one object alone can have.</summary>
/// <param name="Space">The name space, in words of the provider.</param>
/// <param name="Name">The name, for a routine with its signature where the provider tells overloads apart.</param>
public readonly record struct NameSlot(string Space, string Name);
