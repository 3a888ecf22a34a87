using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SchemaSync.Recipes;

/// <summary>The recipes of CONTRIBUTING.md are true: what they name is there.</summary>
public sealed partial class RecipePageTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../.."));

    private static readonly Dictionary<string, string> Recipes =
        File.ReadAllText($"{Root}/CONTRIBUTING.md").Split("\n## Recipes\n")[1].Split("\n## ")[0]
        .Split("\n### ").Skip(1).ToDictionary(s => s.Split('\n')[0], s => s);

    public static TheoryData<string> Names => [.. Recipes.Keys];

    [Fact]
    public void There_is_one_for_each_thing_that_can_be_added() =>
        Assert.Equal(["Adding a database", "Adding a format", "Adding a kind", "Adding an attribute"],
            Recipes.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_that_it_names_is_there(string recipe) => AreThere(Recipes[recipe]);

    [Fact]
    public void Every_file_in_which_plans_are_made_is_there() =>
        AreThere(File.ReadAllText($"{Root}/CONTRIBUTING.md").Split("\n### How a plan is made\n")[1].Split("\n### ")[0]);

    private static void AreThere(string text)
    {
        var paths = Quoted().Matches(text).Select(m => m.Groups[1].Value)
            .Where(t => t.Contains('/', StringComparison.Ordinal)).ToList();
        Assert.True(paths.Count > 2, "it names its files");
        Assert.All(paths, p => Assert.True(File.Exists($"{Root}/{p}") || Directory.Exists($"{Root}/{p}"), p));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_steps_are_in_order(string recipe)
    {
        var numbers = Step().Matches(Recipes[recipe])
            .Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.NotEmpty(numbers);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tests_that_prove_it_are_there(string recipe)
    {
        var tests = Quoted().Matches(Recipes[recipe]).Select(m => m.Groups[1].Value)
            .Where(t => t.EndsWith("Tests", StringComparison.Ordinal) && !t.Contains('/', StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(tests);
        Assert.All(tests,
            t => Assert.Contains($"class {t}",
                File.ReadAllText(Assert.Single(Directory.GetFiles($"{Root}/tests", $"{t}.cs", SearchOption.AllDirectories))),
                StringComparison.Ordinal));
    }

    [Fact]
    public void No_project_shows_this_one_its_internals()
    {
        var friends = Directory.GetFiles($"{Root}/src", "*.csproj", SearchOption.AllDirectories).Append($"{Root}/src/Directory.Build.props")
            .SelectMany(f => XDocument.Load(f).Descendants("InternalsVisibleTo")).Select(f => (string)f.Attribute("Include")!).ToList();
        Assert.NotEmpty(friends);
        Assert.DoesNotContain(typeof(RecipePageTests).Assembly.GetName().Name!, friends);
        // Nor does the engine show them to a database of SchemaSync: what those need, others have as well.
        Assert.DoesNotContain(friends, f => Directory.Exists($"{Root}/src/{f}"));
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Step();
}
