namespace SchemaSync;

/// <summary>Which rows may be written through a view.</summary>
public enum ViewCheckOption
{
    /// <summary>Any.</summary>
    None,

    /// <summary>Those that this view shows.</summary>
    Local,

    /// <summary>Those that this view and the views beneath it show.</summary>
    Cascaded,
}
