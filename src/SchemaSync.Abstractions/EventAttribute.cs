using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A statement that runs on a schedule (MySQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class EventAttribute : SchemaAttribute
{
    /// <summary>An event whose body stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="schedule">What stands after ON SCHEDULE, such as <c>EVERY 1 DAY</c>.</param>
    public EventAttribute(string name, string schedule)
    {
        Name = name;
        Schedule = schedule;
    }

    /// <summary>An event with its body.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="schedule">What stands after ON SCHEDULE, such as <c>EVERY 1 DAY</c>.</param>
    /// <param name="body">One statement, or a block between BEGIN and END.</param>
    public EventAttribute(string name, string schedule, string body)
    {
        Name = name;
        Schedule = schedule;
        Body = body;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>What stands after ON SCHEDULE, such as <c>EVERY 1 DAY</c>.</summary>
    public string Schedule { get; }

    /// <summary>One statement, or a block between BEGIN and END.</summary>
    public string? Body { get; }

    /// <summary>The file that holds the SQL instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>Kept after its last run.</summary>
    public bool Preserve { get; set; }

    /// <summary>Whether it runs.</summary>
    public EventState State { get; set; }

    /// <summary>With whose rights it runs, such as <c>app@%</c>, when that is not whoever creates it (MySQL, MariaDB).</summary>
    public string? Definer { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
