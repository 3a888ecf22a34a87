namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Elements of keys and indexes as attributes take them.</summary>
internal static class PartText
{
    /// <summary>A column and nothing else.</summary>
    public static bool IsPlain(IndexPart part) => part == new IndexPart { Column = part.Column };

    /// <summary>The elements, in C#.</summary>
    public static IEnumerable<string> Of(EquatableArray<IndexPart> parts, DeclaredClass home) => parts.Select(p => Of(p, home));

    /// <summary>Columns, in C#.</summary>
    public static IReadOnlyCollection<string> Of(EquatableArray<Identifier> columns, DeclaredClass home) =>
        columns.Select(c => Named(c, home)).ToList();

    /// <summary>The property of a column as a constant, which a compiler holds to what is there.</summary>
    private static string Named(Identifier column, DeclaredClass home) =>
        home.Members.TryGetValue(column, out var member) ? $"nameof({CSharp.Name(member)})" : CSharp.Text(column.Value);

    private static string Of(IndexPart part, DeclaredClass home)
    {
        if (IsPlain(part)) return Named(part.Column, home);
        var head = part.Expression is { } expression ? $"({Quoted(expression.Text)})"
            : home.Members.TryGetValue(part.Column, out var member) ? member : part.Column.Value;
        var length = part.PrefixLength is { } count ? FormattableString.Invariant($"({count})") : "";
        string?[] words =
        [
            head + length, part.Collation is { } collation ? $"COLLATE \"{collation}\"" : null, Class(part),
            part.Descending ? "DESC" : null, part.NullsFirst switch { null => null, true => "NULLS FIRST", false => "NULLS LAST" },
        ];
        return CSharp.Text(string.Join(" ", words.OfType<string>()));
    }

    // Where the part ends is told by quotes: one that a backslash keeps from ending a text is doubled instead.
    private static string Quoted(string sql)
    {
        for (var i = sql.IndexOf('\\', StringComparison.Ordinal); i >= 0 && i + 1 < sql.Length; i = sql.IndexOf('\\', i + 2))
            if (sql[i + 1] == '\'') sql = $"{sql[..i]}'{sql[(i + 1)..]}";
        return sql;
    }

    private static string? Class(IndexPart part) => part.OperatorClassParameters.IsEmpty ? part.OperatorClass
        : $"{part.OperatorClass}({string.Join(",", part.OperatorClassParameters.Select(p => $"{p.Name}='{p.Value}'"))})";
}
