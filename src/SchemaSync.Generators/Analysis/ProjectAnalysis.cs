using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>Everything wrong with a project's declarations, by the type it stands on.</summary>
internal sealed class ProjectAnalysis
{
    private readonly Dictionary<string, List<Finding>> _byType;
    private readonly HashSet<string> _declared;

    private ProjectAnalysis(IEnumerable<Finding> findings, IEnumerable<string> declared)
    {
        // A mistake that every provider would make is one mistake.
        var all = findings.Distinct().ToLookup(f => f.Elsewhere is null);
        _byType = all[true].GroupBy(f => f.Place.Type).ToDictionary(g => g.Key, g => g.ToList());
        _declared = new(declared, StringComparer.Ordinal);
        Elsewhere = all[false].ToList();
    }

    /// <summary>What stands on no symbol of this project.</summary>
    public IReadOnlyList<Finding> Elsewhere { get; }

    public IReadOnlyList<Finding> Of(string type) => _byType.TryGetValue(type, out var findings) ? findings : [];

    /// <summary>Whether a class declares something itself.</summary>
    public bool Declares(string type) => _declared.Contains(type);

    public static ProjectAnalysis Of(Compilation compilation, Settings settings, ImmutableArray<AdditionalText> texts,
        CancellationToken stop)
    {
        var reading = ProjectReader.Read(compilation, stop);
        var project = new ProjectInput(reading.Assembly, settings);
        var references = ReferencedSchema.Of(compilation, project);
        var tables = KnownTables.Of(reading.Entities, project);
        var read = new HashSet<string>(reading.Entities.Classes.Select(c => c.Place.Type), StringComparer.Ordinal);
        var declared = tables.Replacing(reading.Types.Select(t => t.Declaration).OfType<TypeDeclaration>())
            .Select(d => KnownClass.Of(d).Resolve(references.Directory, project)).ToList();
        var heads = new HeadDirectory(declared.SelectMany(d => KnownClass.Of(d).Heads(project).AsEnumerable()).ToEquatableArray(),
            references.Directory);
        var files = new SqlFiles(texts
            .Where(t => t.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Select(t => new SqlFile(SourcePaths.Relative(t.Path, settings.ProjectDirectory), t.GetText(stop)?.ToString() ?? ""))
            .ToEquatableArray());

        var findings = reading.Types.Where(t => !read.Contains(t.FullName)).SelectMany(PlacementChecks.OfStray).ToList();
        findings.AddRange(tables.Findings);
        findings.AddRange(declared.SelectMany(StandardParts.Check));
        findings.AddRange(declared.SelectMany(PlacementChecks.Of));
        findings.AddRange(CompositionChecks.LeftOut(project, references));
        findings.AddRange(TextChecks.Of(project.Assembly.Attributes, "the assembly"));
        foreach (var provider in settings.Providers)
        {
            stop.ThrowIfCancellationRequested();
            var context = new BuildContext(ProviderProfile.Find(provider)!, project.Assembly, settings, heads, files);
            var schema = DeclaredSchema.Build(declared, project, context, stop);
            SchemaChecks.Run(schema, references, stop);
            new CompositionChecks(schema, references, compilation.AssemblyName ?? "").Run();
            findings.AddRange(context.Findings);
        }

        return new(InReach(findings, compilation, project.Assembly), [.. declared.Select(d => d.FullName), .. read]);
    }

    // A class that Entity Framework reads may be another project's, where no line of this one is: the line that reads them all is here.
    private static IEnumerable<Finding> InReach(List<Finding> findings, Compilation compilation, AssemblyDeclaration assembly)
    {
        if (assembly.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.SchemaConventions) is not { } line) return findings;
        return findings.Where(f => IsHere(f) || f.Entry.Severity != Severity.Note)
            .Select(f => IsHere(f) ? f : f with { Place = line.Place });

        bool IsHere(Finding finding) => finding.Elsewhere is not null || finding.Place.Type.Length == 0
            || compilation.Assembly.GetTypeByMetadataName(finding.Place.Type) is not null;
    }
}
