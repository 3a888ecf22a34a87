using System.Text;

namespace SchemaSync.Scaffolding.Naming;

/// <summary>Names of C# out of names of a database, which may hold anything.</summary>
internal static class Words
{
    // Longer ones are nobody's to read, and a file is called so too.
    private const int Longest = 100;

    /// <summary>The name of a class, in the singular where that is wished.</summary>
    public static string Class(string name, ScaffoldNaming naming) =>
        naming == ScaffoldNaming.Singular ? Singular(Member(name, naming)) : Member(name, naming);

    /// <summary>The name of a property or member.</summary>
    public static string Member(string name, ScaffoldNaming naming)
    {
        var text = new StringBuilder();
        foreach (var word in Split(name))
        {
            if (naming == ScaffoldNaming.Keep) text.Append(text.Length > 0 ? "_" : "").Append(word);
            else text.Append(char.ToUpperInvariant(word[0])).Append(IsShouted(word) ? word[1..].ToLowerInvariant() : word[1..]);
        }

        if (text.Length == 0 || char.IsDigit(text[0])) text.Insert(0, '_');
        return text.Length > Longest ? text.ToString(0, Longest) : text.ToString();
    }

    // Of one letter, or of a name in two cases, nobody shouts.
    private static bool IsShouted(string word) => word.Length > 1 && !word.Any(char.IsLower);

    private static IEnumerable<string> Split(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name.Append(' '))
        {
            if (char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) word.Append(c);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>An English word in the singular, as far as its end tells.</summary>
    public static string Singular(string word)
    {
        string[] kept = ["ss", "us", "is", "os", "news", "series", "species"];
        if (!word.EndsWith('s') || word.Length < 4 || kept.Any(k => word.EndsWith(k, StringComparison.OrdinalIgnoreCase))) return word;
        (string Plural, string Singular)[] ends =
            [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("uses", "us"), ("s", "")];
        var (plural, singular) = ends.First(e => word.EndsWith(e.Plural, StringComparison.Ordinal));
        return word[..^plural.Length] + singular;
    }
}
