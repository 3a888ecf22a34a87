using Npgsql;

namespace SchemaSync.PostgreSql.Scratch;

/// <summary>
/// What a name that the server does not know may come from: an extension that a database has and a declaration does not name is not on
/// scratch. The server cannot be asked, since its catalogue holds what extensions brought and not what they would bring.
/// </summary>
internal static class ExtensionHint
{
    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\"«»„“”");

    // By the first part that fits: types, operator classes and functions of what servers and hosts commonly offer.
    private static readonly (string Extension, string[] Names)[] Known =
    [
        ("citext", ["citext"]), ("hstore", ["hstore", "ghstore"]),
        ("ltree", ["ltree", "lquery", "ltxtquery"]), ("cube", ["cube"]), ("seg", ["seg"]),
        ("isn", ["ean13", "isbn", "isbn13", "ismn", "ismn13", "issn", "issn13", "upc"]), ("vector", ["vector", "halfvec", "sparsevec"]),
        ("postgis", ["geometry", "geography", "box2d", "box3d"]), ("postgis_raster", ["raster"]),
        ("pg_trgm", ["gin_trgm_ops", "gist_trgm_ops", "similarity", "word_similarity"]),
        ("pgcrypto", ["crypt", "gen_salt", "gen_random_bytes", "digest", "hmac", "pgp_sym_encrypt", "pgp_sym_decrypt"]),
        ("uuid-ossp", ["uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v3", "uuid_generate_v4", "uuid_generate_v5", "uuid_nil"]),
        ("unaccent", ["unaccent"]), ("fuzzystrmatch", ["levenshtein", "soundex", "metaphone", "dmetaphone"]),
        ("intarray", ["gin__int_ops", "gist__int_ops", "gist__intbig_ops", "query_int"]),
        ("tablefunc", ["crosstab", "normal_rand", "connectby"]),
        ("earthdistance", ["earth", "ll_to_earth", "earth_distance"]), ("bloom", ["bloom"]),
    ];

    /// <summary>How to declare it, as the end of a sentence; empty where the name is no matter of extensions.</summary>
    public static string Of(PostgresException exception)
    {
        if (exception.SqlState is not (PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.UndefinedFunction)) return "";
        var name = Name(exception.MessageText);
        name = name[(name.LastIndexOf('.') + 1)..].TrimEnd('[', ']');
        if (Array.Find(Known, k => k.Names.Contains(name, StringComparer.Ordinal)).Extension is { } extension)
            return $" (it comes with the extension {extension}: declare [assembly: Extension(\"{extension}\")])";
        return exception.MessageText.StartsWith("type ", StringComparison.Ordinal)
            || exception.MessageText.StartsWith("operator class ", StringComparison.Ordinal)
            || exception.MessageText.StartsWith("access method ", StringComparison.Ordinal)
            ? " (what comes with an extension needs [assembly: Extension(\"NAME\")])" : "";
    }

    // In quotes, or before an opening bracket: so it is in every language of the server's messages.
    private static string Name(string message)
    {
        var open = message.AsSpan().IndexOfAny(Quotes);
        var length = open < 0 ? -1 : message.AsSpan(open + 1).IndexOfAny(Quotes);
        if (length > 0) return message.Substring(open + 1, length);
        var bracket = message.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? "" : message[(message.LastIndexOf(' ', bracket) + 1)..bracket];
    }
}
