using System.Reflection;
using System.Text.RegularExpressions;

namespace SchemaSync.Generators.Tests;

/// <summary>docs/attributes.md knows every attribute and every property, and what it shows compiles without a word.</summary>
public partial class AttributePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder(), "../../docs/attributes.md"));

    /// <summary>The rows of its tables.</summary>
    internal static IEnumerable<string> Rows => Page.Split('\n').Where(l => l.StartsWith('|'));

    public static TheoryData<Type> Attributes =>
        [.. typeof(TableAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(SchemaAttribute)))];

    public static TheoryData<string, string> Examples =>
        [.. Sections().SelectMany(s => Fence().Matches(s.Text), (s, code) => (Heading: s.Heading, Code: code.Groups[1].Value))
        .Select(e =>
            new TheoryDataRow<string, string>(e.Heading.Contains("PostgreSQL", StringComparison.Ordinal) ? "PostgreSql"
                : e.Heading.Contains("MySQL", StringComparison.Ordinal) ? "MySql"
                : "Sqlite", e.Code))];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_is_on_the_page_with_each_of_its_properties(Type attribute)
    {
        var rows = Rows.Where(l => l.Split('|')[1].Contains($"[{attribute.Name[..^"Attribute".Length]}]", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(rows);
        var settable = attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is not null).Select(p => p.Name);
        Assert.All(settable.Except(["Name", "Comment", "File", "Schema"]),
            p => Assert.Contains(rows, r => r.Contains($"`{p}`", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_without_a_word(string provider, string code)
    {
        var project = Project.Of(code.Replace("using SchemaSync;", "", StringComparison.Ordinal)) with { Providers = provider };
        Assert.Empty((await Analyzed.Diagnostics(project)).Select(d => d.ToString()));
        Assert.NotEqual("", Generated.From(project).Json);
    }

    private static IEnumerable<(string Heading, string Text)> Sections() => Page.Split("\n## ").Select(s => (s.Split('\n')[0], s));

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
