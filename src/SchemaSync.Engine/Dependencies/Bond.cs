namespace SchemaSync.Engine.Dependencies;

/// <summary>How one object hangs on another.</summary>
internal enum Bond
{
    /// <summary>Its definition holds the other, and the server knows: neither can change without a look at the other.</summary>
    Definition,

    /// <summary>A text of it names the other, and the server reads that when the text is run.</summary>
    Text,

    /// <summary>A foreign key refers to the other.</summary>
    Key,

    /// <summary>It is a partition of the other: what is made on one is made on both.</summary>
    Partition,

    /// <summary>It stands in the other, a schema.</summary>
    Place,
}
