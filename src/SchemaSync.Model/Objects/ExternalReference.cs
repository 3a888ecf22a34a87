namespace SchemaSync.Model.Objects;

/// <summary>
/// An object that nobody declares, in a schema that nobody manages, and that an object of ours needs: it is asked for before the first
/// statement, and never made, changed or dropped.
/// </summary>
/// <param name="Id">Which it is; a schema alone where the kind of what is in it is not asked for.</param>
/// <param name="Extension">The extension that brought it, and brings it where that is declared; empty where none did.</param>
public sealed record ExternalReference(ObjectId Id, Identifier Extension = default) : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        Id.WriteFacets(writer);
        writer.Name("extension", Extension);
    }

    internal static ExternalReference Read(FacetReader reader) => new(ObjectId.Read(reader), reader.Name("extension"));
}
