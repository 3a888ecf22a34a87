namespace SchemaSync.MySql.Sql;

/// <summary>Where the texts of objects stand in the statements of MySQL and MariaDB.</summary>
internal static class Places
{
    /// <summary>The setting that changes how a body is read.</summary>
    public const string SqlMode = "sql_mode";

    private const string Value = "].value";

    /// <summary>Why a text would leave its place; null when it stays.</summary>
    public static string? Fault(SchemaObject subject, string facet, string text)
    {
        var mode = ModeOf(subject);
        var place = Of(facet);
        if (place == SqlPlace.Data) return facet == $"settings[{SqlMode}].value" && !LexerMode.IsKnown(text) ? "is no list of modes" : null;
        var lexed = Lexer.Read(text, mode);
        if (place != SqlPlace.Statement) return PlacedText.Fault(lexed, place);
        return lexed.Error is { } error ? $"holds {error}" : Block.Fault(lexed.Significant, 0, mode);
    }

    /// <summary>How the statement is read that an object's texts are put into.</summary>
    public static LexerMode ModeOf(SchemaObject subject) => LexerMode.Of(subject switch
    {
        Routine routine => routine.Settings,
        Trigger trigger => trigger.Settings,
        Event scheduled => scheduled.Settings,
        _ => [],
    });

    private static SqlPlace Of(string facet) => facet switch
    {
        "comment" or "definer" or "language" or "type.values" or "on" or "column" or "columns.column" or "referencedTable"
            or "version" or "schema" => SqlPlace.Data,
        _ when facet.StartsWith("settings[", StringComparison.Ordinal) && facet.EndsWith(Value, StringComparison.Ordinal) => SqlPlace.Data,
        "type.native" or "default" or "onUpdate" or "partitionBy" or "partitions.values" or "bound" or "schedule" or "returns" or "when"
            or "where" => SqlPlace.Clause,
        "computed.expression" or "expression" or "columns.expression" or "using" or "check" => SqlPlace.Element,
        "arguments" or "signature" => SqlPlace.List,
        "definition" => SqlPlace.Query,
        "body" => SqlPlace.Statement,
        "dataAccess" or "event" => SqlPlace.Words,
        // The option that is called so: its name is in the facet.
        "options[CHECK OPTION].name" => SqlPlace.Data,
        _ when facet.EndsWith("].name", StringComparison.Ordinal) => SqlPlace.Words,
        _ when facet.EndsWith(Value, StringComparison.Ordinal) => SqlPlace.Value,
        _ => SqlPlace.Word,
    };
}
