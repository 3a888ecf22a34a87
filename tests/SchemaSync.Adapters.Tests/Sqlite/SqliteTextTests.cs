using CsCheck;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

public sealed class SqliteTextTests
{
    private static readonly string[] Words =
        ["a", "\"a b\"", "[x]", "`select`", "select", "IN", "not", "count", "'it''s'", "x'0F'",
            "1", "2.5", ".5", "1e3", "0xFF", "?1", ":p", "-", "+", "~",
            "*", "/", "||", "->", "->>", "<", ">", "=", "(", ")", ",", ";", ".", "current_timestamp", "null", "end", "é"];

    private static readonly string[] Blanks = [" ", "\n", "\t ", " /* - ( ' */ ", " -- it's\n"];
    private static readonly Gen<string> Blank = Gen.Int[0, Blanks.Length - 1].Select(i => Blanks[i]);
    private static readonly Gen<(string Word, string Blank)[]> Tokens =
        Gen.Select(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Blank).Array[0, 12];

    [Fact]
    public void Folding_twice_is_folding_once() => Tokens.Sample(tokens =>
    {
        var once = SqliteText.Fold(string.Concat(tokens.Select(t => t.Word + t.Blank)));
        Assert.Equal(once, SqliteText.Fold(once));
    });

    [Fact]
    public void Spaces_and_comments_between_tokens_do_not_matter() =>
        Gen.Select(Tokens, Blank.Array[12]).Sample((tokens, blanks) => Assert.Equal(
        SqliteText.Fold(string.Concat(tokens.Select(t => t.Word + t.Blank))),
        SqliteText.Fold(string.Concat(tokens.Select((t, i) => blanks[i] + t.Word + " ")))));

    [Fact]
    public void Folding_keeps_every_token() => Tokens.Sample(tokens =>
    {
        var source = string.Concat(tokens.Select(t => t.Word + t.Blank));
        var folded = SqliteText.Fold(source);
        // Parentheses around the whole go; everything else must stay, in order.
        Assert.Equal(Kinds(source).Where(t => t is not ("(" or ")")), Kinds(folded).Where(t => t is not ("(" or ")")));
    });

    [Fact]
    public void Every_character_belongs_to_a_token() => Gen.String.Sample(text =>
        Assert.Equal(text, string.Concat(SqliteLexer.Read(text).Tokens.Select(t => t.ToString()))));

    [Theory]
    [InlineData("a+b", "a + b")]
    [InlineData("count( * )", "count(*)")]
    [InlineData("a in(1,2)", "a IN (1, 2)")]
    [InlineData("a - -1", "a - -1")]
    [InlineData("- - 1", "- -1")]
    [InlineData("x=- 1", "x = -1")]
    [InlineData("((a > 1))", "a > 1")]
    [InlineData("(a) + (b)", "(a) + (b)")]
    [InlineData("current_timestamp", "CURRENT_TIMESTAMP")]
    [InlineData("( current_Date )", "CURRENT_DATE")]
    [InlineData("\"a\" = [b] /* c */ and `order` is not null", "a = b AND \"order\" IS NOT NULL")]
    [InlineData("\"true\" or true", "\"true\" OR true")]
    [InlineData("\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\"")]
    [InlineData("select t . * , 'A  B' from t -- end", "SELECT t.*, 'A  B' FROM t")]
    [InlineData("doc->>'$.a'", "doc ->> '$.a'")]
    public void Text_folds_to(string sql, string folded) => Assert.Equal(folded, SqliteText.Fold(sql));

    [Theory]
    [InlineData("'abc")]
    [InlineData("\"abc")]
    [InlineData("[abc")]
    [InlineData("x'00")]
    [InlineData("a /* b")]
    [InlineData("1abc")]
    [InlineData("a ! b")]
    public void A_literal_without_an_end_is_an_error(string sql)
    {
        var lexed = SqliteLexer.Read(sql);
        Assert.NotNull(lexed.Error);
        Assert.Equal(SqlTokenKind.Invalid, lexed.Tokens[^1].Kind);
    }

    [Theory]
    [InlineData("Total > 0 and 'total' <> total(x)", "amount > 0 and 'total' <> total(x)")]
    [InlineData("\"total\" + [TOTAL]", "\"amount\" + \"amount\"")]
    [InlineData("INSERT INTO total(a) VALUES (new.total);", "INSERT INTO amount(a) VALUES (new.amount);")]
    public void Renaming_touches_names_only(string before, string after) =>
        Assert.Equal(after, SqliteText.RenameIn(new SqlExpression(before), new("total"), new("amount")).Text);

    [Fact]
    public void A_renamed_keyword_is_quoted() =>
        Assert.Equal("\"order\" > 0", SqliteText.RenameIn(new SqlExpression("total > 0"), new("total"), new("order")).Text);

    [Fact]
    public void Keywords_are_those_of_the_linked_library()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        for (var i = 0; i < SQLitePCL.raw.sqlite3_keyword_count(); i++)
        {
            SQLitePCL.raw.sqlite3_keyword_name(i, out var name);
            Assert.True(SqliteKeywords.IsKeyword(name), name);
            Assert.True(SqliteKeywords.IsReserved(name) != IsName(connection, name), name);
        }
    }

    private static bool IsName(SqliteConnection connection, string word)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TEMP TABLE t ({word} TEXT); DROP TABLE t";
        try
        {
            command.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Kinds(string sql) =>
        SqliteLexer.Read(sql).Significant.Select(t =>
            t.Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName ? SqliteText.Unquote(t).ToUpperInvariant() : t.ToString());
}
