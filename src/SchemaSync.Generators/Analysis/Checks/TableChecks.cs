namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>All checks that look at one table and at nothing else.</summary>
internal static class TableChecks
{
    public static void Run(DeclaredTable table, BuildContext context)
    {
        NameChecks.Run(table, context);
        ValueChecks.Run(table, context);
        RepeatedColumns.Run(table, context);
        DuplicateChecks.Run(table, context);
        KeyChecks.Run(table, context);
        IndexChecks.Run(table, context);
        TypeChecks.Run(table, context);
        ForeignKeyChecks.Run(table, context);
        PassedOverChecks.Run(table, context);
    }
}
