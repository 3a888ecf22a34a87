namespace SchemaSync.Model.Objects;

/// <summary>
/// The root of everything a schema holds. State only: what a declaration asks for beyond the
/// state (renames, drops) is an <see cref="Intent"/>, where it is declared is a <see cref="SourceLocation"/>.
/// </summary>
public abstract record SchemaObject : IFacets
{
    /// <summary>What the object is called among its siblings: its name, else its definition.</summary>
    public abstract string Key { get; }

    /// <summary>The name without a schema; empty for a constraint that was not given one.</summary>
    public abstract Identifier LocalName { get; }

    /// <summary>The kind.</summary>
    public abstract ObjectKind Kind { get; }

    /// <summary>The parts that live and die with this one, kind by kind.</summary>
    public virtual IEnumerable<SchemaPart> Children => [];

    /// <summary>The comment stored with the object, where the provider has comments on its kind.</summary>
    public string? Comment { get; init; }

    /// <summary>Writes the object's own facets: neither its name nor its children.</summary>
    public abstract void WriteFacets(FacetWriter writer);

    /// <summary>Writes all that is compared of the object itself: its facets, and what the model has no words for.</summary>
    public virtual void WriteState(FacetWriter writer) => WriteFacets(writer);

    /// <summary>
    /// The object with every piece of SQL in it, and in its children, replaced by what <paramref name="map"/> makes of it: the one
    /// place that lists a kind's texts.
    /// </summary>
    public abstract SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map);

    /// <summary>Whether both have the same own facets by canonical value; names and children are not looked at.</summary>
    public bool HasSameFacets(SchemaObject other) =>
        GetType() == other.GetType() && FacetList.Of(this).SequenceEqual(FacetList.Of(other));

    private protected static string ListKey(string head, EquatableArray<Identifier> columns) =>
        $"{head} ({string.Join(", ", columns.Select(c => c.Value))})";
}

/// <summary>An object inside another: a column, a constraint, an index, a policy.</summary>
public abstract record SchemaPart : SchemaObject
{
    /// <summary>The name; empty for a constraint that was not given one.</summary>
    public Identifier Name { get; init; }

    /// <inheritdoc/>
    public override string Key => Name.Value;

    /// <inheritdoc/>
    public override Identifier LocalName => Name;
}

/// <summary>An object that a schema lists by itself.</summary>
public abstract record TopLevelObject : SchemaObject
{
    /// <summary>The name, with its schema where that is not the tenant's own.</summary>
    public QualifiedName Name { get; init; }

    /// <summary>Which object it is; a kind whose objects share names says by what else they are told apart.</summary>
    public virtual ObjectId Identity => ObjectId.Top(Kind, Name);

    /// <inheritdoc/>
    public override string Key => Name.ToString();

    /// <inheritdoc/>
    public override Identifier LocalName => Name.Name;

    /// <summary>
    /// Of an object that was read from a server: what it has beside its facets and the model has no words for, by name. It is compared
    /// where the target speaks of it, and no statement is made of it.
    /// </summary>
    public EquatableArray<OpaqueFacet> Opaque { get; init; }

    /// <summary>
    /// Of an object that was read from a server: the names of other top-level objects that it needs (of a routine the
    /// bare name). Orders plans and names dependants; kept in files, but neither compared nor part of the fingerprint.
    /// </summary>
    public EquatableArray<QualifiedName> Uses { get; init; }

    /// <summary>
    /// Of an object that was read from a server: what it needs of others. Tables that its foreign keys refer to are not among them. Kept in
    /// files, but neither compared nor part of the fingerprint.
    /// </summary>
    public EquatableArray<ExternalReference> External { get; init; }

    /// <inheritdoc/>
    public sealed override void WriteState(FacetWriter writer)
    {
        WriteFacets(writer);
        writer.Parts("opaque", Opaque);
    }

    /// <summary>The same object with what every one may have, read from its file.</summary>
    internal TopLevelObject WithRest(FacetReader reader) =>
        this with { Opaque = reader.Parts("opaque", OpaqueFacet.Read), External = reader.Parts("external", ExternalReference.Read) };
}
