namespace SchemaSync;

/// <summary>When a foreign key that is partly NULL is accepted.</summary>
public enum ForeignKeyMatch
{
    /// <summary>As soon as one column is NULL.</summary>
    Simple,

    /// <summary>Only when all columns are NULL.</summary>
    Full,
}
