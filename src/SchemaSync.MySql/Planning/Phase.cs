namespace SchemaSync.MySql.Planning;

/// <summary>When a step runs. Every statement commits by itself, so the order is also what a run that dies leaves behind.</summary>
internal enum Phase
{
    /// <summary>Databases that tenants share, before anything in them.</summary>
    Databases,
    /// <summary>Views, routines, triggers and events that go, and triggers that change.</summary>
    DropBodies,
    /// <summary>New names of tables and columns.</summary>
    Rename,
    /// <summary>Foreign keys that go, change or stand in the way, before the keys they refer to.</summary>
    DropForeignKeys,
    /// <summary>Tables that go.</summary>
    DropTables,
    /// <summary>Sequences that come or change, before the defaults that name them.</summary>
    Sequences,
    /// <summary>Changes inside tables, each table's together.</summary>
    Alter,
    /// <summary>Tables that go once rows have got their values from them.</summary>
    DropReadTables,
    /// <summary>Sequences whose name a new table needs.</summary>
    MakeRoom,
    /// <summary>New tables, each after those it refers to.</summary>
    Create,
    /// <summary>Foreign keys that come.</summary>
    ForeignKeys,
    /// <summary>Sequences that go.</summary>
    DropSequences,
    /// <summary>Routines, views, triggers and events that come or change.</summary>
    CreateBodies,
    /// <summary>Databases that go, after all that was in them.</summary>
    DropDatabases,
}
