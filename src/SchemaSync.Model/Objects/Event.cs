namespace SchemaSync.Model.Objects;

/// <summary>Whether a scheduled event runs (MySQL, MariaDB).</summary>
public enum EventState
{
    /// <summary>It runs.</summary>
    Enabled,
    /// <summary>It does not run.</summary>
    Disabled,
    /// <summary>It runs on the source of a replica only.</summary>
    DisabledOnReplica,
}

/// <summary>A statement that runs on a schedule (MySQL, MariaDB).</summary>
public sealed record Event : TopLevelObject
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Event;

    /// <summary>What stands after ON SCHEDULE, such as <c>EVERY 1 DAY</c>.</summary>
    public required SqlExpression Schedule { get; init; }

    /// <summary>The statement, or a block.</summary>
    public required SqlExpression Body { get; init; }

    /// <summary>Kept after its last run (ON COMPLETION PRESERVE).</summary>
    public bool Preserve { get; init; }

    /// <summary>Whether it runs.</summary>
    public EventState State { get; init; }

    /// <summary>With whose rights it runs, when that is not whoever creates it.</summary>
    public string? Definer { get; init; }

    /// <summary>Session settings kept with it, such as <c>sql_mode</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Settings { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Expression("schedule", Schedule);
        writer.Expression("body", Body);
        writer.Flag("preserve", Preserve);
        writer.Enumeration("state", State);
        writer.Text("definer", Definer);
        writer.Parts("settings", Settings);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Schedule = map(Schedule), Body = map(Body) };

    internal static Event Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Schedule = reader.Expression("schedule") ?? throw new JsonFormatException("an event has no schedule"),
        Body = reader.Expression("body") ?? throw new JsonFormatException("an event has no body"),
        Preserve = reader.Flag("preserve"),
        State = reader.Enumeration<EventState>("state"),
        Definer = reader.Text("definer"),
        Settings = reader.Parts("settings", TableOption.Read),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    };
}
