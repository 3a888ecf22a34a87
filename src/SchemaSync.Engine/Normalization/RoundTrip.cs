namespace SchemaSync.Engine;

/// <summary>What was built must come back: an object that does not is one we cannot keep.</summary>
internal static class RoundTrip
{
    /// <summary>Compares what was built with what was read back.</summary>
    /// <exception cref="SchemaSyncException">SSY0202 for each object that is lost, new or different.</exception>
    public static void Check(Snapshot built, Snapshot read, Dialect dialect)
    {
        var findings = read.Unsupported.Select(u => Finding(u.Path, u.Reason)).ToList();
        if (findings.Count == 0)
        {
            // Taken for the same form: a dialect whose server prints texts in its own words folds them to these when it reads.
            var wanted = new Snapshot { Form = read.Form, Objects = built.Objects };
            findings.AddRange(Differ.Compare(wanted, read, dialect).Changes.Select(c => Finding(c.Path, Words(c))));
        }

        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    private static string Words(Change change) => change switch
    {
        Change.Drop => "something that is gone when the schema is read back",
        Change.Add => "something that appears only when the schema is read back",
        _ => $"something that is read back differently ({ChangeWords.Of(change)})",
    };

    private static Diagnostic Finding(ObjectPath path, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.Unsupported, path.ToString(), reason) with { Subject = path };
}
