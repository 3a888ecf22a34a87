namespace SchemaSync.Model;

/// <summary>When a trigger fires.</summary>
public enum TriggerTiming
{
    /// <summary>Before the row changes.</summary>
    Before,
    /// <summary>After the row changed.</summary>
    After,
    /// <summary>Instead of the change; for views.</summary>
    InsteadOf,
}

/// <summary>What a trigger fires on.</summary>
public enum TriggerEvent
{
    /// <summary>New rows.</summary>
    Insert,
    /// <summary>Changed rows.</summary>
    Update,
    /// <summary>Removed rows.</summary>
    Delete,
}

/// <summary>A trigger on a table or a view; top-level because its name is.</summary>
public sealed record Trigger : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "trigger";

    /// <inheritdoc/>
    public override string PluralKind => "triggers";

    /// <summary>The table or view it watches.</summary>
    public required Identifier On { get; init; }

    /// <summary>When it fires.</summary>
    public TriggerTiming Timing { get; init; }

    /// <summary>What it fires on.</summary>
    public TriggerEvent Event { get; init; }

    /// <summary>With <see cref="TriggerEvent.Update"/>: only when one of these is assigned.</summary>
    public EquatableArray<Identifier> UpdateOf { get; init; }

    /// <summary>Fires only where this holds.</summary>
    public SqlExpression? When { get; init; }

    /// <summary>The statements, in the provider's own frame (SQLite: between BEGIN and END).</summary>
    public required SqlExpression Body { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Identifier> DependsOn => [On];

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("on", On.Value);
        writer.Text("timing", Timing.ToString());
        writer.Text("event", Event.ToString());
        writer.Names("updateOf", UpdateOf);
        writer.Expression("when", When);
        writer.Expression("body", Body);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static Trigger Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        On = new(reader.RequiredText("on")),
        Timing = reader.Enumeration<TriggerTiming>("timing"),
        Event = reader.Enumeration<TriggerEvent>("event"),
        UpdateOf = reader.Names("updateOf"),
        When = reader.Expression("when"),
        Body = reader.Expression("body") ?? throw new JsonFormatException("a trigger has no body"),
    };
}
