namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// Another text that a server prints for the same thing: PostgreSQL prints <c>varchar IN ('a', 'b')</c> one way when it
/// reads the declaration, and another way when it reads its own words. Both mean the target.
/// </summary>
/// <param name="Owner">The top-level object the text is in.</param>
/// <param name="Text">What a server may print.</param>
/// <param name="Settled">What it prints from then on; the text that is compared.</param>
public sealed record Synonym(ObjectId Owner, string Text, string Settled) : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        Owner.WriteFacets(writer);
        writer.Text("text", Text);
        writer.Text("settled", Settled);
    }

    internal static Synonym Read(FacetReader reader) =>
        new(ObjectId.Read(reader), reader.RequiredText("text"), reader.RequiredText("settled"));

    /// <summary>The texts that became others between two readings of one schema.</summary>
    internal static IEnumerable<Synonym> Between(Snapshot first, Snapshot second)
    {
        var later = second.Objects.ToDictionary(ObjectId.Of);
        foreach (var subject in first.Objects)
        {
            var owner = ObjectId.Of(subject);
            if (!later.TryGetValue(owner, out var again)) continue;
            var (before, after) = (TextsOf(subject), TextsOf(again));
            if (before.Count != after.Count) continue;
            // One text that became two different ones says nothing about a third place where it stands.
            var pairs = before.Zip(after).Distinct().GroupBy(p => p.First).Where(g => g.Count() == 1).Select(g => g.Single());
            foreach (var (text, settled) in pairs.Where(p => p.First != p.Second)) yield return new(owner, text, settled);
        }
    }

    /// <summary>A reading of the schema with every synonym replaced by the settled text.</summary>
    internal static Snapshot Settle(Snapshot read, EquatableArray<Synonym> synonyms)
    {
        if (synonyms.IsEmpty) return read;
        var byOwner = synonyms.ToLookup(s => s.Owner);
        return read.With(read.Objects.Select(o =>
            Settle(o, byOwner[ObjectId.Of(o)].ToDictionary(s => s.Text, s => s.Settled, StringComparer.Ordinal))));
    }

    private static TopLevelObject Settle(TopLevelObject subject, Dictionary<string, string> texts) =>
        texts.Count == 0
            ? subject
            : subject.WithExpressions(e => texts.TryGetValue(e.Canonical, out var settled) ? e with { Canonical = settled } : e);

    /// <summary>Every text of an object and its parts, in order.</summary>
    internal static List<string> TextsOf(SchemaObject subject)
    {
        var texts = new List<string>();
        subject.MapExpressions(e =>
        {
            texts.Add(e.Canonical);
            return e;
        });
        return texts;
    }
}
