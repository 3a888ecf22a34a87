namespace SchemaSync.Engine.Proof;

/// <summary>
/// The part of a declaration that has to be built to know all of it in the server's words: what is new or different since the last
/// time, what names it, and what all of that needs. The rest reads as it did: its own text, what it needs and the server are the same.
/// </summary>
internal sealed class FormPart
{
    private readonly Closure _closure;
    private readonly List<TopLevelObject> _kept;
    private readonly KnownForm _known;

    private FormPart(Closure closure, Snapshot source, List<TopLevelObject> kept, KnownForm known) =>
        (_closure, Source, _kept, _known) = (closure, source, kept, known);

    /// <summary>What has to be built; empty where nothing differs.</summary>
    public Snapshot Source { get; }

    /// <summary>The part of a declaration that differs from one whose form is known.</summary>
    public static FormPart Of(Snapshot declared, KnownForm known, Spelling spelling)
    {
        var comparer = new ObjectIdComparer(spelling.Names);
        var before = known.Declared.Objects.ToDictionary(ObjectId.Of, comparer);
        var settled = known.Settled.Objects.ToDictionary(ObjectId.Of, comparer);
        var gone = before.Keys.Except(declared.Objects.Select(ObjectId.Of), comparer).ToList();
        // A server may print the types of arguments otherwise, and with them which routine it is.
        bool IsKnown(TopLevelObject subject) =>
            before.TryGetValue(ObjectId.Of(subject), out var former) && former.Equals(subject) && settled.ContainsKey(ObjectId.Of(subject));
        var fresh = declared.Objects.Where(o => !IsKnown(o)).Select(ObjectId.Of).ToList();
        var graph = new DependencyGraph(declared.Objects.Concat(gone.Select(id => before[id])), [], spelling, told: false);
        Seed Seed(ObjectId id) => new(id, before.ContainsKey(id) ? Disturbance.Definitions : Disturbance.None);
        var closure = Closure.Of(graph, fresh.Concat(gone).Select(Seed));
        var kept = declared.Objects.Where(o => closure.ExtentOf(ObjectId.Of(o)) != Extent.Whole)
            .Select(o => settled[ObjectId.Of(o)]).ToList();
        return new(closure, declared.With(closure.PartOf(declared.Objects, declared.Objects)), kept, known);
    }

    /// <summary>The whole in the server's words.</summary>
    /// <param name="settled">The part, as the server settled it.</param>
    public Snapshot Complete(Snapshot settled)
    {
        bool IsWhole(ObjectId id) => _closure.ExtentOf(id) is null or Extent.Whole;
        var kept = _kept.Select(ObjectId.Of).ToHashSet();
        return new()
        {
            Form = settled.Form,
            Objects = [.. _kept, .. settled.Objects.Where(o => IsWhole(ObjectId.Of(o)))],
            Synonyms = [.. _known.Settled.Synonyms.Where(s => kept.Contains(s.Owner)), .. settled.Synonyms.Where(s => IsWhole(s.Owner))],
        };
    }
}
