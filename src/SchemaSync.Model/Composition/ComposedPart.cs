namespace SchemaSync.Model.Composition;

/// <summary>What one assembly declares for one provider.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Model">Its own declaration.</param>
/// <param name="Locations">Where its objects are declared.</param>
public sealed record ComposedPart(string Assembly, SchemaModel Model, IReadOnlyDictionary<ObjectId, SourceLocation> Locations)
{
    /// <summary>The assemblies its own schema is composed of.</summary>
    public EquatableArray<string> Parts { get; init; }

    /// <summary>The objects that take a name of the schema.</summary>
    public IEnumerable<(ObjectId Id, SchemaObject Object)> Named()
    {
        foreach (var subject in Model.Objects)
        {
            yield return (ObjectId.Of(subject), subject);
            foreach (var index in subject.Children.OfType<Index>()) yield return (ObjectId.Of(subject.Name, index), index);
        }
    }

    /// <summary>Where it is declared; of an object without a place of its own, its table's.</summary>
    public SourceLocation? Locate(ObjectId id)
    {
        if (Locations.TryGetValue(id, out var exact)) return exact;
        var owner = ObjectId.Top(ObjectKind.Table, id.OwnerName);
        return !id.Owner.IsEmpty && Locations.TryGetValue(owner, out var table) ? table : null;
    }
}
