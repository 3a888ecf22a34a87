using System.Globalization;

namespace SchemaSync.Generators.Building;

/// <summary>
/// The text of one element of a key: a column or an expression in parentheses, then what is said about it, such as
/// <c>COLLATE x</c>, a length, an operator class, <c>DESC</c>, <c>NULLS LAST</c>.
/// </summary>
internal static class IndexPartText
{
    /// <summary>The element, with its column as written; null where the text is not understood.</summary>
    public static IndexPart? Read(string text, TableHead head)
    {
        var words = Words(text);
        if (words.Count == 0) return null;
        if (words[0].StartsWith("(", StringComparison.Ordinal))
        {
            var sql = words[0].EndsWith(")", StringComparison.Ordinal) ? words[0].Substring(1, words[0].Length - 2).Trim() : "";
            return sql.Length == 0 ? null : Modified(new() { Expression = new(sql) }, words, 1);
        }

        // A name may have spaces in it: the longest beginning that is a column counts.
        for (var count = words.Count; count > 0; count--)
        {
            var (name, length) = Prefixed(count == 1 ? words[0] : string.Join(" ", words.Take(count)));
            if (head.Resolve(name) is { } column) return Modified(new() { Column = new(column), PrefixLength = length }, words, count);
        }

        var (unknown, prefix) = Prefixed(words[0]);
        return unknown.IndexOfAny(['(', ')', ',', '\'', '"']) >= 0
            ? null
            : Modified(new() { Column = new(unknown), PrefixLength = prefix }, words, 1);
    }

    private static IndexPart? Modified(IndexPart part, List<string> words, int at)
    {
        for (; at < words.Count; at++)
        {
            var next = at + 1 < words.Count ? words[at + 1] : "";
            switch (words[at].ToUpperInvariant())
            {
                case "ASC":
                    break;
                case "DESC":
                    part = part with { Descending = true };
                    break;
                case "COLLATE" when next.Length > 0 && part.Collation is null:
                    part = part with { Collation = next.Trim('"') };
                    at++;
                    break;
                case "NULLS" when Nulls(next) is { } place:
                    part = WithNulls(part, place);
                    at++;
                    break;
                default:
                    if (part.OperatorClass is not null || OperatorClass(part, words[at]) is not { } classed) return null;
                    part = classed;
                    break;
            }
        }

        // The direction may follow in the text, so that what NULLS says is settled only now.
        return part.NullsFirst == part.Descending ? part with { NullsFirst = null } : part;
    }

    /// <summary>Says where NULLs stand; nothing where that is the direction's own way.</summary>
    public static IndexPart WithNulls(IndexPart part, NullsPlace place) =>
        place == NullsPlace.Default ? part : part with { NullsFirst = place == NullsPlace.First };

    /// <summary>An operator class with its parameters, <c>gist_trgm_ops(siglen=32)</c>; null where it is something else.</summary>
    public static IndexPart? OperatorClass(IndexPart part, string word)
    {
        var open = word.IndexOf('(');
        var name = open < 0 ? word : word.Substring(0, open);
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '"')) return null;
        if (open < 0) return part with { OperatorClass = name };
        if (!word.EndsWith(")", StringComparison.Ordinal)) return null;
        var parameters = new List<TableOption>();
        foreach (var text in word.Substring(open + 1, word.Length - open - 2).Split(','))
        {
            var equals = text.IndexOf('=');
            if (equals <= 0) return null;
            parameters.Add(new(text.Substring(0, equals).Trim(), text.Substring(equals + 1).Trim().Trim('\'')));
        }

        return part with
        {
            OperatorClass = name,
            OperatorClassParameters = parameters.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private static NullsPlace? Nulls(string word) =>
        string.Equals(word, "FIRST", StringComparison.OrdinalIgnoreCase) ? NullsPlace.First
        : string.Equals(word, "LAST", StringComparison.OrdinalIgnoreCase) ? NullsPlace.Last : null;

    private static (string Name, int? Length) Prefixed(string word)
    {
        var open = word.LastIndexOf('(');
        return open > 0 && word.EndsWith(")", StringComparison.Ordinal)
            && int.TryParse(word.Substring(open + 1, word.Length - open - 2), NumberStyles.None,
                CultureInfo.InvariantCulture, out var length) && length > 0
            ? (word.Substring(0, open).TrimEnd(), length)
            : (word, null);
    }

    // An expression ends with its parenthesis, everything else before a space.
    private static bool Ends(char first, char last) => char.IsWhiteSpace(last) || (last == ')' && first == '(');

    /// <summary>The words between spaces; what stands in parentheses or quotes is one word with what it follows.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var (start, depth) = (-1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (!isSpace && start < 0) start = i;
            if (text[i] is '\'' or '"')
            {
                i = text.IndexOf(text[i], i + 1);
                if (i < 0) return [];
            }
            else if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth < 0) return [];
            if (start < 0 || depth > 0 || !Ends(text[start], text[i])) continue;
            words.Add(text.Substring(start, isSpace ? i - start : i - start + 1));
            start = -1;
        }

        if (depth != 0) return [];
        if (start >= 0) words.Add(text.Substring(start));
        return words;
    }
}

/// <summary>Where NULLs stand, by the numbers of <c>SchemaSync.NullsOrder</c>.</summary>
internal enum NullsPlace
{
    Default,
    First,
    Last,
}
