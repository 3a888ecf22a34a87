using System.Reflection;
using Microsoft.Build.Framework;

namespace SchemaSync.Tasks;

/// <summary>
/// The targets that somebody asked this project for, in their order. MSBuild shows them to loggers and to no task, so they are read from
/// the request that the task works for: <c>-t:PublishContainer</c> is a second wish beside <c>Publish</c>, and nothing else tells that it
/// will follow.
/// </summary>
internal static class RequestedTargets
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Their names; null where this MSBuild has its requests elsewhere.</summary>
    public static IReadOnlyList<string>? Of(IBuildEngine engine)
    {
        var entry = engine.GetType().GetField("_requestEntry", Members)?.GetValue(engine);
        var request = entry?.GetType().GetProperty("Request", Members)?.GetValue(entry);
        return request?.GetType().GetProperty("Targets", Members)?.GetValue(request) is IEnumerable<string> targets ? [.. targets] : null;
    }
}
