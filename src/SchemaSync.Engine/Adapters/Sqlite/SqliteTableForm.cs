using System.Text;

namespace SchemaSync.Engine;

/// <summary>
/// The one form of a table in which two ways to write the same thing are equal, whether it was declared or read: what
/// SQLite does by itself is not said, and a text names columns without the table in front.
/// </summary>
internal static class SqliteTableForm
{
    private static readonly string[] RowidNames = ["rowid", "_rowid_", "oid"];

    /// <summary>The table in that form.</summary>
    public static Table Of(Table table) => table with
    {
        PrimaryKey = table.PrimaryKey is { } key && table.Columns.Any(c => SqliteTypes.IsRowidAlias(table, c))
            ? key with { Columns = key.Columns.Select(p => new IndexPart { Column = p.Column }).ToEquatableArray() }
            : table.PrimaryKey,
        Columns = table.Columns.Select(c => c with
        {
            // What SQLite enforces by itself is no difference: INTEGER PRIMARY KEY with or without NOT NULL.
            Nullable = c.Nullable && !SqliteTypes.KeyForbidsNull(table, c),
            Default = c.Default is { } value && value.Text.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? null : c.Default,
            Computed = c.Computed is { } computed ? computed with { Expression = Unqualified(table, computed.Expression) } : null,
        }).ToEquatableArray(),
        CheckConstraints = table.CheckConstraints.Select(c => c with { Expression = Unqualified(table, c.Expression) }).ToEquatableArray(),
        Indexes = table.Indexes.Select(i => Of(i, e => Unqualified(table, e))).ToEquatableArray(),
    };

    /// <summary>
    /// The table with text constants as such where they were written in double quotes: other builds of SQLite take a name
    /// in these that no column has for a text (quirks, section 8), ours does not.
    /// </summary>
    public static Table WithTexts(Table table) => table with
    {
        Columns = table.Columns.Select(c => c with { Computed = c.Computed is { } computed ? computed with { Expression = WithTexts(table, computed.Expression) } : null }).ToEquatableArray(),
        CheckConstraints = table.CheckConstraints.Select(c => c with { Expression = WithTexts(table, c.Expression) }).ToEquatableArray(),
        Indexes = table.Indexes.Select(i => Of(i, e => WithTexts(table, e))).ToEquatableArray(),
    };

    private static Index Of(Index index, Func<SqlExpression, SqlExpression> form) => index with
    {
        Columns = index.Columns.Select(p => p.Expression is { } e ? p with { Expression = form(e) } : p).ToEquatableArray(),
        Where = index.Where is { } where ? form(where) : null,
    };

    // "t.a" in a check of t is "a"; with the name in it, no copy of the table could be made under another name.
    private static SqlExpression Unqualified(Table table, SqlExpression expression) => Rewrite(expression, (tokens, i) =>
        IsName(tokens[i]) && SqliteNames.Comparer.Equals(SqliteText.Unquote(tokens[i]), table.Name.Value) && At(tokens, i + 1).Is(".") && !At(tokens, i - 1).Is(".") ? (2, "") : null);

    private static SqlExpression WithTexts(Table table, SqlExpression expression) => Rewrite(expression, (tokens, i) =>
        tokens[i].Kind == SqlTokenKind.QuotedName && tokens[i].Span[0] == '"' && !At(tokens, i + 1).Is(".") && !At(tokens, i - 1).Is(".") && !At(tokens, i + 1).Is("(")
        && !At(tokens, i - 1).IsWord("COLLATE") && !At(tokens, i - 1).IsWord("AS") && SqliteText.Unquote(tokens[i]) is var name
        && !table.Columns.Any(c => SqliteNames.Comparer.Equals(c.Name.Value, name)) && !RowidNames.Contains(name, SqliteNames.Comparer)
            ? (1, $"'{name.Replace("'", "''", StringComparison.Ordinal)}'")
            : null);

    /// <summary>The expression with runs of tokens replaced; itself where there are none.</summary>
    private static SqlExpression Rewrite(SqlExpression expression, Func<List<SqlToken>, int, (int Tokens, string Text)?> replace)
    {
        var lexed = SqlLexer.Read(expression.Text, SqliteText.Quotes);
        if (lexed.Error is not null) return expression;
        var tokens = lexed.Significant;
        var text = new StringBuilder();
        var copied = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (replace(tokens, i) is not { } found) continue;
            text.Append(expression.Text.AsSpan(copied, tokens[i].Start - copied)).Append(found.Text);
            i += found.Tokens - 1;
            copied = tokens[i].End;
        }

        return copied == 0 ? expression : SqliteText.Expression(text.Append(expression.Text.AsSpan(copied)).ToString());
    }

    private static SqlToken At(List<SqlToken> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at] : default;

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName;
}
