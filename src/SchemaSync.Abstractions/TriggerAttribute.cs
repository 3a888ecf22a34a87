using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A trigger on the class's table or view.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class TriggerAttribute : SchemaAttribute
{
    /// <summary>A trigger whose body stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="timing">When it fires.</param>
    /// <param name="on">What it fires on.</param>
    public TriggerAttribute(string name, TriggerTiming timing, TriggerEvent on)
    {
        Name = name;
        Timing = timing;
        Event = on;
    }

    /// <summary>A trigger with its body.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="timing">When it fires.</param>
    /// <param name="on">What it fires on.</param>
    /// <param name="body">The statements, without BEGIN and END.</param>
    public TriggerAttribute(string name, TriggerTiming timing, TriggerEvent on, string body)
        : this(name, timing, on) => Body = body;

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>When it fires.</summary>
    public TriggerTiming Timing { get; }

    /// <summary>What it fires on.</summary>
    public TriggerEvent Event { get; }

    /// <summary>The statements.</summary>
    public string? Body { get; }

    /// <summary>The file that holds the statements instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>With <see cref="TriggerEvent.Update"/>: only when one of these properties or columns is assigned.</summary>
    public string[] UpdateOf { get; set; } = [];

    /// <summary>Only for rows where this SQL holds.</summary>
    public string? When { get; set; }
}
