namespace SchemaSync.MySql.Planning;

/// <summary>Tables that go into another database: rows, indexes, keys and checks go along, and what has triggers is refused.</summary>
internal static class MovedTables
{
    /// <summary>Refuses what no statement can do.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: a table has a trigger, or a name that goes along is taken where it goes.</exception>
    public static void Refuse(Snapshot from, IEnumerable<Change.Rename> tables, MySqlCapabilities server)
    {
        var moves = tables.Where(r => ((Table)r.Before).Name.Schema != ((Table)r.After).Name.Schema).ToList();
        var findings = moves.SelectMany(m => Triggers(from, m).Concat(Names(from, m, moves, server))).ToList();
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    private static IEnumerable<Diagnostic> Triggers(Snapshot from, Change.Rename move)
    {
        var (before, after) = (((Table)move.Before).Name, ((Table)move.After).Name);
        foreach (var trigger in from.Objects.OfType<Trigger>().Where(t => t.On == before))
        {
            var rename = $"RENAME TABLE {MySqlText.Quote(before)} TO {MySqlText.Quote(after)}";
            var byHand = $"DROP TRIGGER {MySqlText.Quote(before.Sibling(trigger.LocalName))}; {rename}";
            yield return Refused(move, $"its {ObjectId.Of(trigger)} cannot go along ({byHand}; the next run makes the trigger there)");
        }
    }

    // Where names of constraints are those of a whole database.
    private static IEnumerable<Diagnostic> Names(Snapshot from, Change.Rename move, List<Change.Rename> moves, MySqlCapabilities server)
    {
        var after = ((Table)move.After).Name;
        var going = moves.Select(m => ((Table)m.Before).Name).ToHashSet();
        var there = from.Tables.Where(t => t.Name.Schema == after.Schema && !going.Contains(t.Name)).SelectMany(t => Along(t, server))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Along((Table)move.Before, server).Where(there.Contains)
            .Select(name => Refused(move, $"its constraint {name} goes along, and another one has that name there"));
    }

    private static IEnumerable<string> Along(Table table, MySqlCapabilities server)
    {
        var keys = server.NamesForeignKeysWithinDatabase ? table.ForeignKeys.Select(f => f.Name) : [];
        var checks = server.IsMariaDb ? [] : table.CheckConstraints.Select(c => c.Name);
        // What the server named itself after the table, it names anew.
        var own = $"{table.LocalName.Value}_";
        return keys.Concat(checks).Where(n => !n.IsEmpty && !n.Value.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            .Select(n => n.Value);
    }

    private static Diagnostic Refused(Change.Rename move, string why) =>
        Diagnostic.Of(DiffDiagnostics.CannotPlan, move.ToString(), why) with { Subject = move.Id };
}
