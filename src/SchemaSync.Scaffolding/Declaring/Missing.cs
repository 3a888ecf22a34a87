namespace SchemaSync.Scaffolding.Declaring;

/// <summary>What attributes cannot say: told, and never left out in silence.</summary>
internal sealed class Missing
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>What was told so far.</summary>
    public IReadOnlyList<Diagnostic> All => _all;

    /// <summary>Something of an object that is not declared.</summary>
    /// <param name="id">The object.</param>
    /// <param name="what">What it is, as the end of "… does not say …".</param>
    public void Add(ObjectId id, string what) =>
        _all.Add(Diagnostic.Of(BuildDiagnostics.NotScaffolded, id.ToString(), what) with { Subject = id });

    /// <summary>The same where there is something.</summary>
    public void Add(ObjectId id, bool isThere, string what)
    {
        if (isThere) Add(id, what);
    }
}
