namespace SchemaSync.Engine.Planning;

/// <summary>Leaves out what the server does by itself along with another change of the diff: it needs no step.</summary>
internal static class SubsumePass
{
    /// <summary>What is left to be done.</summary>
    public static Diff Of(Diff diff, Dialect dialect)
    {
        var along = dialect.Subsumed(diff).ToHashSet(ReferenceEqualityComparer.Instance);
        return along.Count == 0 ? diff : diff with { Changes = diff.Changes.Where(c => !along.Contains(c)).ToEquatableArray() };
    }
}
