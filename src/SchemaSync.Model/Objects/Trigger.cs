namespace SchemaSync.Model.Objects;

/// <summary>A trigger on a table or a view; top-level, because on some providers its name is.</summary>
public sealed record Trigger : TopLevelObject
{
    private const string Or = " or ";

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Trigger;

    /// <inheritdoc/>
    public override ObjectId Identity => ObjectId.In(Kind, On, Name.Name);

    /// <summary>With its table: on PostgreSQL every table may have a trigger of one name.</summary>
    public override string Key => $"{Name.Name} on {On}";

    /// <summary>The table or view it watches.</summary>
    public required QualifiedName On { get; init; }

    /// <summary>When it fires.</summary>
    public TriggerTiming Timing { get; init; }

    /// <summary>What it fires on, each event once, in the order of <see cref="TriggerEvent"/>.</summary>
    public EquatableArray<TriggerEvent> Events
    {
        get;
        init => field = value.Distinct().OrderBy(e => e).ToEquatableArray();
    }

    /// <summary>With <see cref="TriggerEvent.Update"/>: only when one of these is assigned.</summary>
    public EquatableArray<Identifier> UpdateOf { get; init; }

    /// <summary>Fires only where this holds.</summary>
    public SqlExpression? When { get; init; }

    /// <summary>
    /// What it does, in the provider's own frame. SQLite: the statements between BEGIN and END; MySQL and MariaDB: one statement, or a
    /// block; PostgreSQL: the function with its constant arguments, such as <c>audit('customers')</c>.
    /// </summary>
    public required SqlExpression Body { get; init; }

    /// <summary>Fires once for each statement, not for each row.</summary>
    public bool PerStatement { get; init; }

    /// <summary>A constraint trigger (PostgreSQL): its firing may wait until commit.</summary>
    public bool Constraint { get; init; }

    /// <summary>When a constraint trigger fires.</summary>
    public Deferrability Deferrability { get; init; }

    /// <summary>The other table a constraint trigger refers to; else empty.</summary>
    public QualifiedName From { get; init; }

    /// <summary>The name under which the body sees the rows as they were; else empty.</summary>
    public Identifier OldTable { get; init; }

    /// <summary>The name under which the body sees the rows as they are; else empty.</summary>
    public Identifier NewTable { get; init; }

    /// <summary>In which sessions it fires.</summary>
    public TriggerState State { get; init; }

    /// <summary>The trigger of the same moment right after which it fires (MySQL, MariaDB); else empty.</summary>
    public Identifier Follows { get; init; }

    /// <summary>With whose rights it runs, when that is not whoever creates it (MySQL, MariaDB).</summary>
    public string? Definer { get; init; }

    /// <summary>Session settings kept with it, such as <c>sql_mode</c> (MySQL, MariaDB), ordered by name.</summary>
    public EquatableArray<TableOption> Settings { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("on", On.ToString());
        writer.Text("timing", Timing.ToString());
        writer.Text("event", string.Join(Or, Events));
        writer.Names("updateOf", UpdateOf);
        writer.Expression("when", When);
        writer.Expression("body", Body);
        writer.Flag("perStatement", PerStatement);
        writer.Flag("constraint", Constraint);
        writer.Enumeration("deferrability", Deferrability);
        writer.Name("from", From);
        writer.Name("oldTable", OldTable);
        writer.Name("newTable", NewTable);
        writer.Enumeration("state", State);
        writer.Name("follows", Follows);
        writer.Text("definer", Definer);
        writer.Parts("settings", Settings);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { When = When.Map(map), Body = map(Body) };

    internal static Trigger Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        On = reader.RequiredQualifiedName("on"),
        Timing = reader.Enumeration<TriggerTiming>("timing"),
        Events = ReadEvents(reader.RequiredText("event")),
        UpdateOf = reader.Names("updateOf"),
        When = reader.Expression("when"),
        Body = reader.Expression("body") ?? throw new JsonFormatException("a trigger has no body"),
        PerStatement = reader.Flag("perStatement"),
        Constraint = reader.Flag("constraint"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
        From = reader.QualifiedName("from"),
        OldTable = reader.Name("oldTable"),
        NewTable = reader.Name("newTable"),
        State = reader.Enumeration<TriggerState>("state"),
        Follows = reader.Name("follows"),
        Definer = reader.Text("definer"),
        Settings = reader.Parts("settings", TableOption.Read),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    };

    private static EquatableArray<TriggerEvent> ReadEvents(string text) =>
        text.Split([Or], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => FacetReader.Word<TriggerEvent>("event", word)).ToEquatableArray();
}
