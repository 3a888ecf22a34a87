namespace SchemaSync.Model;

/// <summary>
/// The closed root of everything a schema holds. State only: what a declaration asks for beyond the
/// state (renames, drops) is an <see cref="Intent"/>, where it is declared is a <see cref="SourceLocation"/>.
/// </summary>
public abstract record SchemaObject : IFacets
{
    private protected SchemaObject()
    {
    }

    /// <summary>The name; empty for a constraint that was not given one.</summary>
    public Identifier Name { get; init; }

    /// <summary>What the object is called among its siblings: its name, else its definition.</summary>
    public virtual string Key => Name.Value;

    /// <summary>The kind's name in messages and files, such as <c>unique constraint</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The member of a file that lists objects of this kind, such as <c>uniqueConstraints</c>.</summary>
    public abstract string PluralKind { get; }

    /// <summary>The objects that live and die with this one, kind by kind.</summary>
    public virtual IEnumerable<SchemaObject> Children => [];

    /// <summary>Top-level objects whose existence this one's definition names.</summary>
    public virtual IEnumerable<Identifier> DependsOn => [];

    /// <summary>Writes the object's own facets: neither its name nor its children.</summary>
    public abstract void WriteFacets(FacetWriter writer);

    /// <summary>Calls the visitor's method for this kind.</summary>
    public abstract TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor);

    /// <summary>Whether both have the same own facets by canonical value; names and children are not looked at.</summary>
    public bool HasSameFacets(SchemaObject other) =>
        GetType() == other.GetType() && FacetList.Of(this).SequenceEqual(FacetList.Of(other));

    private protected static string ListKey(string kind, EquatableArray<Identifier> columns) =>
        $"{kind} ({string.Join(", ", columns.Select(c => c.Value))})";
}
