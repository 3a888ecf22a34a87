namespace SchemaSync.Engine.Adapters;

/// <summary>The schemas of a database that holds several, without the server's own and those of extensions.</summary>
/// <param name="Managed">The one that is looked at.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Others">The others, sorted: nobody looks at them.</param>
public sealed record DatabaseSchemas(string Managed, bool Exists, EquatableArray<string> Others);
