using System.Globalization;
using Microsoft.Build.Utilities;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>Entries of the catalogue as errors and warnings of a build.</summary>
internal static class LogExtensions
{
    /// <summary>Says an entry at the project, as gravely as the catalogue has it.</summary>
    /// <param name="pages">The address of the folder that has a page for each code.</param>
    public static void Report(this TaskLoggingHelper log, string? pages, DiagnosticEntry entry, string project, params object[] arguments)
    {
        var text = string.Format(CultureInfo.InvariantCulture, entry.Message, arguments);
        var line = new CanonicalLine(project, 0, 0, 0, 0, entry.Severity != Severity.Warning, entry.Code, text);
        log.Report(line, project, pages, line.IsError);
    }

    /// <summary>Says a line, with a link to the page of its code.</summary>
    public static void Report(this TaskLoggingHelper log, CanonicalLine line, string file, string? pages, bool isError)
    {
        var page = string.IsNullOrEmpty(pages) ? null : $"{pages}{line.Code}.md";
        if (isError)
            log.LogError(null, line.Code, null, page, file, line.Line, line.Column, line.EndLine, line.EndColumn, "{0}", line.Text);
        else log.LogWarning(null, line.Code, null, page, file, line.Line, line.Column, line.EndLine, line.EndColumn, "{0}", line.Text);
    }
}
