namespace SchemaSync.Generators.Building;

/// <summary>Elements of keys and indexes, and plain lists of columns, as people write them.</summary>
internal static class IndexParts
{
    /// <summary>The elements; what cannot be understood is reported and left out.</summary>
    public static EquatableArray<IndexPart> Read(AttributeUse use, EquatableArray<string> texts,
        TableHead head, bool expressions, BuildContext context)
    {
        var parts = new List<IndexPart>(texts.Count);
        foreach (var text in texts)
        {
            var part = IndexPartText.Read(text, head);
            // Where there are no operator classes, a word too many is a slip.
            if (part is null || (part.OperatorClass is not null && context.IsConfigured && !context.Profile.Has(Feature.OperatorClasses)))
                context.Report(AttributeDiagnostics.InvalidIndexPart, use.Place, text, use.Display, $"table {head.Display}");
            else if (part.Expression is not null ? expressions : head.Resolve(part.Column.Value) is not null) parts.Add(part);
            else context.Suggest(ModelDiagnostics.UnknownColumn, use.Place, Correction(text, head),
                use.Display, text, $"table {head.Display}");
        }

        return parts.ToEquatableArray();
    }

    /// <summary>A list in which each text is a column and nothing else.</summary>
    public static EquatableArray<Identifier> Columns(AttributeUse use, EquatableArray<string> texts, TableHead head, BuildContext context)
    {
        if (texts.IsEmpty) return default;
        var columns = new List<Identifier>(texts.Count);
        foreach (var text in texts)
        {
            if (head.Resolve(text.Trim()) is { } column) columns.Add(new(column));
            else context.Suggest(ModelDiagnostics.UnknownColumn, use.Place, Correction(text, head),
                use.Display, text, $"table {head.Display}");
        }

        return columns.ToEquatableArray();
    }

    /// <summary>The column an element stands on, or null.</summary>
    public static string? ColumnName(string text, TableHead head) =>
        IndexPartText.Read(text, head) is { Expression: null } part ? head.Resolve(part.Column.Value) : null;

    /// <summary>Reports what this provider lacks of an index' elements.</summary>
    public static void Supported(EquatableArray<IndexPart> parts, AttributeUse use, string subject, BuildContext context)
    {
        context.Needs(Feature.ExpressionIndexes, parts.Any(p => p.Expression is not null),
            use.Place, subject, "an expression", "index a computed column instead");
        context.Needs(Feature.IndexCollations, parts.Any(p => p.Collation is not null),
            use.Place, subject, "a collation", "give the column that collation");
        context.Needs(Feature.OperatorClasses, parts.Any(p => p.OperatorClass is not null), use.Place,
            subject, "an operator class", "limit the index with Provider");
        context.Needs(Feature.NullsOrder, parts.Any(p => p.NullsFirst is not null), use.Place, subject, "NULLS FIRST or NULLS LAST",
            "remove it, or limit the index with Provider");
        context.Needs(Feature.PrefixLengths, parts.Any(p => p.PrefixLength is not null), use.Place, subject, "a length",
            "index an expression or the whole column instead");
    }

    /// <summary>Reports what this provider lacks of a key's elements.</summary>
    public static void SupportedInKey(EquatableArray<IndexPart> parts, AttributeUse use, string subject, BuildContext context)
    {
        context.Needs(Feature.KeyOrder, parts.Any(p => p.Descending), use.Place, subject, "DESC in a key", "remove it");
        context.Needs(Feature.KeyCollations, parts.Any(p => p.Collation is not null), use.Place,
            subject, "a collation in a key", "give the column that collation");
        context.Needs(Feature.PrefixLengths, parts.Any(p => p.PrefixLength is not null),
            use.Place, subject, "a length", "make the whole column the key");
        foreach (var part in parts.Where(p => p.OperatorClass is not null || p.NullsFirst is not null))
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                $"a key has neither an operator class nor an order of NULLs, but {part.Column} is given one; use a unique [Index]");
    }

    private static Suggestion? Correction(string text, TableHead head)
    {
        var name = text.Trim().Split(' ')[0];
        var nearest = Nearest.Of(name, head.Columns.Select(c => c.Property));
        return nearest.Length == 0 ? null : new(text.Replace(name, nearest), text);
    }
}
