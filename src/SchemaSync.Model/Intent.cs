namespace SchemaSync.Model;

/// <summary>What a declaration says about the way from the old state to the new one. Never part of the state itself.</summary>
public enum IntentKind
{
    /// <summary>The object used to be called <see cref="Intent.Former"/>.</summary>
    RenamedFrom,
    /// <summary>An object called <see cref="Intent.Former"/> was there and is meant to go.</summary>
    Dropped,
}

/// <summary>One declared rename or drop.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Subject">The object: for a rename under its new name, for a drop under its last one.</param>
/// <param name="Former">The earlier name.</param>
public sealed record Intent(IntentKind Kind, ObjectId Subject, Identifier Former) : IFacets
{
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
    }

    /// <summary>Reads what <see cref="WriteFacets"/> wrote.</summary>
    public static Intent Read(FacetReader reader) => new(
        reader.Enumeration<IntentKind>("intent"),
        ObjectId.Read(reader),
        reader.Name("former")) { FormerSchema = reader.Name("formerSchema") };
}
