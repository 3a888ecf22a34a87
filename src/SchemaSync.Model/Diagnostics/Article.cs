namespace SchemaSync.Model.Diagnostics;

/// <summary>The article of a word that a message does not know beforehand, such as the kind of an object.</summary>
public static class Article
{
    // Written with a vowel, spoken with a consonant.
    private static readonly string[] Spoken = ["uni", "use", "usa", "utility", "one"];

    /// <summary>The word with "a" or "an" before it.</summary>
    public static string With(string noun) =>
        IsSpokenWithAVowel(noun) ? "an " + noun : "a " + noun;

    /// <summary>The same of a kind.</summary>
    public static string With(ObjectKind kind) => With(kind.Name);

    private static bool IsSpokenWithAVowel(string noun) =>
        noun.Length > 0 && char.ToLowerInvariant(noun[0]) is 'a' or 'e' or 'i' or 'o' or 'u'
            && !Array.Exists(Spoken, s => noun.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
