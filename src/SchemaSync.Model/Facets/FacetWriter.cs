namespace SchemaSync.Model.Facets;

/// <summary>Something that lists its facets once, for JSON, fingerprint, comparison and display alike.</summary>
public interface IFacets
{
    /// <summary>Writes each facet in a fixed order.</summary>
    void WriteFacets(FacetWriter writer);
}

/// <summary>A part of a list that people know by a name rather than by its place.</summary>
public interface INamedPart : IFacets
{
    /// <summary>What it is called in the list.</summary>
    string PartName { get; }
}

/// <summary>
/// Receives the facets of an object. A facet that has its default (null, false, empty) is written too;
/// each writer decides whether to show it.
/// </summary>
public abstract class FacetWriter
{
    /// <summary>A word or a text that is compared as it stands.</summary>
    public abstract void Text(string name, string? value);

    /// <summary>A yes or no; no is the default.</summary>
    public abstract void Flag(string name, bool value);

    /// <summary>A whole number.</summary>
    public abstract void Number(string name, long? value);

    /// <summary>A list of names in a meaningful order.</summary>
    public abstract void Names(string name, EquatableArray<Identifier> values);

    /// <summary>A name; none is the default.</summary>
    public virtual void Name(string name, Identifier value) => Text(name, value.IsEmpty ? null : value.Value);

    /// <summary>The name of an object that stands by itself; none is the default.</summary>
    public virtual void Name(string name, QualifiedName value) => Text(name, value.IsEmpty ? null : value.ToString());

    /// <summary>A list of texts in a meaningful order.</summary>
    public abstract void Texts(string name, EquatableArray<string> values);

    /// <summary>A piece of SQL, compared by its canonical form.</summary>
    public abstract void Expression(string name, SqlExpression? value);

    /// <summary>A structured facet.</summary>
    public abstract void Part<T>(string name, T? value) where T : class, IFacets;

    /// <summary>A list of structured facets in a meaningful order.</summary>
    public abstract void Parts<T>(string name, EquatableArray<T> values) where T : IFacets;

    /// <summary>A word of a closed set; the set's zero is the default.</summary>
    public void Enumeration<T>(string name, T value) where T : struct, Enum =>
        Text(name, EqualityComparer<T>.Default.Equals(value, default) ? null : value.ToString());
}
