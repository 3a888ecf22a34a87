using Microsoft.Build.Framework;

namespace SchemaSync.Tasks.Tests;

/// <summary>Notes where errors and warnings of a build lead, in a file that its parameter names: no other logger prints that.</summary>
public sealed class LinkLogger : ILogger
{
    public LoggerVerbosity Verbosity { get; set; }

    public string? Parameters { get; set; }

    /// <summary>The argument of a build that notes them in a file.</summary>
    public static string Argument(string file) => $"-logger:{nameof(LinkLogger)},{typeof(LinkLogger).Assembly.Location};{file}";

    public void Initialize(IEventSource eventSource)
    {
        eventSource.ErrorRaised += (_, e) => Note(e.Code, e.HelpLink);
        eventSource.WarningRaised += (_, e) => Note(e.Code, e.HelpLink);
    }

    public void Shutdown()
    {
    }

    private void Note(string code, string link) => File.AppendAllText(Parameters!, $"{code} {link}\n");
}
