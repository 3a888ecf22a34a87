using System.IO.Enumeration;

namespace SchemaSync.Cli;

/// <summary>One tenant and how to reach it.</summary>
internal sealed record NamedTenant(string Name, TenantContext Context);

/// <summary>Reads <c>--tenants</c>: a pattern of files, or <c>@FILE</c> with a file or connection string on each line.</summary>
internal static class TenantList
{
    /// <summary>The tenants in the order of their names; the canary first.</summary>
    /// <exception cref="SchemaSyncException">SSY0909: there is none, or the canary is none of them.</exception>
    public static IReadOnlyList<NamedTenant> Read(Invocation run)
    {
        var source = run.Require(Options.Tenants, "give a pattern such as 'tenants/*.db', or @FILE with one database on each line");
        var tenants = (source.StartsWith('@') ? FromFile(source[1..], source) : FromPattern(source))
            .Select(line => Tenant(run, line)).DistinctBy(t => t.Name).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        if (tenants.Count == 0) throw None(source, "nothing matches");
        if (run.Get(Options.Canary) is not { Length: > 0 } canary) return tenants;
        var first = tenants.Find(t => t.Name == canary || Path.GetFileNameWithoutExtension(t.Name) == canary || Path.GetFileName(t.Name) == canary)
            ?? throw None(source, $"the canary '{canary}' is not among its {tenants.Count} tenants");
        return [first, .. tenants.Where(t => t != first)];
    }

    private static IEnumerable<string> FromFile(string path, string source)
    {
        if (!File.Exists(path)) throw None(source, "there is no such file");
        return File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#'));
    }

    private static IEnumerable<string> FromPattern(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(folder)) throw None(pattern, $"there is no folder '{folder}'");
        var name = Path.GetFileName(pattern);
        // Journals of SQLite stand beside their database and are none.
        return Directory.EnumerateFiles(folder).Where(f => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(f), ignoreCase: false))
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-journal", StringComparison.Ordinal));
    }

    private static NamedTenant Tenant(Invocation run, string line)
    {
        var context = run.Sources.Tenant(line.Contains('=', StringComparison.Ordinal) ? line : $"Data Source={line}");
        return new(context.Id, context);
    }

    private static SchemaSyncException None(string source, string reason) => new(BuildDiagnostics.NoTenants, source, reason);
}
