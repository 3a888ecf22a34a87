namespace SchemaSync.Cli.Reports;

/// <summary>A format of results: what <c>--format</c> calls it, and who prints it.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Use">What it is for, as help says behind the name; empty where the name says it.</param>
/// <param name="Create">Makes the report of one run.</param>
public sealed record ReportFormat(string Name, string Use, Func<ReportContext, Report> Create)
{
    /// <summary>The verbs that have something to print in it; none for all.</summary>
    public EquatableArray<string> Verbs { get; init; }

    /// <summary>The format that is used when none is asked for.</summary>
    internal const string Default = "text";

    /// <summary>Several as a sentence has them: <c>text, json or msbuild</c>.</summary>
    internal static string Words(IEnumerable<string> names) =>
        names.ToList() is [.. { Count: > 0 } first, var last] ? $"{string.Join(", ", first)} or {last}" : string.Join("", names);
}

/// <summary>What a report may want to know of the run it is about.</summary>
/// <param name="Terminal">Where the text goes.</param>
/// <param name="Verb">What was asked for, such as <c>plan</c>.</param>
/// <param name="ProjectDirectory">The folder that relative source paths are meant from.</param>
public sealed record ReportContext(Terminal Terminal, string Verb, string ProjectDirectory);
