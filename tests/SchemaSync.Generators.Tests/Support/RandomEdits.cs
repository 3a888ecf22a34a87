using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Generators.Tests;

/// <summary>
/// Edits of a project in a random order: after each of them generator and analyzer say what they say of the same project when nobody has
/// seen it before.
/// </summary>
internal static class RandomEdits
{
    private const int Count = 25;

    /// <param name="forms">Each file with the texts that an edit may give it; an empty one is no file.</param>
    public static async Task Compare(IReadOnlyDictionary<string, string[]> forms, int seed)
    {
        var random = new Random(seed);
        var names = forms.Keys.Order(StringComparer.Ordinal).ToList();
        var files = forms.ToDictionary(f => f.Key, f => f.Value[0]);
        var project = Project.Of("") with { Files = [], Providers = "PostgreSql" };
        var trees = files.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => project.Parse(f.Key, f.Value));
        var driver = project.Driver(tracks: false);
        for (var edit = 0; edit < Count; edit++)
        {
            var file = names[random.Next(names.Count)];
            files[file] = forms[file][random.Next(forms[file].Length)];
            if (files[file].Length == 0) trees.Remove(file);
            else trees[file] = project.Parse(file, files[file]);
            var edited = Compile(project, trees.Values);
            driver = driver.RunGeneratorsAndUpdateCompilation(edited, out var output, out _);
            var anew = Compile(project, files.Where(f => f.Value.Length > 0).Select(f => project.Parse(f.Key, f.Value)));
            var fresh = project.Driver(tracks: false).RunGeneratorsAndUpdateCompilation(anew, out var freshOutput, out _);
            Assert.Equal(Texts(fresh), Texts(driver));
            Assert.Equal(await Found(project, freshOutput), await Found(project, output));
        }
    }

    private static CSharpCompilation Compile(Project project, IEnumerable<SyntaxTree> trees) =>
        project.Compile().RemoveAllSyntaxTrees().AddSyntaxTrees(trees.OrderBy(t => t.FilePath, StringComparer.Ordinal));

    private static string Texts(GeneratorDriver driver) => string.Join("\n", driver.GetRunResult().GeneratedTrees
        .OrderBy(t => t.FilePath, StringComparer.Ordinal).Select(t => $"// {t.FilePath}\n{t}"));

    private static async Task<string> Found(Project project, Compilation compilation)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new([], project.Options), (e, _, _) => failures.Add(e),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new SchemaAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return string.Join("\n", found.Select(d => d.ToString()).Order(StringComparer.Ordinal));
    }
}
