namespace SchemaSync.Sqlite.Planning;

/// <summary>
/// Renames of tables and columns; SQLite rewrites every reference itself. A name that is still taken (swaps, chains, a
/// difference in case alone) is reached through a temporary one.
/// </summary>
internal static class RenameWork
{
    /// <summary>Adds the statements: tables first, then columns under their table's new name.</summary>
    public static void Add(StepList steps, IEnumerable<Change.Rename> renames, Snapshot from)
    {
        var all = renames.Where(r => r.After is Table or Column).ToList();
        var tables = all.Where(r => r.After is Table).ToList();
        Add(steps, tables, from.Objects.Select(o => o.Name.Name), (_, before, after) => $"ALTER TABLE {Q(before)} RENAME TO {Q(after)}");
        foreach (var group in all.Where(r => r.After is Column).GroupBy(r => r.Owner))
        {
            var former = tables.Find(t => ((Table)t.After).Name == group.Key) is { Before: Table before } ? before.Name : group.Key;
            var taken = from.Tables.Single(t => t.Name == former).Columns.Select(c => c.Name);
            Add(steps, [.. group], taken, (owner, before, after) => $"ALTER TABLE {Q(owner)} RENAME COLUMN {Q(before)} TO {Q(after)}");
        }
    }

    private static void Add(StepList steps, List<Change.Rename> renames, IEnumerable<Identifier> taken,
        Func<QualifiedName, Identifier, Identifier, string> sql)
    {
        var names = taken.Select(n => n.Value).ToHashSet(SqliteNames.Comparer);
        // A table cannot be renamed to its own name in another case; a column can, but one way for both is enough.
        var blocked = renames.Where(r => names.Contains(r.After.LocalName.Value)).ToList();
        foreach (var rename in blocked) Emit(rename, rename.Before.LocalName, Temporary(rename));
        foreach (var rename in renames.Except(blocked)) Emit(rename, rename.Before.LocalName, rename.After.LocalName);
        foreach (var rename in blocked) Emit(rename, Temporary(rename), rename.After.LocalName);

        void Emit(Change.Rename rename, Identifier before, Identifier after) => steps.Add(new Step
        {
            Sql = sql(rename.Owner, before, after), Serves = rename.ToString(), Subject = rename.Id, Lock = LockMode.BlocksWrites,
            Hazards = [PlanHazards.Breaks(rename)],
            Reverse = new(ReverseKind.Sql, sql(rename.Owner, after, before)),
        });
    }

    private static Identifier Temporary(Change.Rename rename) => new($"__schemasync_{rename.Before.LocalName}");

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
