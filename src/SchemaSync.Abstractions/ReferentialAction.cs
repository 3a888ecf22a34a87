namespace SchemaSync;

/// <summary>What happens to referencing rows when the row they refer to goes or changes its key.</summary>
public enum ReferentialAction
{
    /// <summary>Refused when rows still refer to it at the end of the statement or transaction (the default).</summary>
    NoAction,

    /// <summary>Refused at once.</summary>
    Restrict,

    /// <summary>The referencing rows follow: deleted, or given the new key.</summary>
    Cascade,

    /// <summary>The referencing columns become NULL.</summary>
    SetNull,

    /// <summary>The referencing columns take their default.</summary>
    SetDefault,
}
