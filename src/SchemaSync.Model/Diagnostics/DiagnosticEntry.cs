namespace SchemaSync.Model.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The run fails.</summary>
    Error,
    /// <summary>Worth a look; nothing fails.</summary>
    Warning,
    /// <summary>A change that is refused until its code is allowed.</summary>
    Hazard,
    /// <summary>Said for information.</summary>
    Note,
}

/// <summary>One code of the catalogue. Ids are never reused.</summary>
/// <param name="Code">Such as <c>SSY0402</c>.</param>
/// <param name="Severity">How grave it is by default.</param>
/// <param name="Title">A few words, for lists and pages.</param>
/// <param name="Message">One sentence with placeholders: what is wrong, where, and what to do next.</param>
public sealed record DiagnosticEntry(string Code, Severity Severity, string Title, string Message)
{
    /// <summary>The page that explains the code, relative to the repository.</summary>
    public string Page => $"docs/codes/{Code}.md";
}
