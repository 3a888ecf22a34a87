using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>explain</c>: the page of a code, or why an object differs.</summary>
internal static partial class ExplainVerb
{
    public static readonly Argument<string?> Subject =
        new("SUBJECT") { Description = "A code such as SSY1001, or an object such as customers.email." };

    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var subject = run.Get(Subject) ?? "";
        if (Page(subject.ToUpperInvariant()) is { } page)
        {
            run.Terminal.Lines(page.TrimEnd());
            return ExitCode.Done;
        }

        if (!run.Has(Options.Target)) throw new SchemaSyncException(BuildDiagnostics.NothingToExplain, subject);
        var target = await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false);
        var validation = await run.Engine.ValidateAsync(run.Sources.Database, target, cancellationToken).ConfigureAwait(false);
        var named = Spelled(subject);
        var changes = validation.Diff.Changes.Where(c => Names(c.Id, named)).ToList();
        if (changes.Count > 0)
        {
            foreach (var change in changes) Print(run, change);
            return ExitCode.Differs;
        }

        if (validation.Unmanaged.Any(o => Names(o, named)))
            run.Terminal.Line($"{subject} is left alone: nobody declared it, and no run of ours created it.");
        else if (Paths(validation.Diff.To).Any(p => Names(p, named))) run.Terminal.Line($"{subject} is equal on both sides.");
        else throw new SchemaSyncException(BuildDiagnostics.NothingToExplain, subject);
        return ExitCode.Done;
    }

    /// <summary>The page of a code, as docs/codes has it.</summary>
    public static string? Page(string code)
    {
        using var stream = typeof(ExplainVerb).Assembly.GetManifestResourceStream($"codes/{code}.md");
        // The catalogue says the least that can be said, should a page be missing.
        if (stream is null)
            return DiagnosticCatalog.All.TryGetValue(code, out var entry) ? $"# {code}: {entry.Title}\n\n{entry.Message}\n" : null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Print(Invocation run, Change change)
    {
        run.Terminal.Line(change.ToString());
        var facets = change switch
        {
            Change.Alter alter => FacetList.Differences(alter.Before, alter.After),
            Change.Add add => FacetList.Of(add.After).Where(f => f.Value is not null).Select(f => (f.Name, (string?)null, f.Value)),
            Change.Drop drop => FacetList.Of(drop.Before).Where(f => f.Value is not null).Select(f => (f.Name, f.Value, (string?)null)),
            _ => [],
        };
        foreach (var (name, before, after) in facets)
        {
            run.Terminal.Line($"  {name}");
            run.Terminal.Line($"    database: {before ?? "(none)"}");
            run.Terminal.Line($"    target:   {after ?? "(none)"}");
        }
    }

    // As every report writes it, with its kind or without; a table's name stands for what is in it, a routine's for all of that name.
    private static bool Names(ObjectId path, string subject) =>
        Same(path.QualifiedKey, subject) || Same(path.ToString(), subject)
        || Same((path.Owner.IsEmpty ? path.QualifiedName : path.OwnerName).ToString(), subject);

    /// <summary>A name without the quotes that it does not need: <c>"sales"."orders"</c> is <c>sales.orders</c>.</summary>
    private static string Spelled(string subject) => Quoted().Replace(subject, found =>
        found.Groups[1].Value is var inner && inner.IndexOfAny(['.', '"']) < 0 ? inner : found.Value);

    [GeneratedRegex("\"((?:[^\"]|\"\")+)\"")]
    private static partial Regex Quoted();

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ObjectId> Paths(Snapshot snapshot) =>
        snapshot.Objects.SelectMany(o => o.Children.Select(c => ObjectId.Of(o.Name, c)).Prepend(ObjectId.Of(o)));
}
