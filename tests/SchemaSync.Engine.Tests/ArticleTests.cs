using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SchemaSync.Engine.Tests;

/// <summary>Messages read as English, whatever kind of object they speak of.</summary>
public sealed partial class ArticleTests
{
    [Theory]
    [InlineData("operator", "an operator")]
    [InlineData("aggregate", "an aggregate")]
    [InlineData("index", "an index")]
    [InlineData("event", "an event")]
    [InlineData("enum type", "an enum type")]
    [InlineData("IF", "an IF")]
    [InlineData("outcome", "an outcome")]
    [InlineData("unlogged table", "an unlogged table")]
    [InlineData("unique constraint", "a unique constraint")]
    [InlineData("user mapping", "a user mapping")]
    [InlineData("table", "a table")]
    [InlineData("", "a ")]
    public void A_word_gets_the_article_that_is_spoken(string noun, string expected) => Assert.Equal(expected, Article.With(noun));

    [Fact]
    public void No_message_writes_an_article_before_a_word_that_it_does_not_know()
    {
        // The provider of files is always the same one, and what an exception for us says is no message.
        var sources = Directory.GetFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(f =>
            File.ReadLines(f)
                .Where(l => Guessed().IsMatch(l) && !l.Contains("InvalidOperationException", StringComparison.Ordinal)
                    && !l.Contains("is not a {1} database", StringComparison.Ordinal))
            .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")));
    }

    [GeneratedRegex("\"[^\"]*\\ban? \\{[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Guessed();

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src"));
}
