namespace SchemaSync.Engine.Execution;

/// <summary>What rows hold after a revert: nobody declares a column any more that comes back.</summary>
/// <param name="Kind"><see cref="IntentKind.Backfill"/> or <see cref="IntentKind.Convert"/>.</param>
/// <param name="Column">The column as messages call it: <c>customers.code</c>.</param>
/// <param name="Sql">The expression, as in the attribute.</param>
public sealed record RevertValue(IntentKind Kind, string Column, string Sql)
{
    /// <summary>What it says of a state that is brought back.</summary>
    /// <exception cref="SchemaSyncException">SSY0901: the state has no such column.</exception>
    internal Intent In(Snapshot state, Spelling spelling)
    {
        var columns = state.Tables.SelectMany(t => t.Columns.Select(c => ObjectId.Of(t.Name, c)));
        foreach (var id in columns.Where(id => spelling.Names.Equals(id.QualifiedKey, Column))) return new(Kind, id, id.Name) { Sql = Sql };
        throw new SchemaSyncException(BuildDiagnostics.Usage, $"{Column} is no column of the state that is brought back", "revert ");
    }
}
