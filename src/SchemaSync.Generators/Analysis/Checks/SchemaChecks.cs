namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>All checks that look beyond one class.</summary>
internal static class SchemaChecks
{
    public static void Run(DeclaredSchema schema, ReferencedSchema references, CancellationToken stop)
    {
        NameChecks.Run(schema);
        DuplicateChecks.Run(schema);
        ForeignKeyChecks.Run(schema, references);
        stop.ThrowIfCancellationRequested();
        IntentChecks.Run(schema);
        SqlObjectChecks.Run(schema, references);
        PassedOverChecks.Run(schema);
    }
}
