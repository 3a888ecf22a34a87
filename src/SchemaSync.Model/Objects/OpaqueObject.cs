namespace SchemaSync.Model.Objects;

/// <summary>
/// An object that the model has no words for, as the server prints it: it is compared by that text, kept in files and left alone by
/// plans. No statement is ever made of it, so whoever wants it otherwise changes it by hand.
/// </summary>
public sealed record OpaqueObject : TopLevelObject
{
    /// <summary>The member of a file that lists them, whatever their kinds.</summary>
    internal const string Plural = "opaque";

    /// <summary>What it is; one that the model knows where only this object is beyond it.</summary>
    public required ObjectKind What { get; init; }

    /// <summary>What it stands on, in the same schema, such as the table of a rule; empty where it stands by itself.</summary>
    public Identifier Owner { get; init; }

    /// <summary>What tells objects of one name apart, such as the types of an aggregate's arguments; else null.</summary>
    public string? Signature { get; init; }

    /// <summary>What the server prints, or the least that its catalogue tells; without the tenant's own schema.</summary>
    public required string Definition { get; init; }

    /// <inheritdoc/>
    public override ObjectKind Kind => What;

    /// <inheritdoc/>
    public override ObjectId Identity => new(What, Name.Schema, Owner, Name.Name, Signature);

    /// <inheritdoc/>
    public override string Key => Identity.QualifiedKey;

    /// <summary>The object of that identity.</summary>
    public static OpaqueObject Of(ObjectId id, string definition) =>
        new() { Name = id.QualifiedName, What = id.Kind, Owner = id.Owner, Signature = id.Signature, Definition = definition };

    /// <summary>An object of which all is known but how a statement could be made: what the model says of it is its text.</summary>
    public static OpaqueObject Of(TopLevelObject subject)
    {
        var json = new JsonWriter(indented: false);
        new JsonFacetWriter(json).Object(subject with { Uses = [], External = [], Comment = null });
        return Of(subject.Identity, json.ToString()) with { Comment = subject.Comment };
    }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("kind", What.Name);
        writer.Name("owner", Owner);
        writer.Text("signature", Signature);
        writer.Text("definition", Definition);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    /// <summary>Reads one, whatever its kind; the caller completes the reader.</summary>
    public static TopLevelObject Read(FacetReader reader) => new OpaqueObject
    {
        Name = reader.OwnName(),
        What = ObjectKind.Of(reader.RequiredText("kind")),
        Owner = reader.Name("owner"),
        Signature = reader.Text("signature"),
        Definition = reader.RequiredText("definition"),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    }.WithRest(reader);
}
