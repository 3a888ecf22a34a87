namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>All checks that look beyond one attribute.</summary>
internal static class SchemaChecks
{
    public static void Run(DeclaredSchema schema, ReferencedSchema references, CancellationToken stop)
    {
        NameChecks.Run(schema);
        DuplicateChecks.Run(schema);
        KeyChecks.Run(schema);
        ForeignKeyChecks.Run(schema, references);
        stop.ThrowIfCancellationRequested();
        IndexChecks.Run(schema);
        TypeChecks.Run(schema);
        IntentChecks.Run(schema);
        SqlObjectChecks.Run(schema, references);
        PassedOverChecks.Run(schema);
    }
}
