namespace SchemaSync.Engine.Sql;

/// <summary>What a token is.</summary>
public enum SqlTokenKind
{
    /// <summary>White space.</summary>
    Space,
    /// <summary>A comment of either form.</summary>
    Comment,
    /// <summary>A text constant.</summary>
    String,
    /// <summary>A name in quotes, backticks or brackets.</summary>
    QuotedName,
    /// <summary>A name or keyword without quotes.</summary>
    Name,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A constant of bytes.</summary>
    Blob,
    /// <summary>A parameter.</summary>
    Parameter,
    /// <summary>An operator of one or more characters.</summary>
    Operator,
    /// <summary>One of <c>( ) , ; .</c></summary>
    Punctuation,
    /// <summary>What no token begins with, or a literal without an end; always the rest of the text.</summary>
    Invalid,
}

/// <summary>One token: a piece of the text it was read from.</summary>
public readonly record struct SqlToken(SqlTokenKind Kind, string Source, int Start, int Length)
{
    /// <summary>The index behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The characters as written.</summary>
    public ReadOnlySpan<char> Span => Source.AsSpan(Start, Length);

    /// <summary>Whether it says something: neither space nor comment.</summary>
    public bool IsSignificant => Kind is not (SqlTokenKind.Space or SqlTokenKind.Comment);

    /// <summary>Whether it is this keyword, unquoted, in any case.</summary>
    public bool IsWord(string word) => Kind == SqlTokenKind.Name && System.Text.Ascii.EqualsIgnoreCase(Span, word);

    /// <summary>Whether it is this punctuation or operator.</summary>
    public bool Is(string symbol) => Kind is SqlTokenKind.Punctuation or SqlTokenKind.Operator && Span.SequenceEqual(symbol);

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();
}

/// <summary>The tokens of a text.</summary>
/// <param name="Tokens">Every character of the text, in order.</param>
/// <param name="Error">Why the last token is <see cref="SqlTokenKind.Invalid"/>, or null.</param>
public sealed record LexedSql(IReadOnlyList<SqlToken> Tokens, string? Error)
{
    /// <summary>The tokens without spaces and comments.</summary>
    public List<SqlToken> Significant
    {
        get
        {
            var significant = new List<SqlToken>(Tokens.Count);
            for (var i = 0; i < Tokens.Count; i++) if (Tokens[i].IsSignificant) significant.Add(Tokens[i]);
            return significant;
        }
    }
}
