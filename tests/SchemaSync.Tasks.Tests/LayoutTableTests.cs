using System.Text.RegularExpressions;

namespace SchemaSync.Tasks.Tests;

/// <summary>docs/layouts.md says what a command does in a layout; here each of its rows is done.</summary>
public sealed partial class LayoutTableTests(Feed feed)
{
    private const string Changed = "SchemaSync: applied 1 change to shop.db";

    /// <summary>Each layout, whose rows are done in their order.</summary>
    public static TheoryData<string> Layouts => [.. Rows().Select(r => r.Layout).Distinct()];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_command_does_to_the_database_what_the_page_says(string layout)
    {
        using var registry = new FakeRegistry();
        var place = Layout.Make(feed, layout);
        var wrong = Rows().Where(r => r.Layout == layout).Select(r => Wrong(place, registry, r)).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void No_layout_is_without_a_row() =>
        Assert.Equal(Layout.Names.Order(StringComparer.Ordinal), Rows().Select(r => r.Layout).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Row> Rows() => RowForm().Matches(Repository.Read("docs/layouts.md"))
        .Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value == "changed", m.Groups[4].Value));

    private static string? Wrong(Layout place, FakeRegistry registry, Row row)
    {
        File.Delete(place.Database);
        var words = row.Command.Split(' ');
        var run = Run.Program(words[0], place.Folder, words[1..], [.. registry.Variables, ("MSBUILDDISABLENODEREUSE", "1"),
            ("ContainerArchiveOutputPath", Path.Combine(place.Folder, "image.tar.gz"))]);
        var isRight = row.IsChanged
            ? run.ExitCode == 0 && File.Exists(place.Database) && run.Count(Changed) == 1 && IsLast(run.Output)
            : !File.Exists(place.Database) && (row.Code.Length == 0) == (run.ExitCode == 0)
                && run.Output.Contains(row.Code, StringComparison.Ordinal);
        return isRight ? null : $"{row} is not so (exit code {run.ExitCode}):\n{run.Output}";
    }

    // Whatever else was made has been said before: assemblies and folders behind an arrow, images by their file.
    private static bool IsLast(string output)
    {
        var changed = output.IndexOf(Changed, StringComparison.Ordinal);
        return new[] { " -> ", "image.tar.gz" }.All(t => output.LastIndexOf(t, StringComparison.Ordinal) < changed);
    }

    [GeneratedRegex(@"^\| (an? [^|]+|packages [^|]+) \| `([^`]+)` \| (changed|left alone)(?:, (\w+))? \|$", RegexOptions.Multiline)]
    private static partial Regex RowForm();

    private sealed record Row(string Layout, string Command, bool IsChanged, string Code);
}
