namespace SchemaSync;

/// <summary>How classes and properties without an explicit name become tables and columns.</summary>
public enum Naming
{
    /// <summary><c>OrderLine</c> becomes <c>order_line</c> (the default).</summary>
    SnakeCase,

    /// <summary>The C# name as it stands.</summary>
    AsIs,
}
