namespace SchemaSync.Model.Diagnostics;

/// <summary>0041 to 0055: what is well formed and what no server, or not this one, would take.</summary>
public static class ValueDiagnostics
{
    /// <summary>The provider keeps fewer digits.</summary>
    public static readonly DiagnosticEntry TooManyDigits = new("SSY0041", Severity.Error, "More digits than are kept",
        "[Precision] on {0} asks for {1}, and {2} keeps {3} at most; ask for fewer, or limit it with Provider");

    /// <summary>The provider has no text of that length.</summary>
    public static readonly DiagnosticEntry TooLong = new("SSY0042", Severity.Error, "Longer than a text may be",
        "[MaxLength] on {0} asks for {1}, and {2} takes {3} at most; ask for less, or leave it out: a text without a length has no limit");

    /// <summary>The default is longer than the column.</summary>
    public static readonly DiagnosticEntry DefaultTooLong = new("SSY0043", Severity.Error, "Default is longer than its column",
        "the default of {0} has a length of {1}, and the column takes {2}: no row could have it; shorten it, or raise [MaxLength]");

    /// <summary>A numbered column has a default.</summary>
    public static readonly DiagnosticEntry DefaultOfIdentity = new("SSY0044", Severity.Error, "Numbered column has a default",
        "{0} is numbered by the database, so on {1} it cannot have {2} as well; remove one of the two");

    /// <summary>The type has no order of letters.</summary>
    public static readonly DiagnosticEntry NoCollation = new("SSY0045", Severity.Error, "Type has no collation",
        "{0} has the type {1}, for which {2} has no collation; remove [Collation], or limit it with Provider");

    /// <summary>A type is given and says nothing.</summary>
    public static readonly DiagnosticEntry EmptyType = new("SSY0046", Severity.Error, "Type is empty",
        "{0} of {1} gives an empty type; give a type, or leave it out so that it comes from C#");

    /// <summary>SQL text ends at a zero character.</summary>
    public static readonly DiagnosticEntry ZeroCharacter = new("SSY0047", Severity.Error, "Text holds a zero character",
        "{0} on {1} has a zero character in {2}, where SQL text would end; remove it");

    /// <summary>A required column has NULL as its default.</summary>
    public static readonly DiagnosticEntry NullForRequired = new("SSY0048", Severity.Error, "Default is NULL and the column required",
        "{0} refuses NULL, so its default cannot be NULL; remove {1}, or make the property nullable");

    /// <summary>The provider keeps shorter comments.</summary>
    public static readonly DiagnosticEntry CommentTooLong = new("SSY0049", Severity.Error, "Comment is too long",
        "the comment of {0} has {1} characters, and {2} keeps {3} at most; shorten it, or limit it with Provider");

    /// <summary>One column stands twice in a list.</summary>
    public static readonly DiagnosticEntry ColumnTwice = new("SSY0050", Severity.Error, "Column stands twice in a key",
        "{0} of {1} names column {2} more than once, which {3} refuses; name it once");

    /// <summary>Numbering that cannot begin, end or go on.</summary>
    public static readonly DiagnosticEntry IdentityRange = new("SSY0051", Severity.Error, "Numbering does not fit",
        "[Identity] on {0} does not fit: {1}; correct its numbers");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        TooManyDigits, TooLong, DefaultTooLong, DefaultOfIdentity, NoCollation, EmptyType, ZeroCharacter, NullForRequired, CommentTooLong,
        ColumnTwice, IdentityRange,
    ];
}
