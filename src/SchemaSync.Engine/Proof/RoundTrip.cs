namespace SchemaSync.Engine.Proof;

/// <summary>What was built must come back: an object that does not is one we cannot keep.</summary>
internal static class RoundTrip
{
    /// <summary>Compares what was built with what was read back; a view that is about to be replaced need only be there.</summary>
    /// <exception cref="SchemaSyncException">SSY0202 for each object that is lost, new or different.</exception>
    public static void Check(Snapshot built, Snapshot read, Dialect dialect, IReadOnlySet<ObjectId>? replaced = null)
    {
        var findings = read.Unsupported.Select(u => Finding(u.Id, u.Reason)).ToList();
        if (findings.Count == 0)
        {
            // Taken for the same form: a dialect whose server prints texts in its own words folds them to these when it reads.
            var wanted = new Snapshot { Form = read.Form, Objects = built.WithoutOpaque().Objects };
            bool Matters(Change change) => change is not Change.Alter || replaced?.Contains(change.Id) != true;
            findings.AddRange(Differ.Compare(wanted, read.WithoutOpaque(), dialect).Changes.Where(Matters)
                .Select(c => Finding(c.Id, Words(c))));
        }

        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    /// <summary>
    /// What a server that prints texts in its own words made of a declaration: every object and child is there, and every
    /// facet that was declared has a value, in whatever spelling.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0202 for each object or facet that the server dropped.</exception>
    public static void CheckKept(Snapshot declared, Snapshot read)
    {
        var findings = read.Unsupported.Select(u => Finding(u.Id, u.Reason)).ToList();
        findings.AddRange(Lost(default, declared.WithoutOpaque().Objects, read.Objects));
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    /// <summary>What objects that are SQL alone made beside themselves: what the model has words for is declared with these.</summary>
    /// <exception cref="SchemaSyncException">SSY0202 for each such object.</exception>
    public static void CheckMade(Snapshot declared, Snapshot read)
    {
        if (!declared.Objects.Any(o => o is SqlObject)) return;
        var names = declared.Objects.Select(o => (o.Kind, o.Name)).ToHashSet();
        var findings = read.Objects.Where(o => o is not (OpaqueObject or Schema) && !names.Contains((o.Kind, o.Name)))
            .Select(o => Finding(ObjectId.Of(o), "a [SqlObject] that makes it, where it has an attribute of its own; declare it with that"))
            .ToList();
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    private static IEnumerable<Diagnostic> Lost(QualifiedName owner, IEnumerable<SchemaObject> declared, IEnumerable<SchemaObject> read)
    {
        var found = read.ToLookup(o => o.Kind);
        foreach (var kind in declared.GroupBy(o => o.Kind))
        {
            var named = found[kind.Key].ToLookup(o => NameOf(o));
            // Servers name what the declaration left unnamed: those can only be counted.
            if (kind.Count() > found[kind.Key].Count())
                yield return Finding(ObjectId.Of(owner, kind.First(o => !named.Contains(NameOf(o)))), GoneWords);
            foreach (var wanted in kind.Where(o => !o.LocalName.IsEmpty))
            {
                var matches = named[NameOf(wanted)].ToList();
                if (matches.Count == 0) yield return Finding(ObjectId.Of(owner, wanted), GoneWords);
                else if (matches.Count == 1) foreach (var finding in Lost(owner, wanted, matches[0])) yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> Lost(QualifiedName owner, SchemaObject wanted, SchemaObject found)
    {
        var kept = FacetList.Of(found).Where(f => f.Value is not null).Select(f => Facet(f.Name)).ToHashSet();
        var lost = FacetList.Of(wanted).Where(f => f.Value is not null).Select(f => Facet(f.Name))
            .FirstOrDefault(name => !kept.Contains(name));
        if (lost is not null) yield return Finding(ObjectId.Of(owner, wanted), $"{Article.With(lost)} that the server did not keep");
        if (wanted is IGrantable { Grants: { } asked } && found is IGrantable { Grants: { } has }
            && asked.Roles.FirstOrDefault(g => has.Of(g.Role) is null) is { } owning)
            yield return Finding(ObjectId.Of(owner, wanted),
                $"a right of the role {owning.Role}, which owns it and has every right by itself");
        foreach (var finding in Lost(NameOf(wanted), wanted.Children, found.Children)) yield return finding;
    }

    // The type is respelled in other facets: logical and native, length and precision become one text.
    private static string Facet(string name) => name.Split('.', '[')[0];

    private static QualifiedName NameOf(SchemaObject subject) => subject is TopLevelObject top ? top.Name : new(subject.LocalName);

    private const string GoneWords = "something that is gone when the schema is read back";

    private static string Words(Change change) => change switch
    {
        Change.Drop => GoneWords,
        Change.Add => "something that appears only when the schema is read back",
        _ => $"something that is read back differently ({ChangeWords.Of(change)})",
    };

    private static Diagnostic Finding(ObjectId path, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.Unsupported, path.ToString(), reason) with { Subject = path };
}
