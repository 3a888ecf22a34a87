using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>
/// What is declared is emitted, or it is an error for that provider; it is never ignored. Every argument of every attribute is tried on
/// every provider, found by reflection: a new one is tested without anybody thinking of it.
/// </summary>
public sealed class ArgumentTests
{
    // They say something about the code, not about the schema.
    private static readonly string[] NoSchema = ["Ignore", "SchemaNaming", "SchemaConventions", "SchemaConfiguration", "LeaveOut"];

    public static TheoryData<string, string> Arguments =>
    [
        .. from attribute in typeof(TableAttribute).Assembly.GetExportedTypes()
           where typeof(SchemaAttribute).IsAssignableFrom(attribute) && !attribute.IsAbstract
           let kind = attribute.Name[..^"Attribute".Length]
           where !NoSchema.Contains(kind)
           from property in attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where property.CanWrite
           select new TheoryDataRow<string, string>(kind, property.Name),
    ];

    public static TheoryData<string> Kinds => [.. AttributeSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task An_argument_is_emitted_or_refused(string kind, string argument)
    {
        var property = typeof(TableAttribute).Assembly.GetType($"SchemaSync.{kind}Attribute", throwOnError: true)!.GetProperty(argument)!;
        var (plain, given) = AttributeSamples.All[kind].With(property);
        await EmittedOrRefused(plain, given);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_attribute_is_emitted_or_refused(string kind) =>
        await EmittedOrRefused(AttributeSamples.All[kind].Without, AttributeSamples.All[kind].Plain);

    [Fact]
    public void Every_attribute_has_a_sample() => Assert.Equal(
        typeof(TableAttribute).Assembly.GetExportedTypes().Where(t => typeof(SchemaAttribute).IsAssignableFrom(t) && !t.IsAbstract)
            .Select(t => t.Name[..^"Attribute".Length]).Except(NoSchema).Order(StringComparer.Ordinal),
        AttributeSamples.All.Keys.Order(StringComparer.Ordinal));

    private static async Task EmittedOrRefused(string plain, string given)
    {
        var emitted = 0;
        foreach (var provider in ProviderNames.All)
        {
            var after = Project.Of(given).WithSql("Body.sql", "SELECT 2") with { Providers = provider };
            if ((await Analyzed.Diagnostics(after)).Any(d => d.Severity == DiagnosticSeverity.Error)) continue;
            Assert.NotEqual(Json(Project.Of(plain).WithSql("Body.sql", "SELECT 2") with { Providers = provider }), Json(after));
            emitted++;
        }

        // A sample that is wrong everywhere would prove nothing.
        Assert.NotEqual(0, emitted);
    }

    private static string Json(Project project) => Generated.From(project).Metadata(Manifest.SnapshotKey) ?? "";
}
