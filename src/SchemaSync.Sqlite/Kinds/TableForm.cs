using System.Text;

namespace SchemaSync.Sqlite.Kinds;

/// <summary>
/// The one form of a table in which two ways to write the same thing are equal, whether it was declared or read: what
/// SQLite does by itself is not said, and a text names columns without the table in front.
/// </summary>
internal static class TableForm
{
    private static readonly string[] RowidNames = ["rowid", "_rowid_", "oid"];

    /// <summary>The table in that form.</summary>
    public static Table Of(Table table)
    {
        var isAlias = table.PrimaryKey is not null && table.Columns.Any(c => Types.IsRowidAlias(table, c));
        return Rewrite(
            table with
            {
                PrimaryKey = isAlias
                    ? table.PrimaryKey! with
                    {
                        Columns = table.PrimaryKey.Columns.Select(p => new IndexPart { Column = p.Column }).ToEquatableArray(),
                    }
                    : table.PrimaryKey,
                Columns = table.Columns.Map(c => Of(table, c)),
            },
            e => Unqualified(table, e));
    }

    /// <summary>
    /// The table with text constants as such where they were written in double quotes: other builds of SQLite take a name
    /// in these that no column has for a text (quirks, section 8), ours does not.
    /// </summary>
    public static Table WithTexts(Table table) => Rewrite(table, e => WithTexts(table, e));

    private static Column Of(Table table, Column column)
    {
        // What SQLite enforces by itself is no difference: INTEGER PRIMARY KEY with or without NOT NULL.
        var nullable = column.Nullable && !Types.KeyForbidsNull(table, column);
        var value = column.Default is { } given && given.Text.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? null : column.Default;
        return nullable == column.Nullable && ReferenceEquals(value, column.Default)
            ? column
            : column with { Nullable = nullable, Default = value };
    }

    /// <summary>The table with its expressions as <paramref name="form"/> gives them; most
    /// are given as they are, and then nothing is copied.</summary>
    private static Table Rewrite(Table table, Func<SqlExpression, SqlExpression> form)
    {
        var columns = table.Columns.Map(c =>
            c.Computed is { } computed && form(computed.Expression) is var e && !ReferenceEquals(e, computed.Expression)
                ? c with { Computed = computed with { Expression = e } }
                : c);
        var checks = table.CheckConstraints.Map(c =>
            form(c.Expression) is var e && ReferenceEquals(e, c.Expression) ? c : c with { Expression = e });
        var indexes = table.Indexes.Map(i => Of(i, form));
        return columns == table.Columns && checks == table.CheckConstraints && indexes == table.Indexes
            ? table
            : table with { Columns = columns, CheckConstraints = checks, Indexes = indexes };
    }

    private static Index Of(Index index, Func<SqlExpression, SqlExpression> form)
    {
        var columns = index.Columns.Map(p =>
            p.Expression is { } e && form(e) is var rewritten && !ReferenceEquals(rewritten, e) ? p with { Expression = rewritten } : p);
        var where = index.Where is { } condition ? form(condition) : null;
        return columns == index.Columns && ReferenceEquals(where, index.Where) ? index : index with { Columns = columns, Where = where };
    }

    // "t.a" in a check of t is "a"; with the name in it, no copy of the table could be made under another name.
    private static SqlExpression Unqualified(Table table, SqlExpression expression) =>
        !expression.Text.Contains('.', StringComparison.Ordinal) ? expression : Rewrite(expression, (tokens, i) =>
        IsName(tokens[i]) && SqliteNames.Comparer.Equals(SqliteText.Unquote(tokens[i]), table.Name.Name.Value) && At(tokens, i + 1).Is(".")
            && !At(tokens, i - 1).Is(".") ? (2, "") : null);

    private static SqlExpression WithTexts(Table table, SqlExpression expression) =>
        !expression.Text.Contains('"', StringComparison.Ordinal) ? expression : Rewrite(expression, (tokens, i) =>
        tokens[i].Kind == SqlTokenKind.QuotedName && tokens[i].Span[0] == '"' && !At(tokens, i + 1).Is(".")
            && !At(tokens, i - 1).Is(".") && !At(tokens, i + 1).Is("(")
        && !At(tokens, i - 1).IsWord("COLLATE") && !At(tokens, i - 1).IsWord("AS") && SqliteText.Unquote(tokens[i]) is var name
        && !table.Columns.Any(c => SqliteNames.Comparer.Equals(c.Name.Value, name)) && !RowidNames.Contains(name, SqliteNames.Comparer)
            ? (1, $"'{name.Replace("'", "''", StringComparison.Ordinal)}'")
            : null);

    /// <summary>The expression with runs of tokens replaced; itself where there are none.</summary>
    private static SqlExpression Rewrite(SqlExpression expression, Func<List<SqlToken>, int, (int Tokens, string Text)?> replace)
    {
        var lexed = Lexer.Read(expression.Text);
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
