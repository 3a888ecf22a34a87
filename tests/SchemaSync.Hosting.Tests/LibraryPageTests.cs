using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace SchemaSync.Hosting.Tests;

/// <summary>docs/library.md and the packages' pages: what they show compiles, and what they list is what there is.</summary>
public sealed partial class LibraryPageTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks; global using System.Runtime.CompilerServices;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;
        global using SchemaSync.Engine; global using SchemaSync.Engine.Adapters; global using SchemaSync.Engine.Execution;
        global using SchemaSync.Engine.Snapshots; global using SchemaSync.Engine.Storage; global using SchemaSync.Engine.Tenancy;
        global using SchemaSync.Hosting; global using SchemaSync.Model; global using SchemaSync.PostgreSql;
        global using SchemaSync.Testing; global using Shop; global using Xunit;
        namespace Shop { public sealed class Customer; public static class Schema { public static SchemaTarget Target => null!; } }
        """;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../.."));

    public static TheoryData<string, int> Snippets
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var page in new[] { "docs/library.md", "src/SchemaSync.Hosting/README.md", "src/SchemaSync.Testing/README.md" })
                for (var i = 0; i < Blocks(page, "csharp").Count; i++) rows.Add(page, i);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles(string page, int number)
    {
        var text = Blocks(page, "csharp")[number];
        // What stands above it on the page.
        if (!text.Contains("var builder", StringComparison.Ordinal) && Builder().IsMatch(text))
            text = "var builder = WebApplication.CreateBuilder(args);\n" + text;
        if (!text.Contains("var app", StringComparison.Ordinal) && text.Contains("app.", StringComparison.Ordinal))
            text = "var app = WebApplication.CreateBuilder(args).Build();\n" + text;
        // A file of classes is no program.
        var kind = text.StartsWith("public sealed class", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary
            : OutputKind.ConsoleApplication;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Page", [CSharpSyntaxTree.ParseText(text), CSharpSyntaxTree.ParseText(Usings)],
            references, new(kind, nullableContextOptions: NullableContextOptions.Enable));
        var found = compilation.GetDiagnostics(TestContext.Current.CancellationToken);
        Assert.Empty(found.Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_configuration_of_the_page_is_read()
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(Blocks("docs/library.md", "json"))));
        var options = new SchemaSyncOptions();
        ConfigurationReader.Read(new ConfigurationBuilder().AddJsonStream(json).Build().GetSection(SchemaSyncOptions.SectionName), options);
        Assert.Equal(("Shop", StartAction.Fail, "SSY0407"), (options.ConnectionName, options.OnStart, Assert.Single(options.Allow)));
    }

    [Fact]
    public void Every_option_is_on_the_page() => Assert.Equal(
        typeof(SchemaSyncOptions).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal), Rows("## Options"));

    [Fact]
    public void Every_event_is_on_the_page()
    {
        var events = typeof(Log).GetMethods().Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>();
        Assert.Equal(events.Select(e => $"{e.EventId} {e.EventName} | {e.Level}").Order(StringComparer.Ordinal),
            Event().Matches(Section("## Logs")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metric_is_on_the_page()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) found.Add($"`{instrument.Name}` | {instrument.Unit} |");
        };
        RuntimeHelpers.RunClassConstructor(typeof(Telemetry).TypeHandle);
        listener.Start();
        Assert.Equal(found, Metric().Matches(Section("## Traces and metrics")).Select(m => m.Groups[1].Value)
            .Order(StringComparer.Ordinal));
    }

    private static List<string> Blocks(string page, string language) => [.. Regex.Matches(File.ReadAllText(Path.Combine(Root, page)),
        $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Rows(string heading) =>
        Row().Matches(Section(heading)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

    private static string Section(string heading)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/library.md"));
        var begin = page.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, heading);
        var end = page.IndexOf("\n## ", begin, StringComparison.Ordinal);
        return end < 0 ? page[begin..] : page[begin..end];
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"\bbuilder\.")]
    private static partial Regex Builder();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (\d+ \w+ \| \w+) \|", RegexOptions.Multiline)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| (`schemasync\.[\w.]+` \| \S+ \|)", RegexOptions.Multiline)]
    private static partial Regex Metric();
}
