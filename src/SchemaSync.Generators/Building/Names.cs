namespace SchemaSync.Generators.Building;

/// <summary>Names out of names.</summary>
internal static class Names
{
    // One for each thread: there is a name for every column.
    [ThreadStatic]
    private static char[]? _letters;

    /// <summary><c>OrderLine</c> → <c>order_line</c>, <c>HTTPStatus</c> → <c>http_status</c>, <c>Address2</c> → <c>address2</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = Letters(name.Length * 2);
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) text[length++] = '_';
            text[length++] = char.ToLowerInvariant(c);
        }

        return new(text, 0, length);
    }

    /// <summary><c>order_line</c> → <c>OrderLine</c>: a valid C# identifier whatever the name.</summary>
    public static string PascalCase(string name)
    {
        var text = Letters(name.Length + 1);
        var length = 0;
        var upper = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                upper = true;
                continue;
            }

            if (length == 0 && char.IsDigit(c)) text[length++] = '_';
            text[length++] = upper ? char.ToUpperInvariant(c) : c;
            upper = false;
        }

        return length == 0 ? "_" : new(text, 0, length);
    }

    private static char[] Letters(int count) =>
        _letters is { } used && used.Length >= count ? used : _letters = new char[Math.Max(256, count)];

    /// <summary>The name of an index that was not given one.</summary>
    public static string Index(string table, IEnumerable<string> parts, bool unique)
    {
        var words = parts.Select(p =>
            p.All(c => char.IsLetterOrDigit(c) || c == '_')
                ? p
                : new string([.. p.Where(c => char.IsLetterOrDigit(c) || c is '_' or ' ')]).Trim().Replace(' ', '_'));
        return $"{(unique ? "ux" : "ix")}_{table}_{string.Join("_", words)}";
    }
}
