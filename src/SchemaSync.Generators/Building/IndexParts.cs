using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Reads one element of a key as people write it: <c>"last_name COLLATE NOCASE DESC"</c>, <c>"(lower(email))"</c>.</summary>
internal static class IndexParts
{
    /// <summary>The elements; what cannot be understood is reported and left out.</summary>
    public static EquatableArray<IndexPart> Read(AttributeUse use, EquatableArray<string> texts, TableHead head, bool expressions, BuildContext context)
    {
        var parts = new List<IndexPart>();
        foreach (var text in texts)
        {
            if (Read(text, head, out var understood) is { } part && (expressions || part.Expression is null)) parts.Add(part);
            else if (understood) context.Suggest(ModelDiagnostics.UnknownColumn, use.Place, Correction(text, head), use.Display, text, $"table {head.Table}");
            else context.Report(AttributeDiagnostics.InvalidIndexPart, use.Place, text, use.Display, $"table {head.Table}");
        }

        return parts.ToEquatableArray();
    }

    /// <summary>The column an element stands on, or null.</summary>
    public static string? ColumnName(string text, TableHead head) =>
        Read(text, head, out _) is { Expression: null } part ? part.Column.Value : null;

    private static Suggestion? Correction(string text, TableHead head)
    {
        var name = text.Trim().Split(' ')[0];
        var nearest = Nearest.Of(name, head.Columns.Select(c => c.Property));
        return nearest.Length == 0 ? null : new(text.Replace(name, nearest), text);
    }

    private static IndexPart? Read(string text, TableHead head, out bool understood)
    {
        understood = true;
        text = text.Trim();
        if (head.Resolve(text) is { } plain) return IndexPart.Of(plain);
        var (rest, descending) = TakeOrder(text);
        var expressionEnd = text.StartsWith("(", StringComparison.Ordinal) ? Closing(rest) : -1;
        if (expressionEnd > 0)
        {
            var (empty, outer) = TakeCollation(rest.Substring(expressionEnd + 1));
            understood = empty.Length == 0;
            var sql = rest.Substring(1, expressionEnd - 1).Trim();
            return understood && sql.Length > 0 ? new() { Expression = new(sql), Descending = descending, Collation = outer } : null;
        }

        var (name, collation) = TakeCollation(rest);
        understood = name.Length > 0 && name.IndexOfAny(['(', ')', ',']) < 0;
        return head.Resolve(name) is { } column ? new() { Column = new(column), Descending = descending, Collation = collation } : null;
    }

    private static (string Text, bool Descending) TakeOrder(string text)
    {
        if (text.EndsWith(" DESC", StringComparison.OrdinalIgnoreCase)) return (text.Substring(0, text.Length - 5).TrimEnd(), true);
        return text.EndsWith(" ASC", StringComparison.OrdinalIgnoreCase) ? (text.Substring(0, text.Length - 4).TrimEnd(), false) : (text, false);
    }

    private static (string Text, string? Collation) TakeCollation(string text)
    {
        var at = (" " + text).LastIndexOf(" COLLATE ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (text.Trim(), null) : (text.Substring(0, Math.Max(0, at - 1)).Trim(), text.Substring(at + 8).Trim());
    }

    // Quoted text may hold parentheses of its own.
    private static int Closing(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '"') i = text.IndexOf(text[i], i + 1);
            if (i < 0) return -1;
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth == 0) return i;
        }

        return -1;
    }
}
