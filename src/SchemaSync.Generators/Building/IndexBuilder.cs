namespace SchemaSync.Generators.Building;

/// <summary>Indexes of a table or materialized view.</summary>
internal static class IndexBuilder
{
    public static IEnumerable<(Index Index, Place Place)> Build(TableUses uses)
    {
        foreach (var (use, columns, place) in uses.Of(AttributeKind.Index, TableUses.Key))
        {
            var parts = IndexParts.Read(use, columns, uses.Head, expressions: true, uses.Context)
                .Select(p => Completed(p, use, uses)).ToEquatableArray();
            if (parts.IsEmpty) continue;
            var index = Build(use, parts, uses);
            uses.Moved(index, use);
            yield return (index, place);
        }
    }

    private static Index Build(AttributeUse use, EquatableArray<IndexPart> parts, TableUses uses)
    {
        var context = uses.Context;
        var unique = use.Flag("Unique");
        var name = TableUses.Name(use);
        var words = parts.Select(p => p.Expression?.Text ?? p.Column.Value);
        if (name.IsEmpty) name = new(Names.Index(uses.Head.Table.Name.Value, words, unique));
        var subject = $"index {name}";
        context.Supports(use, subject);
        IndexParts.Supported(parts, use, subject, context);
        if (use.Flag("NullsNotDistinct") && !unique) uses.Misplaced(use, "NullsNotDistinct is for a unique index only; set Unique = true");
        if (use.Text("Parser") is not null && !IsFullText(use))
            uses.Misplaced(use, "Parser is for a full-text index only; set Method = \"FULLTEXT\"");
        return new()
        {
            Name = name,
            Columns = parts,
            Unique = unique,
            Where = use.Text("Where") is { } where ? new(where.Trim()) : null,
            Include = IndexParts.Columns(use, use.Texts("Include"), uses.Head, context),
            Method = Method(use, subject, context),
            NullsNotDistinct = use.Flag("NullsNotDistinct"),
            Invisible = use.Flag("Invisible"),
            Parser = use.Text("Parser"),
            Options = Options.Read(use, context.Profile.IndexOptions, subject, context),
            Comment = use.Text("Comment"),
        };
    }

    /// <summary>What the attribute says for every element that does not say it itself.</summary>
    private static IndexPart Completed(IndexPart part, AttributeUse use, TableUses uses)
    {
        var place = use["Nulls"] is null
            ? NullsPlace.Default
            : uses.Context.Choice<NullsPlace>(use, "Nulls", $"index of {uses.Head.Display}");
        var descending = part.Descending || use.Flag("Descending");
        var (collation, length) = (part.Collation ?? use.Text("Collation"), part.PrefixLength ?? Prefix(part, use, uses));
        // Nearly always the text has said everything.
        if (descending != part.Descending || collation != part.Collation || length != part.PrefixLength)
            part = part with { Descending = descending, Collation = collation, PrefixLength = length };
        if (part.OperatorClass is null && use.Text("OperatorClass") is { } word)
        {
            if (IndexPartText.OperatorClass(part, word.Trim()) is { } classed) part = classed;
            else uses.Context.Report(AttributeDiagnostics.InvalidIndexPart, use.Place, word, use.Display, uses.Subject);
        }

        if (part.NullsFirst is null) part = IndexPartText.WithNulls(part, place);
        return part.NullsFirst == descending ? part with { NullsFirst = null } : part;
    }

    private static int? Prefix(IndexPart part, AttributeUse use, TableUses uses)
    {
        if (use.Number("PrefixLength") is not { } length || part.Expression is not null) return null;
        if (length > 0) return (int)length;
        uses.Misplaced(use, $"{length.ToString(System.Globalization.CultureInfo.InvariantCulture)} is no length; use 1 or more");
        return null;
    }

    private static string? Method(AttributeUse use, string subject, BuildContext context)
    {
        if (use.Text("Method")?.Trim() is not { } method) return null;
        if (context.Profile.IndexMethods.Find(method) is { } known) return known;
        context.Unsupported(use.Place, subject, $"the method {method}", "limit the index with Provider");
        return context.IsConfigured ? null : method;
    }

    private static bool IsFullText(AttributeUse use) => string.Equals(use.Text("Method"), "FULLTEXT", StringComparison.OrdinalIgnoreCase);
}
