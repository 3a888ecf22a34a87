namespace SchemaSync.Sqlite.Planning;

/// <summary>When a step runs; all of them in one transaction.</summary>
internal enum Phase
{
    /// <summary>Views and triggers that go, change, or would break meanwhile; triggers first.</summary>
    DropBodies,
    /// <summary>New names, before everything that uses them.</summary>
    Rename,
    /// <summary>Indexes that go or change: what goes makes room for the names of what comes.</summary>
    DropIndexes,
    /// <summary>Tables that go.</summary>
    DropTables,
    /// <summary>New tables with their indexes.</summary>
    Create,
    /// <summary>Changes inside tables, each table's together.</summary>
    Alter,
    /// <summary>Tables that go once rows have got their values from them.</summary>
    DropReadTables,
    /// <summary>Indexes that are new, changed, or went with a table that was made again.</summary>
    CreateIndexes,
    /// <summary>Views and triggers that come, or come back; views first.</summary>
    CreateBodies,
    /// <summary>Whether every reference leads to a row.</summary>
    CheckReferences,
}
