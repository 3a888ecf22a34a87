namespace SchemaSync;

/// <summary>How a view is worked into a query (MySQL, MariaDB).</summary>
public enum ViewAlgorithm
{
    /// <summary>As the server chooses.</summary>
    Undefined,

    /// <summary>Its text becomes part of the query.</summary>
    Merge,

    /// <summary>Its rows are gathered in a temporary table first.</summary>
    TempTable,
}
