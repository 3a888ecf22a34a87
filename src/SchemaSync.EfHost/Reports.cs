using System.Reflection;

namespace SchemaSync.EfHost;

/// <summary>What EF Core says meanwhile.</summary>
internal sealed class Reports
{
    private const string Start = "An error occurred while accessing";
    private const string Cause = "Error: ";

    public Reports(Assembly design)
    {
        Kind = design.GetType("Microsoft.EntityFrameworkCore.Design.IOperationReportHandler", throwOnError: true)!;
        Action<string> hear = Hear;
        var handler = design.GetType("Microsoft.EntityFrameworkCore.Design.OperationReportHandler", throwOnError: true)!;
        Handler = Activator.CreateInstance(handler, hear, hear, hear, hear)!;
    }

    public Type Kind { get; }

    public object Handler { get; }

    /// <summary>Why the application gave no services; null where it did, or has none.</summary>
    public string? Failure { get; private set; }

    private void Hear(string text)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal)) return;
        var at = text.IndexOf(Cause, StringComparison.Ordinal);
        Failure = Refusal.Line(text.Substring(at < 0 ? 0 : at + Cause.Length));
    }
}
