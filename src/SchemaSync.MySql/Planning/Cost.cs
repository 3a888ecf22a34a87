namespace SchemaSync.MySql.Planning;

/// <summary>How InnoDB carries out a part of ALTER TABLE (manual, Online DDL
/// Operations), cheapest first; measured on every tested server.</summary>
internal enum Cost
{
    /// <summary>In the catalogue alone.</summary>
    Instant,
    /// <summary>In place, without writing rows again; others read and write meanwhile.</summary>
    InPlace,
    /// <summary>In place with every row written again; others read and write meanwhile.</summary>
    Rebuild,
    /// <summary>In place, but writers wait.</summary>
    Shared,
    /// <summary>In place with every row written again, and writers wait.</summary>
    SharedRebuild,
    /// <summary>Into a copy; writers wait. Also whatever is not known to be cheaper: nothing is asserted then.</summary>
    Copy,
    /// <summary>Into a copy although the server knows a shorter way, because only the copy
    /// looks at every row (MariaDB, checks of columns).</summary>
    CheckedCopy,
}

/// <summary>One clause of ALTER TABLE.</summary>
/// <param name="Sql">The clause.</param>
/// <param name="Serves">The change it is for.</param>
/// <param name="Cost">How it is carried out.</param>
internal sealed record Clause(string Sql, Change Serves, Cost Cost)
{
    /// <summary>What may go wrong, besides what the cost says.</summary>
    public EquatableArray<Hazard> Hazards { get; init; }

    /// <summary>Rows that would make it fail.</summary>
    public EquatableArray<DataCheck> DataChecks { get; init; }

    /// <summary>Whether it is about an index: these come in a statement of their own where columns change instantly.</summary>
    public bool IsIndex { get; init; }
}
