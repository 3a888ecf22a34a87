namespace SchemaSync.Cli;

/// <summary>What every run of one process shares.</summary>
internal sealed record Setting(Terminal Terminal, AdapterRegistry Adapters, IReadOnlyList<ReportFormat> Formats)
{
    /// <summary>The names of the formats, as a sentence has them.</summary>
    public string FormatNames => ReportFormat.Words(Formats.Select(f => f.Name));

    /// <summary>The report in a format; in the first where there is no such format, for the message that says so.</summary>
    public Report Report(string? format, string verb, string? projectDirectory) =>
        (Find(format) ?? Formats[0]).Create(new(Terminal, verb, projectDirectory ?? Environment.CurrentDirectory));

    /// <summary>The format of that name; null where there is none.</summary>
    public ReportFormat? Find(string? format) => Formats.FirstOrDefault(f => f.Name == format);
}
