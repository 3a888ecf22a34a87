namespace SchemaSync.Generators.Declarations;

/// <summary>What <c>[assembly: Dropped]</c> names, as the attribute numbers it.</summary>
internal enum DroppedKind
{
    /// <summary>A table.</summary>
    Table,
    /// <summary>A schema.</summary>
    Schema,
}
