namespace SchemaSync.MySql.Kinds;

/// <summary>Collations name their character set first.</summary>
internal static class Collations
{
    /// <summary>The character set of a collation.</summary>
    public static string CharSetOf(string collation)
    {
        var end = collation.IndexOf('_', StringComparison.Ordinal);
        return end < 0 ? collation : collation[..end];
    }

    /// <summary>The bytes that one character of a set takes at most.</summary>
    public static int BytesPerCharacter(string? charset) => charset switch
    {
        null or "utf8mb4" or "utf16" or "utf16le" or "utf32" or "gb18030" => 4,
        "utf8mb3" or "utf8" or "ujis" or "eucjpms" => 3,
        "ucs2" or "gbk" or "gb2312" or "big5" or "sjis" or "cp932" or "euckr" => 2,
        _ => 1,
    };
}
