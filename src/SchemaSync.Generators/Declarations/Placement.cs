namespace SchemaSync.Generators.Declarations;

/// <summary>What an attribute may stand on.</summary>
[Flags]
internal enum Placement
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>The assembly.</summary>
    Assembly = 1 << 0,
    /// <summary>The class of a table.</summary>
    Table = 1 << 1,
    /// <summary>A property of one.</summary>
    TableProperty = 1 << 2,
    /// <summary>The class of a view.</summary>
    View = 1 << 3,
    /// <summary>A property of one.</summary>
    ViewProperty = 1 << 4,
    /// <summary>The class of a materialized view.</summary>
    MaterializedView = 1 << 5,
    /// <summary>A property of one.</summary>
    MaterializedViewProperty = 1 << 6,
    /// <summary>An enum that is a type of the database.</summary>
    Enum = 1 << 7,
    /// <summary>A value of one.</summary>
    EnumValue = 1 << 8,
    /// <summary>The class of a composite type.</summary>
    Composite = 1 << 9,
    /// <summary>A property of one.</summary>
    CompositeProperty = 1 << 10,
    /// <summary>A class that speaks of another.</summary>
    Configuration = 1 << 11,
    /// <summary>Where an object stands that needs no class: on the assembly, and on whatever class it belongs to.</summary>
    Alone = Assembly | Table | View | MaterializedView,
}
