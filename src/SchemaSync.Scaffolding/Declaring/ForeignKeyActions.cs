namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Actions of foreign keys that a declaration cannot name where the server prints two words for one.</summary>
internal static class ForeignKeyActions
{
    /// <summary>Tells the keys whose actions would be others once they are declared.</summary>
    public static void Check(Table table, Dialect dialect, Missing missing)
    {
        foreach (var key in table.ForeignKeys.Where(k => k.OnDelete == default || k.OnUpdate == default))
        {
            var alone = new Table { Name = table.Name, Columns = table.Columns.Map(Bare), ForeignKeys = [key] };
            var lowered = dialect.Lower(new() { Providers = [dialect.Provider], Objects = [alone] }).Tables.Single().ForeignKeys[0];
            missing.Add(ObjectId.Of(table.Name, key), lowered.OnDelete != key.OnDelete || lowered.OnUpdate != key.OnUpdate,
                "NO ACTION, which is the other of two words for one thing");
        }
    }

    private static Column Bare(Column column) => new() { Name = column.Name, Type = column.Type };
}
