namespace SchemaSync.Engine;

/// <summary>Brings a snapshot to source form without a server: every canonical text becomes the folded form of the text as written.</summary>
internal static class SourceForm
{
    /// <summary>The snapshot in source form; itself when it is in that form already.</summary>
    public static Snapshot Of(Snapshot snapshot, Dialect dialect) => !snapshot.Form.IsServer ? snapshot : new()
    {
        Form = snapshot.Form with { IsServer = false },
        Objects = snapshot.Objects.Select(o => Fold(o, dialect)).ToEquatableArray(),
        Intents = snapshot.Intents,
        Unsupported = snapshot.Unsupported,
    };

    private static SchemaObject Fold(SchemaObject subject, Dialect dialect) => subject switch
    {
        Table table => Fold(table, dialect),
        View view => view with { Definition = Fold(view.Definition, dialect)! },
        Trigger trigger => trigger with { When = Fold(trigger.When, dialect), Body = Fold(trigger.Body, dialect)! },
        _ => subject,
    };

    private static Table Fold(Table table, Dialect dialect) => table with
    {
        Columns = table.Columns.Select(c => c with
        {
            Default = Fold(c.Default, dialect),
            Computed = c.Computed is { } computed ? computed with { Expression = Fold(computed.Expression, dialect)! } : null,
        }).ToEquatableArray(),
        CheckConstraints = table.CheckConstraints.Select(c => c with { Expression = Fold(c.Expression, dialect)! }).ToEquatableArray(),
        Indexes = table.Indexes.Select(i => i with
        {
            Where = Fold(i.Where, dialect),
            Columns = i.Columns.Select(p => p with { Expression = Fold(p.Expression, dialect) }).ToEquatableArray(),
        }).ToEquatableArray(),
    };

    private static SqlExpression? Fold(SqlExpression? expression, Dialect dialect) =>
        expression is null ? null : expression with { Canonical = dialect.Fold(expression.Text) };
}
