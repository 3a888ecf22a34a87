namespace SchemaSync.Engine.Tests;

/// <summary>A command template is split once, and then filled: no value can become an argument of its own.</summary>
public sealed class OnlineTemplateTests
{
    private static readonly string[] Known = ["table", "alter"];

    [Fact]
    public void A_value_stays_one_argument_whatever_it_holds()
    {
        var template = Parse("tool  --alter={alter} 'D=a b,t={table}' --json={\"x\":1} \"\"");
        var values = new Dictionary<string, string> { ["table"] = "it's; rm", ["alter"] = "ADD c text COMMENT '{table} \"x\"'" };
        Assert.Equal("tool", template.Program);
        Assert.Equal(["--alter=ADD c text COMMENT '{table} \"x\"'", "D=a b,t=it's; rm", "--json={x:1}", ""], template.Arguments(values));
        Assert.True(template.Uses("alter"));
        Assert.False(template.Uses("defaults"));
    }

    [Fact]
    public void The_words_of_a_command_can_be_pasted_into_a_shell() =>
        Assert.Equal(@"tool 'ADD `c`' 'it'\''s' --x",
            Parse("tool {alter} {table} --x").Words(new Dictionary<string, string> { ["table"] = "it's", ["alter"] = "ADD `c`" }));

    [Theory]
    [InlineData("/opt/bin/gh-ost {alter} {table}", "gh-ost")]
    [InlineData("'C:/Program Files/gh-ost.exe' {alter} {table}", "gh-ost")]
    public void A_program_is_told_by_its_name(string command, string name) => Assert.Equal(name, Parse(command).Name);

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("   ", "it is empty")]
    [InlineData("tool {table}", "does not say {alter}")]
    [InlineData("tool {table} {alter} {secret}", "there is no placeholder {secret}; there are {table}, {alter}")]
    [InlineData("tool \"{table} {alter}", "the quote \" has no end")]
    public void What_cannot_be_run_is_refused(string command, string words)
    {
        var e = Assert.Throws<SchemaSyncException>(() => Parse(command));
        Assert.Equal("SSY0512", e.Diagnostics.Single().Entry.Code);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    private static OnlineTemplate Parse(string command) => OnlineTemplate.Parse(command, Known, Known);
}
