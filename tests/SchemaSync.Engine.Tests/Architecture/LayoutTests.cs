using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SchemaSync.Engine.Tests;

/// <summary>Lines are read, not scrolled. How complex a method may be the compiler holds (CA1502, build/CodeMetricsConfig.txt).</summary>
public sealed class LayoutTests
{
    private const int Columns = 140;

    private static readonly string[] Folders = ["src", "tests", "samples", "build"];

    [Fact]
    public void No_line_is_longer_than_a_screen()
    {
        var root = Path.GetDirectoryName(ProjectSources.Root)!;
        var files = Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*.cs", SearchOption.AllDirectories)).ToList();
        Assert.True(files.Count > 500, $"only {files.Count} files in {root}");
        var found = files.SelectMany(f => TooLong(File.ReadAllText(f)).Select(n => $"{Path.GetRelativePath(root, f)}:{n}")).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public void Data_of_a_test_may_be_longer()
    {
        var rest = new string('x', Columns);
        Assert.Equal([2], TooLong($"class A;\n// {rest}\n"));
        Assert.Empty(TooLong($"class A {{ const string B = \"\"\"\n    {rest}\n    \"\"\"; }}\n"));
        Assert.Equal([1], TooLong($"class A {{ const string B = \"{rest}\"; }}\n"));
    }

    // A line inside of a raw text is what is tested, not how.
    private static IEnumerable<int> TooLong(string source)
    {
        var text = SourceText.From(source);
        var lines = text.Lines.Where(l => l.Span.Length > Columns).ToList();
        if (lines.Count == 0) return [];
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return lines.Where(l => !IsData(root.FindToken(l.Start), l)).Select(l => l.LineNumber + 1);
    }

    private static bool IsData(SyntaxToken token, TextLine line) =>
        token.SpanStart < line.Start && token.Text.Contains('\n', StringComparison.Ordinal)
            || token.Parent!.AncestorsAndSelf().Any(n =>
                n.IsKind(SyntaxKind.InterpolatedStringExpression) && n.SpanStart < line.Start && n.Span.End > line.End);
}
