namespace SchemaSync.PostgreSql.Sql;

/// <summary>Where the texts of objects stand in PostgreSQL's statements.</summary>
internal static class Places
{
    /// <summary>Why a text would leave its place; null when it stays.</summary>
    public static string? Fault(SchemaObject subject, string facet, string text)
    {
        var place = Of(subject, facet);
        if (place == SqlPlace.Data) return null;
        var lexed = Lexer.Read(text);
        if (place != SqlPlace.Statement) return PlacedText.Fault(lexed, place);
        return lexed.Error is { } error ? $"holds {error}" : Body(lexed.Significant);
    }

    // BEGIN ATOMIC … END, or RETURN and an expression.
    private static string? Body(List<SqlToken> tokens) =>
        tokens is [var begin, var atomic, ..] && begin.IsWord("BEGIN") && atomic.IsWord("ATOMIC")
        ? StatementText.Block(tokens, 0)
        : PlacedText.Unclosed(PlacedText.WithoutEnd(tokens), isList: true);

    private static SqlPlace Of(SchemaObject subject, string facet) => facet switch
    {
        "comment" or "definer" or "language" or "collation" or "columns.collation"
            or "attributes.collation" or "attributes.comment" or "method" or "version" or "schema"
            or "values" or "type.values" or "roles" or "on" or "column" or "columns.column"
            or "referencedTable" or "grants.roles.role" or "owner" => SqlPlace.Data,
        "options[REPLICA IDENTITY].value" => SqlPlace.Words,
        "options[STATISTICS].value" => SqlPlace.Word,
        // Parameters and settings: the name in quotes, the value as a constant.
        _ when facet.Contains('[', StringComparison.Ordinal) => SqlPlace.Data,
        "type.native" or "attributes.type.native" or "default" or "onUpdate"
            or "partitionBy" or "partitions.values" or "bound" or "schedule"
            or "returns" or "where" => SqlPlace.Clause,
        "definition" => subject is ExclusionConstraint ? SqlPlace.Clause : SqlPlace.Query,
        "body" => subject is Routine { IsAtomic: false } ? SqlPlace.Data : subject is Routine ? SqlPlace.Statement : SqlPlace.Clause,
        "computed.expression" or "expression" or "columns.expression" or "when" or "using" or "check" => SqlPlace.Element,
        "arguments" or "signature" => SqlPlace.List,
        "event" => SqlPlace.Words,
        _ => SqlPlace.Word,
    };
}
