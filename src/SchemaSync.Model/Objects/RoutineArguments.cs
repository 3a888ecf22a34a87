namespace SchemaSync.Model.Objects;

/// <summary>
/// The types in a list of arguments as PostgreSQL writes it: what tells routines of one name apart. Words only, no grammar: quotes and
/// parentheses are kept together, a default is cut off, a mode and a name before the type are left out.
/// </summary>
public static class RoutineArguments
{
    // Manual, Data Types, table 8.1: types whose name is more than one word.
    private static readonly string[] FirstWords = ["double", "character", "char", "national", "bit", "timestamp", "time", "interval"];
    private static readonly string[] SecondWords = ["precision", "varying", "character", "char",
        "with", "without", "year", "month", "day", "hour", "minute", "second", "array"];

    /// <summary>The types, separated by commas, without lengths and digits, which a routine does not keep.</summary>
    /// <param name="arguments">What stands between the parentheses.</param>
    /// <param name="isProcedure">Of a procedure, output arguments count as well (PostgreSQL 14).</param>
    public static string Signature(string arguments, bool isProcedure) =>
        string.Join(", ", Types(arguments, isProcedure));

    /// <summary>The types one by one.</summary>
    /// <param name="arguments">What stands between the parentheses.</param>
    /// <param name="isProcedure">Of a procedure, output arguments count as well (PostgreSQL 14).</param>
    public static EquatableArray<string> Types(string arguments, bool isProcedure) =>
        Split(arguments, ',').Select(a => TypeOf(a.Trim(), isProcedure)).Where(t => t.Length > 0).ToEquatableArray();

    private static string TypeOf(string argument, bool isProcedure)
    {
        // What follows an equals sign is a default; a length may stand apart from its type.
        var words = Split(Split(argument, '=')[0].TrimEnd(':').Replace(" (", "("), ' ').Where(w => w.Length > 0).ToList();
        var end = words.FindIndex(w => w.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase));
        if (end >= 0) words.RemoveRange(end, words.Count - end);
        // The mode may follow the name.
        var mode = words.Take(words.Count > 2 ? 2 : 1).ToList()
            .FindIndex(w => w.ToUpperInvariant() is "IN" or "OUT" or "INOUT" or "VARIADIC");
        if (mode >= 0 && words.Count > 1)
        {
            if (words[mode].Equals("OUT", StringComparison.OrdinalIgnoreCase) && !isProcedure) return "";
            words.RemoveAt(mode);
        }

        if (words.Count > 1 && !IsType(words)) words.RemoveAt(0);
        return string.Join(" ", words.Select(WithoutLength));
    }

    private static bool IsType(List<string> words) =>
        FirstWords.Contains(WithoutLength(words[0]).ToLowerInvariant()) && SecondWords.Contains(WithoutLength(words[1]).ToLowerInvariant());

    private static string WithoutLength(string word)
    {
        var open = word.IndexOf('(');
        var close = word.LastIndexOf(')');
        return open <= 0 || close < open || word[0] == '"' ? word : word.Remove(open, close - open + 1);
    }

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '"')
            {
                var close = text.IndexOf(text[i], i + 1);
                i = close < 0 ? text.Length - 1 : close;
            }
            else if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']') depth--;
            else if (depth == 0 && (separator == ' ' ? char.IsWhiteSpace(text[i]) : text[i] == separator))
            {
                parts.Add(text.Substring(start, i - start));
                start = i + 1;
            }
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}
