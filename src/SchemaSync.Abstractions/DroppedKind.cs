namespace SchemaSync;

/// <summary>What goes on purpose where <see cref="DroppedAttribute"/> stands on the assembly.</summary>
public enum DroppedKind
{
    /// <summary>A table.</summary>
    Table,
    /// <summary>A schema (PostgreSQL), which has to be empty by then.</summary>
    Schema,
}
