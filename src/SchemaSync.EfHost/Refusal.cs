using System.Diagnostics;
using System.Reflection;

namespace SchemaSync.EfHost;

/// <summary>Why there is no answer.</summary>
/// <param name="reason">Which of the reasons the tool has a sentence for.</param>
/// <param name="details">What the sentence needs.</param>
internal sealed class Refusal(string reason, params string[] details) : Exception
{
    public string Reason => reason;

    public IReadOnlyList<string> Details => details;

    /// <summary>What was thrown, without the wrapping of reflection and of EF Core's tools: its type, its
    /// first line, and where in the application that was.</summary>
    public static string Words(Exception exception)
    {
        var cause = Cause(exception);
        return $"{cause.GetType().Name}: {Line(cause.Message)}{Place(exception)}";
    }

    /// <summary>The first line of a message, without the sentence that leads to a page of somebody's.</summary>
    public static string Line(string message)
    {
        var line = message.Split('\n')[0];
        var link = line.IndexOf("http", StringComparison.Ordinal);
        var end = link < 0 ? -1 : line.LastIndexOf(". ", link, StringComparison.Ordinal);
        return (end < 0 ? line : line.Substring(0, end)).Trim().TrimEnd('.');
    }

    private static Exception Cause(Exception exception) =>
        exception.InnerException is { } inner && IsWrapping(exception) ? Cause(inner) : exception;

    private static bool IsWrapping(Exception exception) =>
        exception is TargetInvocationException or TypeInitializationException or AggregateException
            || exception.GetType().Name == "OperationException";

    // The deepest line of somebody's own: what stands in the framework's and EF Core's code is of no use to anybody.
    private static string Place(Exception exception)
    {
        for (var cause = Deepest(exception); cause is not null; cause = Outer(exception, cause))
        {
            foreach (var frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames() ?? [])
            {
                if (frame?.GetMethod() is not { DeclaringType: { } type } method || IsTheirs(type.Assembly)) continue;
                var file = frame.GetFileName() is { } path ? $", {Path.GetFileName(path)} line {frame.GetFileLineNumber()}" : "";
                return $" (in {type.FullName}.{method.Name}{file})";
            }
        }

        return "";
    }

    private static Exception Deepest(Exception exception) => exception.InnerException is { } inner ? Deepest(inner) : exception;

    private static Exception? Outer(Exception outermost, Exception inner)
    {
        if (ReferenceEquals(outermost, inner)) return null;
        var outer = outermost;
        while (!ReferenceEquals(outer.InnerException, inner)) outer = outer.InnerException!;
        return outer;
    }

    private static bool IsTheirs(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "";
        return assembly == typeof(Refusal).Assembly || name == "mscorlib" || name == "netstandard"
            || Array.Exists(["System.", "Microsoft.", "Npgsql", "Pomelo.", "MySql"], p => name.StartsWith(p, StringComparison.Ordinal));
    }
}
