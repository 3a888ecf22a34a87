namespace SchemaSync;

/// <summary>Where NULLs stand in an index.</summary>
public enum NullsOrder
{
    /// <summary>As the direction has it: last from the least, first from the greatest.</summary>
    Default,

    /// <summary>Before every value.</summary>
    First,

    /// <summary>After every value.</summary>
    Last,
}
