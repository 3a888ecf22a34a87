using System.Globalization;

namespace SchemaSync.Model.Diagnostics;

/// <summary>One finding: a code with its arguments, about an object, at a place.</summary>
public sealed record Diagnostic(DiagnosticEntry Entry, EquatableArray<string> Arguments)
{
    /// <summary>A finding without a subject.</summary>
    public static Diagnostic Of(DiagnosticEntry entry, params string[] arguments) => new(entry, arguments.ToEquatableArray());

    /// <summary>The object it is about, where there is one.</summary>
    public ObjectId? Subject { get; init; }

    /// <summary>Where the object is declared, where that is known.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Where it ended a run: what that left behind. The end of the sentence.</summary>
    public string? State { get; init; }

    /// <summary>The sentence.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Entry.Message, [.. Arguments]) + (State is null ? "" : "; " + State);

    /// <summary>Code and sentence.</summary>
    public override string ToString() => $"{Entry.Code}: {Message}";
}
