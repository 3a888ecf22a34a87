using System.Globalization;
using Microsoft.Build.Utilities;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>Entries of the catalogue as errors and warnings of a build.</summary>
internal static class LogExtensions
{
    /// <summary>Says an entry at the project, as gravely as the catalogue has it.</summary>
    public static void Report(this TaskLoggingHelper log, DiagnosticEntry entry, string project, params object[] arguments)
    {
        var text = string.Format(CultureInfo.InvariantCulture, entry.Message, arguments);
        if (entry.Severity == Severity.Warning) log.LogWarning(null, entry.Code, null, null, project, 0, 0, 0, 0, "{0}", text);
        else log.LogError(null, entry.Code, null, null, project, 0, 0, 0, 0, "{0}", text);
    }
}
