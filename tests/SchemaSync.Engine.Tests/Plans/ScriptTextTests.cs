using SchemaSync.PostgreSql.Scripts;
using System.Text;

namespace SchemaSync.Engine.Tests;

/// <summary>What a script says of a step, and how a statement ends.</summary>
public sealed class ScriptTextTests
{
    [Fact]
    public void A_step_comes_with_its_hazards_and_locks()
    {
        var said = Sample.Plan().Steps.SelectMany(ScriptComment.Of).ToList();
        Assert.Contains("hazard SSY0402: drop column customers.fax discards every value",
            string.Join('\n', said), StringComparison.Ordinal);
        Assert.Contains("readers and writers wait; writes every row; cannot be taken back: values are gone", said);
    }

    [Fact]
    public void A_comment_stays_one_line_whatever_a_name_holds()
    {
        var text = new StringBuilder();
        ScriptComment.Write(text, "a\r\n\\! b\u001b[31m\u2028c");
        Assert.Equal("-- a  \\! b [31m c\n", text.ToString());
    }

    [Theory]
    [InlineData("SELECT 1 -- why", "SELECT 1 -- why\n;\n")]
    [InlineData("SELECT 1", "SELECT 1;\n")]
    [InlineData("SELECT (x)[1:n]", "SELECT (x)[1: n];\n")]
    [InlineData("SELECT 'a:b'::text, \"c:d\"", "SELECT 'a:b'::text, \"c:d\";\n")]
    public void Psql_gets_every_statement_as_it_is(string sql, string text) => Assert.Equal(text, PsqlText.Statement(sql));

    [Theory]
    [InlineData("SELECT 1", "SELECT 1;\n")]
    [InlineData("SELECT ';'", "SELECT ';';\n")]
    [InlineData("BEGIN SELECT 1; END", "DELIMITER $$\nBEGIN SELECT 1; END\n$$\nDELIMITER ;\n")]
    [InlineData("BEGIN SELECT '$$'; END", "DELIMITER //\nBEGIN SELECT '$$'; END\n//\nDELIMITER ;\n")]
    [InlineData("SELECT 1 # why", "DELIMITER $$\nSELECT 1 # why\n$$\nDELIMITER ;\n")]
    public void The_clients_of_MySQL_get_every_statement_as_it_is(string sql, string text) =>
        Assert.Equal(text, MySqlShellText.Statement(sql));
}
