using System.Buffers;

namespace SchemaSync.Engine.Sql;

/// <summary>
/// Where a database's tokens begin and end: what <see cref="SqlLexer"/> is told about it. No grammar. A rule that is wrong could hide a
/// statement in a comment, so each provider holds its own against the manual and its tests against the server.
/// </summary>
public sealed record LexerRules
{
    /// <summary>The characters of white space.</summary>
    public required string Spaces { get; init; }

    /// <summary>What ends a comment that goes to the end of its line.</summary>
    public string LineEnds { get; init; } = "\n";

    /// <summary>Whether <c>#</c> begins a comment.</summary>
    public bool HashBeginsComment { get; init; }

    /// <summary>Whether <c>--</c> begins a comment only before white space, a control character or the end.</summary>
    public bool DashesNeedSpace { get; init; }

    /// <summary>Whether <c>/* … */</c> nests.</summary>
    public bool CommentsNest { get; init; }

    /// <summary>Why a comment in <c>/* … */</c> is none to the server, or null: some read what stands in it.</summary>
    public CommentFault? CommentFault { get; init; }

    /// <summary>The constants and names in quotes.</summary>
    public required IReadOnlyList<QuoteRule> Quotes
    {
        get => _quotes;
        init => (_quotes,
            QuoteStarts) = (value,
                SearchValues.Create(string.Concat(value.Select(q => $"{q.Opening[..1]}{q.Opening[..1].ToLowerInvariant()}"))));
    }

    private readonly IReadOnlyList<QuoteRule> _quotes = [];

    /// <summary>What one of <see cref="Quotes"/> may begin with.</summary>
    internal SearchValues<char> QuoteStarts { get; private init; } = SearchValues.Create("");

    /// <summary>Whether <c>$tag$ … $tag$</c> is a text constant, and <c>$1</c> a parameter.</summary>
    public bool DollarQuotes { get; init; }

    /// <summary>Numbers.</summary>
    public required NumberRule Numbers { get; init; }

    /// <summary>Whether a name may begin with <c>$</c>; it may hold one in any case.</summary>
    public bool DollarBeginsName { get; init; }

    /// <summary>Whether <c>?</c> is a parameter.</summary>
    public bool QuestionMarkParameters { get; init; }

    /// <summary>Whether a number behind <c>?</c> belongs to it.</summary>
    public bool NumberedParameters { get; init; }

    /// <summary>What begins a parameter with a name.</summary>
    public string NamedParameters { get; init; } = "";

    /// <summary>Whether <c>@x.y</c>, <c>@@x</c>, <c>@`x`</c> and <c>@</c> alone are variables.</summary>
    public bool AtVariables { get; init; }

    /// <summary>What stands alone, between names and values.</summary>
    public string Punctuation { get; init; } = "(),;.";

    /// <summary>The operators, a longer one before each that it begins with.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>The characters of which operators are made, where anybody may define one: as many as there are, up to a comment.</summary>
    public string OperatorCharacters { get; init; } = "";
}

/// <summary>Why a comment is none to the server, or null.</summary>
/// <param name="comment">The whole comment, from <c>/*</c> to <c>*/</c>.</param>
public delegate string? CommentFault(ReadOnlySpan<char> comment);

/// <summary>A constant or name in quotes.</summary>
/// <param name="Opening">What it begins with, prefix and quote; letters in either case.</param>
/// <param name="Closing">What it ends with.</param>
/// <param name="Kind">What it is.</param>
public sealed record QuoteRule(string Opening, char Closing, SqlTokenKind Kind)
{
    /// <summary>Whether the closing character twice stands for itself.</summary>
    public bool Doubles { get; init; } = true;

    /// <summary>Whether a backslash takes the meaning from what follows.</summary>
    public bool Backslashes { get; init; }

    /// <summary>Whether it goes on in the next line, behind another quote.</summary>
    public bool Continues { get; init; }

    /// <summary>What messages call it.</summary>
    internal string Name =>
        Kind switch { SqlTokenKind.QuotedName => "a quoted name", SqlTokenKind.Blob => "a constant of bytes", _ => "a text constant" };
}

/// <summary>How numbers are written.</summary>
/// <param name="RadixPrefixes">The letters that may follow a zero: a number to another base.</param>
/// <param name="IntoName">What a number is that runs into letters.</param>
public sealed record NumberRule(string RadixPrefixes, NumberIntoName IntoName)
{
    /// <summary>Whether <c>1_000</c> is a number.</summary>
    public bool Separators { get; init; }

    /// <summary>Whether <c>1..10</c> is a range and not a number that ends with a point.</summary>
    public bool Ranges { get; init; }
}

/// <summary>What a number is that runs into letters.</summary>
public enum NumberIntoName
{
    /// <summary>The number ends, and a name begins.</summary>
    Ends,
    /// <summary>An error.</summary>
    Fault,
    /// <summary>A name, or with one of the prefixes a constant of bytes.</summary>
    Name,
}
