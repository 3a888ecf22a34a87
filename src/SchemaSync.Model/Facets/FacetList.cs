using System.Globalization;

namespace SchemaSync.Model.Facets;

/// <summary>One facet of an object in the form people read and comparisons use.</summary>
/// <param name="Name">The facet's path, such as <c>type.native</c>.</param>
/// <param name="Value">The canonical value; null where the facet has its default.</param>
public readonly record struct Facet(string Name, string? Value);

/// <summary>Collects an object's own facets (not its children's) as name and canonical value.</summary>
public sealed class FacetList : FacetWriter
{
    private readonly List<Facet> _facets = [];
    private string _prefix = "";

    private FacetList()
    {
    }

    /// <summary>The facets of an object, in its own fixed order.</summary>
    public static IReadOnlyList<Facet> Of(IFacets subject)
    {
        var list = new FacetList();
        if (subject is SchemaObject whole) whole.WriteState(list);
        else subject.WriteFacets(list);
        return list._facets;
    }

    /// <summary>The facets that differ between two objects of one kind, with both values.</summary>
    public static IEnumerable<(string Name, string? Before, string? After)> Differences(IFacets before, IFacets after)
    {
        var left = Of(before).ToDictionary(f => f.Name, f => f.Value);
        var right = Of(after).ToDictionary(f => f.Name, f => f.Value);
        return left.Keys.Union(right.Keys)
            .Select(name => (name, left.TryGetValue(name, out var b) ? b : null, right.TryGetValue(name, out var a) ? a : null))
            .Where(facet => !string.Equals(facet.Item2, facet.Item3, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override void Text(string name, string? value) => _facets.Add(new(_prefix + name, value));

    /// <inheritdoc/>
    public override void Flag(string name, bool value) => Text(name, value ? "yes" : null);

    /// <inheritdoc/>
    public override void Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Names(string name, EquatableArray<Identifier> values) =>
        Text(name, values.IsEmpty ? null : string.Join(", ", values.Select(v => Apart(v.Value))));

    /// <inheritdoc/>
    public override void Texts(string name, EquatableArray<string> values) =>
        Text(name, values.IsEmpty ? null : string.Join(", ", values.Select(v => $"'{v.Replace("'", "''")}'")));

    /// <inheritdoc/>
    public override void Expression(string name, SqlExpression? value) => Text(name, value?.Canonical);

    /// <inheritdoc/>
    public override void Part<T>(string name, T? value) where T : class
    {
        if (value is not null) Nested(name, value);
    }

    /// <inheritdoc/>
    public override void Parts<T>(string name, EquatableArray<T> values)
    {
        var isNamed = typeof(INamedPart).IsAssignableFrom(typeof(T))
            && values.Select(v => ((INamedPart)v).PartName).Distinct(StringComparer.Ordinal).Count() == values.Count;
        for (var i = 0; i < values.Count; i++)
            Nested(name + "[" + (isNamed ? ((INamedPart)values[i]).PartName : (i + 1).ToString(CultureInfo.InvariantCulture)) + "]",
                values[i]);
    }

    /// <summary>A name with a comma in it must not read like two names.</summary>
    private static string Apart(string name) => name.IndexOfAny([',', '"']) < 0 ? name : $"\"{name.Replace("\"", "\"\"")}\"";

    private void Nested(string name, IFacets value)
    {
        var (outer, before) = (_prefix, _facets.Count);
        _prefix = outer + name + ".";
        value.WriteFacets(this);
        _prefix = outer;
        // What says nothing is still there.
        if (_facets.FindIndex(before, f => f.Value is not null) < 0) Text(name, "");
    }
}
