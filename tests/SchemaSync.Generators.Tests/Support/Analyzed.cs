using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SchemaSync.Generators.Tests;

/// <summary>Runs the analyzer over a project whose sources mark what they expect: <c>{|SSY0101:span|}</c>.</summary>
internal static partial class Analyzed
{
    /// <summary>The diagnostics are exactly the marked ones; returns them for a look at their messages.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Verify(string marked,
        string providers = "Sqlite", Func<Project, Project>? more = null, params IReadOnlyList<string> without)
    {
        var (source, expected) = Parse(marked);
        var project = Project.Of(source) with { Providers = providers };
        var found = (await Diagnostics(more?.Invoke(project) ?? project)).RemoveAll(d => without.Contains(d.Id));
        Assert.Equal(
            string.Join("\n",
                expected.OrderBy(e => e.Span.Start).ThenBy(e => e.Code, StringComparer.Ordinal).Select(e => Line(e.Code, e.Span, source))),
            string.Join("\n",
                found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)
                    .Select(d => Line(d.Id, d.Location.SourceSpan, source) + Message(d, expected))));
        return found;
    }

    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(Project project)
    {
        var compilation = project.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new(project.AdditionalTexts, project.Options), (e, _, _) => failures.Add(e),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new SchemaAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return found;
    }

    public static (string Source, List<(string Code, TextSpan Span)> Expected) Parse(string marked)
    {
        var source = new StringBuilder();
        var expected = new List<(string, TextSpan)>();
        var open = new Stack<(string Code, int Start)>();
        var at = 0;
        foreach (Match match in Marks().Matches(marked))
        {
            source.Append(marked, at, match.Index - at);
            at = match.Index + match.Length;
            if (match.Value != "|}")
            {
                open.Push((match.Groups[1].Value, source.Length));
                continue;
            }

            var (code, start) = open.Pop();
            expected.Add((code, TextSpan.FromBounds(start, source.Length)));
        }

        return (source.Append(marked, at, marked.Length - at).ToString(), expected);
    }

    // The message is shown only for what nobody expected.
    private static string Message(Diagnostic found, List<(string Code, TextSpan Span)> expected) =>
        expected.Contains((found.Id, found.Location.SourceSpan))
            ? ""
            : "    " + found.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static string Line(string code, TextSpan span, string source) => $"{code} at {span}: {source[span.Start..span.End]}";

    [GeneratedRegex(@"\{\|(SSY\d{4}):|\|\}")]
    private static partial Regex Marks();
}
