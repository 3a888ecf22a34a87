using Microsoft.Build.Framework;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>Whether this request goes on with another target after one: what cannot be taken back waits for it.</summary>
public sealed class WhatFollowsTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The target that is under way.</summary>
    [Required]
    public string Target { get; set; } = "";

    /// <summary>The target that may follow.</summary>
    [Required]
    public string Next { get; set; } = "";

    /// <summary>The project, where the message stands.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Whether it does.</summary>
    [Output]
    public bool Follows { get; private set; }

    /// <summary>The address of the folder that has a page for each code.</summary>
    public string? Pages { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (RequestedTargets.Of(BuildEngine) is { } targets) Follows = Position(targets, Next) > Position(targets, Target);
        else Log.Report(Pages, BuildDiagnostics.OrderUnknown, ProjectFile, Target, Next);
        return true;
    }

    private static int Position(IReadOnlyList<string> targets, string name) =>
        targets.ToList().FindIndex(t => string.Equals(t, name, StringComparison.OrdinalIgnoreCase));
}
