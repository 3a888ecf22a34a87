namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>
/// Whether the projects of one schema fit together: each name once, one provider, and nothing left out that is not there.
/// </summary>
internal sealed class CompositionChecks(DeclaredSchema schema, ReferencedSchema references, string home)
{
    private readonly Dictionary<string, Named> _taken = new(StringComparer.Ordinal);

    private BuildContext Context => schema.Context;

    /// <summary>Attributes that leave out what is not there: a question of the project, not of a provider.</summary>
    public static IEnumerable<Finding> LeftOut(ProjectInput project, ReferencedSchema references) =>
        from use in project.Assembly.Attributes
        where use.Kind == AttributeKind.LeaveOut && !references.Assemblies.Any(a => ForeignDirectory.Names(use, a))
        let nearest = Nearest.Of(use.Text("Assembly") ?? "", references.Assemblies)
        let advice = nearest.Length == 0 ? "" : $" (did you mean {nearest}?)"
        select new Finding(AttributeDiagnostics.NothingToLeaveOut, use.Place, [use.Text("Assembly") ?? "", advice]);

    public void Run()
    {
        if (references.Directory.Parts.IsEmpty) return;
        foreach (var own in Own())
        {
            if (NameSpaces.Of(own.Id, Context.Profile) is { } name && !_taken.ContainsKey(name)) _taken.Add(name, own);
        }

        foreach (var (assembly, names) in references.Of(Context.Profile.Name))
        {
            if (names.Count == 0) Missing(assembly);
            foreach (var id in names.SelectMany(Ids)) Take(new(assembly, id, null));
        }
    }

    private IEnumerable<Named> Own()
    {
        foreach (var table in schema.Tables)
        {
            yield return new(home, ObjectId.Of(table.Table), table.Place);
            foreach (var index in table.Table.Indexes.AsEnumerable())
                yield return new(home, ObjectId.Of(table.Table.Name, index), table.PlaceOf(index));
        }

        foreach (var other in schema.Others) yield return new(home, ObjectId.Of(other.Object), other.Place);
    }

    private static IEnumerable<ObjectId> Ids(DeclaredNames names) =>
        names.Classes.Where(c => c.Kind == ObjectKind.Table).Select(c => ObjectId.Top(c.Kind, c.Name))
            .Concat(names.Others.AsEnumerable());

    private void Take(Named named)
    {
        // Two projects may need one extension or schema; whether they need it alike is in their models.
        if (named.Id.Kind == ObjectKind.Extension || named.Id.Kind == ObjectKind.Schema
            || NameSpaces.Of(named.Id, Context.Profile) is not { } name) return;
        if (!_taken.TryGetValue(name, out var other)) _taken.Add(name, named);
        else if (other.Assembly != named.Assembly)
        {
            Clash(named, other);
            Clash(other, named);
        }
    }

    private void Clash(Named at, Named other)
    {
        var (location, otherLocation) = (Locate(at), Locate(other));
        Context.Findings.Add(new(
            ModelDiagnostics.DeclaredTwice, at.Place ?? Place.OfType(""),
            [at.Id.ToString(), at.Assembly, SchemaComposition.Described(other.Id, otherLocation), other.Assembly])
        {
            Elsewhere = at.Place is null ? new(at.Assembly, location) : null,
        });
    }

    // Of its own places the compiler has the symbols.
    private SourceLocation? Locate(Named named) => named.Place is null ? references.Locate(named.Assembly, named.Id) : null;

    private void Missing(string assembly)
    {
        if (references.ProblemOf(assembly) is { } problem)
        {
            Report(ModelDiagnostics.UnreadableReference, assembly, problem);
            return;
        }

        // Without a provider nobody has chosen one yet.
        if (!Context.IsConfigured) return;
        Report(ModelDiagnostics.OtherProvider, assembly, string.Join(", ", references.ProvidersOf(assembly)), home, Context.Profile.Name);
    }

    // About the project as a whole.
    private void Report(DiagnosticEntry entry, params string[] arguments) =>
        Context.Findings.Add(new(entry, Place.OfType(""), arguments.ToEquatableArray()) { Elsewhere = new(home, null) });

    private sealed record Named(string Assembly, ObjectId Id, Place? Place);
}
