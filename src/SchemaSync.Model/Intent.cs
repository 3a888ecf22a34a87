namespace SchemaSync.Model;

/// <summary>What a declaration says about the way from the old state to the new one. Never part of the state itself.</summary>
public enum IntentKind
{
    /// <summary>The object used to be called <see cref="Intent.Former"/>.</summary>
    RenamedFrom,
    /// <summary>An object called <see cref="Intent.Former"/> was there and is meant to go.</summary>
    Dropped,
    /// <summary>Rows that are there and have no value in the column get that of <see cref="Intent.Sql"/>.</summary>
    Backfill,
    /// <summary>Values of the column become what <see cref="Intent.Sql"/> makes of them, when its type changes.</summary>
    Convert,
    /// <summary><see cref="Intent.Sql"/> runs before the object changes, or before the run.</summary>
    Before,
    /// <summary><see cref="Intent.Sql"/> runs after the object was made or changed, or after the run.</summary>
    After,
}

/// <summary>One declared rename or drop, what rows that are there get, or SQL that runs along.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Subject">The object: for a rename under its new name, for a drop under its last one.</param>
/// <param name="Former">The earlier name; where it is about rows, the name.</param>
public sealed record Intent(IntentKind Kind, ObjectId Subject, Identifier Former) : IFacets
{
    /// <summary>How many rows are filled at a time, where nothing is said.</summary>
    public const int UsualRows = 2000;

    /// <summary>What SQL that runs along with a whole run is about.</summary>
    public static ObjectId Run { get; } = ObjectId.Top(ObjectKind.Run, new QualifiedName("sync"));

    /// <summary>An expression over a row, as it is under its new names, or a statement; null for renames and drops.</summary>
    public string? Sql { get; init; }

    /// <summary>How many rows are filled at a time; null for <see cref="UsualRows"/>.</summary>
    public long? Rows { get; init; }

    /// <summary>How long to wait between two such batches, in milliseconds.</summary>
    public long? Pause { get; init; }

    /// <summary>The place of a statement among those of one object; lower ones run first.</summary>
    public long? Order { get; init; }

    /// <summary>Whether a statement is kept from scratch.</summary>
    public bool Unproved { get; init; }

    /// <summary>Whether it is a statement that runs along.</summary>
    public bool IsHook => Kind is IntentKind.Before or IntentKind.After;

    /// <summary>Whether it names what was there before: a rename or a drop.</summary>
    public bool IsAboutNames => Kind is IntentKind.RenamedFrom or IntentKind.Dropped;

    /// <summary>The schema it was in, where that is another shared one; empty where it stays in its schema.</summary>
    public Identifier FormerSchema { get; init; }

    /// <summary>The object that is renamed or goes, as it was.</summary>
    public ObjectId FormerId => Subject with { Schema = FormerSchema.IsEmpty ? Subject.Schema : FormerSchema, Name = Former };

    /// <summary>Whether it says that a schema is meant to go.</summary>
    public bool DropsSchema => Kind == IntentKind.Dropped && Subject.Kind == ObjectKind.Schema;

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("intent", Kind.ToString());
        Subject.WriteFacets(writer);
        writer.Text("former", Former.Value);
        writer.Name("formerSchema", FormerSchema);
        writer.Text("sql", Sql);
        writer.Number("rows", Rows);
        writer.Number("pause", Pause);
        writer.Number("order", Order);
        writer.Flag("unproved", Unproved);
    }

    /// <summary>Reads what <see cref="WriteFacets"/> wrote.</summary>
    public static Intent Read(FacetReader reader) => new(
        reader.Enumeration<IntentKind>("intent"),
        ObjectId.Read(reader),
        reader.Name("former"))
    {
        FormerSchema = reader.Name("formerSchema"), Sql = reader.Text("sql"), Rows = reader.Number("rows"), Pause = reader.Number("pause"),
        Order = reader.Number("order"), Unproved = reader.Flag("unproved"),
    };
}
