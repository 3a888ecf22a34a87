namespace SchemaSync.Model.Objects;

/// <summary>Something that an object has beside its facets and the model has no words for, such as a table's INHERITS.</summary>
/// <param name="Name">What it is called in the list of its object.</param>
/// <param name="Definition">What the server tells of it, compared as it stands.</param>
public sealed record OpaqueFacet(string Name, string Definition) : INamedPart
{
    /// <summary>Columns and constraints of the object that are bound to it: no change of one of them is planned.</summary>
    public EquatableArray<Identifier> Parts { get; init; }

    /// <summary>Tables whose columns and checks come and go here as well: no change of one of those is planned either.</summary>
    public EquatableArray<QualifiedName> Follows { get; init; }

    /// <inheritdoc/>
    string INamedPart.PartName => Name;

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("name", Name);
        writer.Text("definition", Definition);
        writer.Names("parts", Parts);
        writer.Texts("follows", Follows.Select(f => f.ToString()).ToEquatableArray());
    }

    internal static OpaqueFacet Read(FacetReader reader) =>
        new(reader.RequiredText("name"), reader.RequiredText("definition")) { Parts = reader.Names("parts"),
            Follows = reader.QualifiedNames("follows") };
}
