namespace SchemaSync.Sqlite.Sql;

/// <summary>Where the texts of objects stand in SQLite's statements.</summary>
internal static class Places
{
    /// <summary>Why a text would leave its place; null when it stays.</summary>
    public static string? Fault(string facet, string text)
    {
        var place = Of(facet);
        if (place == SqlPlace.Data) return null;
        var lexed = Lexer.Read(text);
        if (place == SqlPlace.Statements) return lexed.Error is { } error ? $"holds {error}" : Body(lexed.Significant);
        // Comments around a text are left out when it is put in.
        return PlacedText.Fault(lexed.Error is null ? new(lexed.Significant, null) : lexed, place);
    }

    // END closes a trigger where a statement would begin, and nowhere else.
    private static string? Body(List<SqlToken> tokens)
    {
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].Is(";")) continue;
            if (start < i && tokens[start].IsWord("END")) return $"ends the trigger at character {tokens[start].Start + 1}";
            if (PlacedText.Unclosed(tokens.GetRange(start, i - start), isList: true) is { } fault) return fault;
            start = i + 1;
        }

        return null;
    }

    private static SqlPlace Of(string facet) => facet switch
    {
        "comment" or "collation" or "columns.collation" or "type.values" or "on" or "column" or "columns.column" or "referencedTable"
            or "definer" or "language" => SqlPlace.Data,
        "type.native" or "where" or "when" or "onUpdate" or "partitionBy" or "partitions.values"
            or "bound" or "schedule" or "returns" or "using"
            or "check" => SqlPlace.Clause,
        "arguments" or "signature" => SqlPlace.List,
        "default" or "computed.expression" or "expression" or "columns.expression" => SqlPlace.Element,
        "definition" => SqlPlace.Query,
        "body" => SqlPlace.Statements,
        "event" => SqlPlace.Words,
        _ when facet.EndsWith("].name", StringComparison.Ordinal) => SqlPlace.Words,
        _ when facet.EndsWith("].value", StringComparison.Ordinal) => SqlPlace.Data,
        _ => SqlPlace.Word,
    };
}
