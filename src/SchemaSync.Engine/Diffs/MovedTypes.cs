namespace SchemaSync.Engine.Diffs;

/// <summary>Types by their names where a server writes them beside texts: of columns,
/// domains and attributes, and in heads of routines.</summary>
internal static class MovedTypes
{
    /// <summary>The object with each of these texts as <paramref name="move"/> makes it.</summary>
    public static TopLevelObject In(TopLevelObject subject, Func<SqlExpression, SqlExpression> move)
    {
        ColumnType Type(ColumnType type) =>
            type.Native is { } native && Text(native) is var moved && moved != native ? type with { Native = moved } : type;
        string Text(string text) => move(new(text)).Text;
        return subject switch
        {
            Table table =>
                table with
                {
                    Columns = table.Columns.Map(c =>
                        Type(c.Type) is var type && ReferenceEquals(type, c.Type) ? c : c with { Type = type }),
                },
            Domain domain => domain with { Type = Type(domain.Type) },
            CompositeType type => type with { Attributes = type.Attributes.Select(a => a with { Type = Type(a.Type) }).ToEquatableArray() },
            Routine routine => routine with
            {
                Arguments = Text(routine.Arguments), Signature = routine.Signature is { } signature ? Text(signature) : null,
                Returns = routine.Returns is { } returns ? Text(returns) : null,
            },
            _ => subject,
        };
    }
}
