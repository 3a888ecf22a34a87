using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>docs/schemas.md: what it declares compiles without a word, and becomes what it says.</summary>
public partial class SchemaPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder(), "../../docs/schemas.md"));
    private static readonly List<(string Language, string Text)> Blocks =
        [.. Fence().Matches(Page).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    public static TheoryData<string, string> Examples =>
    [
        .. from pair in Blocks.Zip(Blocks.Skip(1))
           where pair.First.Text.StartsWith("using SchemaSync;", StringComparison.Ordinal)
           select new TheoryDataRow<string, string>(pair.First.Text, pair.Second.Text),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_becomes_the_objects_beside_it(string code, string objects)
    {
        var project = Shop(code);
        Assert.Empty((await Analyzed.Diagnostics(project)).Select(d => d.ToString()));
        var model = Generated.From(project).Model;
        var intents = model.Intents.Select(i => $"{(i.Kind == IntentKind.Dropped ? "dropped" : "renamed")}: {i.FormerId}");
        Assert.Equal(Sorted(objects.Split('\n')), Sorted(model.Objects.SelectMany(Lines).Concat(intents)));
    }

    [Fact]
    public void The_names_are_constants_as_shown()
    {
        Assert.Equal(["csharp", "text", "csharp", "text", "csharp", "text", "csharp", "text", "csharp", "text", "csharp", "text", "csharp",
            "text", "csharp", "text"], Blocks.Select(b => b.Language));
        using var image = new MemoryStream();
        var result = Generated.From(Shop(Blocks[0].Text).With("Queries.cs", Blocks[12].Text)).Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        var queries = Assembly.Load(image.ToArray()).GetType("Shop.Queries")!.GetFields().Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(Blocks[13].Text.TrimEnd().Split('\n'), queries);
    }

    private static Project Shop(string code) =>
        Project.Of(code.Replace("using SchemaSync;", "", StringComparison.Ordinal)) with { Providers = "PostgreSql" };

    private static IEnumerable<string> Lines(TopLevelObject subject)
    {
        yield return ObjectId.Of(subject).ToString();
        if (subject is not Table table) yield break;
        foreach (var key in table.ForeignKeys) yield return $"{key.Columns[0]} -> {key.ReferencedTable}";
        foreach (var column in table.Columns)
            if (column.Type.Logical == LogicalType.UserDefined) yield return $"{column.Name}: {column.Type.TypeName}";
    }

    private static string Sorted(IEnumerable<string> lines) =>
        string.Join("\n", lines.Select(l => l.Trim()).Where(l => l.Length > 0).Order(StringComparer.Ordinal));

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("```(csharp|text)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
