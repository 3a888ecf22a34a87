namespace SchemaSync.MySql.Planning;

/// <summary>Sequences: before the tables whose defaults may name them, and gone after them.</summary>
internal static class SequenceWork
{
    /// <summary>New and changed ones.</summary>
    public static IEnumerable<Step> Comes(EquatableArray<Change> changes)
    {
        foreach (var change in changes.Where(c => c.Subject is Sequence && c is not Change.Drop))
        {
            var sequence = (Sequence)change.Subject;
            if (change is Change.Alter { Before: Sequence before } && before.Type != sequence.Type)
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.Unsupported, change.Id.ToString(),
                    "another type than before, which would lose its place; drop it in one run and add it in the next") with
                    {
                        Subject = change.Id,
                    }]);
            yield return new Step
            {
                Sql = change is Change.Add ? MariaDbSequences.Create(sequence) : MariaDbSequences.Alter(sequence),
                Serves = change.ToString(), Subject = change.Id, Transaction = TransactionMode.None,
                Lock = LockMode.BlocksDdl,
                Reverse = new(ReverseKind.Sql,
                    change is Change.Alter a
                        ? MariaDbSequences.Alter((Sequence)a.Before)
                        : $"DROP SEQUENCE {MySqlText.Quote(sequence.Name)}"),
            };
        }
    }

    /// <summary>Those that go; where a new table has the name, they are in its way.</summary>
    public static IEnumerable<Step> Goes(EquatableArray<Change> changes, bool isInTheWay) =>
        changes.OfType<Change.Drop>().Where(d => d.Before is Sequence)
            .Where(d => isInTheWay == IsTaken(changes, ((Sequence)d.Before).Name)).Select(d => new Step
    {
        Sql = $"DROP SEQUENCE {MySqlText.Quote(((Sequence)d.Before).Name)}", Serves = d.ToString(), Subject = d.Id,
        Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
        Hazards = [PlanHazards.Loses(d.Id, d.ToString(), $"the present number of {d.Id}")],
        Reverse = new(ReverseKind.Impossible, "the present number is gone; the sequence comes back at its start"),
    });

    private static bool IsTaken(EquatableArray<Change> changes, QualifiedName name) =>
        changes.Any(c =>
            c is Change.Add { After: Table table } && table.Name.Schema == name.Schema
                && string.Equals(table.LocalName.Value, name.Name.Value, StringComparison.OrdinalIgnoreCase));
}
