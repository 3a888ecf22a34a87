using Microsoft.Extensions.Logging;

namespace SchemaSync.Hosting.Running;

/// <summary>What is logged, under the category <c>SchemaSync</c>. The ids are documented and stay (docs/library.md).</summary>
internal static partial class Log
{
    /// <summary>The category.</summary>
    public const string Category = "SchemaSync";

    [LoggerMessage(1, LogLevel.Information, "{Database} is as declared", EventName = "Equal")]
    public static partial void Equal(ILogger logger, string database);

    [LoggerMessage(2, LogLevel.Warning, "{Database} differs from the declaration; places: {Count}", EventName = "Differs")]
    public static partial void Differs(ILogger logger, string database, int count);

    [LoggerMessage(3, LogLevel.Warning, "{Code}: {Finding}", EventName = "Finding")]
    public static partial void Finding(ILogger logger, string code, string finding);

    [LoggerMessage(4, LogLevel.Information, "{Database} was brought to the declaration; changes: {Count}", EventName = "Applied")]
    public static partial void Applied(ILogger logger, string database, int count);

    [LoggerMessage(5, LogLevel.Error, "{Operation} of {Database} failed with {Code}: {Finding}", EventName = "Failed")]
    public static partial void Failed(ILogger logger, string operation, string database, string code, string finding);

    [LoggerMessage(6, LogLevel.Debug, "{Database}: {Done} of {Total} steps, now {Step}", EventName = "Step")]
    public static partial void Step(ILogger logger, string database, int done, int total, string step);

    [LoggerMessage(7, LogLevel.Information, "{Operation} of {Total} tenants: {Equal} as declared, {Behind} behind, {Failed} failed",
        EventName = "Fleet")]
    public static partial void Fleet(ILogger logger, string operation, int total, int equal, int behind, int failed);

    [LoggerMessage(8, LogLevel.Warning, "{Code}: {Finding}", EventName = "StartedAnyway")]
    public static partial void StartedAnyway(ILogger logger, string code, string finding);

    [LoggerMessage(9, LogLevel.Warning, "{Database} differs from the declaration, and was not to be changed", EventName = "Planned")]
    public static partial void Planned(ILogger logger, string database);
}
