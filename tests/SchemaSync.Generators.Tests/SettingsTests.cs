using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

public sealed class SettingsTests
{
    // The SDK writes properties into an editorconfig file, where a semicolon begins a comment.
    [Theory]
    [InlineData("SchemaSyncProvider", "Sqlite;PostgreSql", "Sqlite")]
    [InlineData("SchemaSyncProviderList", "Sqlite|postgresql", "Sqlite PostgreSql")]
    [InlineData("SchemaSyncProvider", "Sqlite, MariaDb", "Sqlite MariaDb")]
    [InlineData("SchemaSyncProvider", "", "")]
    public void Providers_arrive_as_the_compiler_hands_them_over(string property, string value, string expected)
    {
        var config = AnalyzerConfig.Parse($"is_global = true\nbuild_property.{property} = {value}\n",
            "/home/dev/shop/obj/Shop.GeneratedMSBuildEditorConfig.editorconfig");
        var options = AnalyzerConfigSet.Create(ImmutableArray.Create(config), out _).GlobalConfigOptions.AnalyzerOptions;
        Assert.Equal(expected, string.Join(" ", SettingsReader.Read(new Project.Values(options)).Configured));
    }

    [Fact]
    public void A_folder_may_have_what_begins_a_comment_in_its_name()
    {
        var config = AnalyzerConfig.Parse("is_global = true\nbuild_property.ProjectDir = /home/c#;d?/\n"
            + "build_property._SchemaSyncProjectDir = /home/c?h?sd?q/\n"
            + "build_property.SchemaSyncProjectFiles = Sales=/home/c?h/Sales.csproj|Stock=/home/Stock.csproj\n",
            "/home/Shop.GeneratedMSBuildEditorConfig.editorconfig");
        var options = AnalyzerConfigSet.Create(ImmutableArray.Create(config), out _).GlobalConfigOptions.AnalyzerOptions;
        var settings = SettingsReader.Read(new Project.Values(options));
        Assert.Equal("/home/c#;d?/", settings.ProjectDirectory);
        Assert.Equal(["Sales=/home/c#/Sales.csproj", "Stock=/home/Stock.csproj"], settings.ProjectFiles);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("file:///home/me/a%23b?s/codes/", "file:///home/me/a%23b;/codes/SSY0103.md")]
    [InlineData("https://docs.example.com/?h/codes/", "https://docs.example.com/#/codes/SSY0103.md")]
    public async Task A_message_links_to_the_page_that_explains_it(string pages, string expected)
    {
        var found = await Analyzed.Diagnostics(Project.Of("""
            [Table] public class A { [PrimaryKey] public long Id { get; set; } }
            [Table] public class B { [PrimaryKey] public long Id { get; set; } [ForeignKey(typeof(A)), Index] public string AId { get; set; } = ""; }
            """) with { Pages = pages });
        Assert.Equal(expected, Assert.Single(found, d => d.Id == "SSY0103").Descriptor.HelpLinkUri);
    }
}
