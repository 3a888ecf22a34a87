namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>All checks that look beyond one attribute.</summary>
internal static class SchemaChecks
{
    public static void Run(DeclaredSchema schema, ReferencedSchema references)
    {
        NameChecks.Run(schema);
        DuplicateChecks.Run(schema);
        KeyChecks.Run(schema);
        ForeignKeyChecks.Run(schema, references);
        IndexChecks.Run(schema);
        TypeChecks.Run(schema);
        IntentChecks.Run(schema);
        SqlObjectChecks.Run(schema, references);
        PassedOverChecks.Run(schema);
    }
}
