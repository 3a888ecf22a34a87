namespace SchemaSync.PostgreSql.Planning;

/// <summary>When a step runs. One shared transaction holds all that only touches the
/// catalogue; what takes its time follows online.</summary>
internal enum Phase
{
    /// <summary>New enum values: committed before anything may use them.</summary>
    EnumValues,
    /// <summary>New schemas, before what moves into them.</summary>
    Schemas,
    /// <summary>New names of bodies; policies that go or stand in the way, and what
    /// else of a table that goes, before what they call.</summary>
    DropPolicies,
    /// <summary>Bodies that stand in the way.</summary>
    DropBodies,
    /// <summary>New names.</summary>
    Rename,
    /// <summary>Foreign keys, before the keys they refer to.</summary>
    DropForeignKeys,
    /// <summary>Constraints and indexes, before their columns.</summary>
    DropKeys,
    /// <summary>Whole objects that go and have a name that something new needs.</summary>
    MakeRoom,
    /// <summary>New types, sequences, routines and tables, each after what it uses.</summary>
    Create,
    /// <summary>Changes inside tables.</summary>
    Alter,
    /// <summary>Whole objects that go.</summary>
    DropObjects,
    /// <summary>Foreign keys of new tables.</summary>
    Keys,
    /// <summary>Bodies that are new, changed, or stood in the way.</summary>
    CreateBodies,
    /// <summary>Policies, which may read any of these.</summary>
    Policies,
    /// <summary>What a run that died left half-made, and names that are needed again.</summary>
    Leftovers,
    /// <summary>Values of rows that are there, before their columns become required.</summary>
    Fill,
    /// <summary>NOT NULL of columns of a primary key: adding the key would look for NULLs while readers wait.</summary>
    Required,
    /// <summary>One by one, without blocking anybody for long.</summary>
    Online,
    /// <summary>Foreign keys, which may need keys that were made online.</summary>
    OnlineKeys,
    /// <summary>What the steps before replaced.</summary>
    OnlineDrops,
    /// <summary>Bodies that need a key that was made online.</summary>
    LateBodies,
}
