namespace SchemaSync.PostgreSql.Digests;

/// <summary>A column of a catalogue, as the server lists it.</summary>
internal readonly record struct CatalogColumn(string Name, string Type);

/// <summary>
/// What a row says, as one text that means the same in any schema: every column of the catalogue, whatever version it came with, but those
/// that are known to say nothing. A column that is not known here is taken as it is: then schemas may look different that are not.
/// </summary>
internal sealed class PieceFacts(CatalogPiece piece, IEnumerable<CatalogColumn> columns)
{
    private readonly List<CatalogColumn> _columns = [.. columns.Where(c => !IsLeftOut(piece, c))];

    /// <summary>The columns with parsed expressions.</summary>
    public IEnumerable<string> Trees => from c in _columns where IsTree(c) select $"{piece.Row}.{c.Name}";

    /// <summary>The facts as a query over the lists: <c>schema</c> and <c>facts</c>.</summary>
    public string Sql =>
        $"SELECT {Schema} AS schema, ROW({string.Join(", ", Expressions)})::text AS facts FROM {piece.From}"
            + (piece.Where is { } where ? $" WHERE {where}" : "");

    private string Schema => $"{piece.Anchor}.schema";

    // Rows of two catalogues must not be alike.
    private IEnumerable<string> Expressions => [$"'{piece.Catalogue}'", .. _columns.Select(Expression), .. piece.More];

    private static bool IsTree(CatalogColumn column) => column.Type == "pg_node_tree";

    // Who may do what is said in words, without the owner (AccessText).
    private static bool IsLeftOut(CatalogPiece piece, CatalogColumn column) => column.Type == "aclitem[]"
        || piece.Without.Contains(column.Name) || (CatalogReferences.IsIdentity(column.Name) && column.Name != piece.Owner);

    private string Expression(CatalogColumn column)
    {
        var value = $"{piece.Row}.{column.Name}";
        if (column.Name == piece.Owner && piece.Anchor is "relation" or "type") return $"{piece.Anchor}.name";
        if (IsTree(column)) return Tree(column, value);
        // What a comment says of a schema is no name of it.
        if (column.Type is "text" or "text[]" && piece.Catalogue != "pg_description")
            return $"CASE WHEN {value} IS NOT NULL THEN {OfOwnName($"{value}::text")} END";
        if (CatalogReferences.Of(column.Name, column.Type) is not { } catalogue) return value;
        return column.Type is "oidvector" or "oid[]" ? ObjectLabel.OfMany(catalogue, value, Schema)
            : ObjectLabel.Of(catalogue, value, Schema);
    }

    private string Path => $"(SELECT quote_ident(s_.nspname) FROM pg_namespace s_ WHERE s_.oid = {Schema})";

    // A text that names the schema itself means another thing wherever that is another one's.
    private string OfOwnName(string text) => $"""
        {text} || coalesce((SELECT s_.oid::text FROM pg_namespace s_ WHERE s_.oid = {Schema}
          AND (strpos(lower({text}), lower(s_.nspname::text)) > 0 OR strpos({text}, replace(s_.nspname::text, '"', '""')) > 0
            OR strpos(lower({text}), 'u&"') > 0)), '')
        """;

    // An expression that names nothing but the server's own and columns of its table is the same expression wherever its tree is the same.
    // Any other is printed as it is found from the schema: the server computes a result of CASE after its condition (manual, Expression
    // Evaluation Rules).
    private string Tree(CatalogColumn column, string value)
    {
        var printed = piece.Prints.GetValueOrDefault(column.Name) ?? $"pg_get_expr({value}, {piece.Relation})";
        return $"""
            CASE WHEN hashtextextended({value}::text, $2) IN (SELECT hash FROM leaning)
              THEN CASE WHEN set_config('search_path', {Path}, true) IS NOT NULL
                THEN {OfOwnName(printed)} END
              ELSE hashtextextended({value}::text, $2) || ':' || hashtextextended({value}::text, $3) END
            """;
    }
}
