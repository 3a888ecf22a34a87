namespace SchemaSync.PostgreSql.Reading;

/// <summary>
/// Makes a snapshot of catalogue rows: each object by itself, with what it uses; one that is beyond the model as the server prints it.
/// </summary>
internal sealed class SnapshotReader(CatalogRows catalog, TableReader tables, NormalForm form, ScratchExtensions? scratch)
{
    private const string Multirange = "m";

    private readonly List<TopLevelObject> _objects = [];
    private readonly Dictionary<(uint, uint), QualifiedName> _names = [];

    /// <summary>The snapshot.</summary>
    public Snapshot Read()
    {
        Name();
        ReadRelations();
        // A multirange type comes with its range type, which names it.
        foreach (var row in catalog.Types.Values.Where(t => t.Typtype != Multirange))
            Add((CatalogClass.Type, row.Oid), ObjectId.Top(TypeReader.KindOf(row), catalog.NameOf(row)), row.HasCatalogTwin,
                () => new TypeReader(catalog).Read(row));
        foreach (var row in catalog.Routines.Values) ReadRoutine(row);
        foreach (var row in catalog.Triggers.Where(t => !t.IsInherited))
        {
            var table = catalog.Relations[row.Relation];
            Add((CatalogClass.Trigger, row.Oid), ObjectId.In(ObjectKind.Trigger, catalog.NameOf(table), new(row.Name)), false,
                () => new BodyReader(catalog).Trigger(row), isOpaque: IsLedger(table));
        }

        _objects.AddRange(catalog.Shared.Select(s =>
            new Schema { Name = new(s.Name), Comment = s.Comment, Owner = s.Owner, Grants = s.Grants }));
        // An extension's comment comes with it and is no state of the schema's.
        _objects.AddRange(scratch?.All
            ?? catalog.Extensions.Select(row => new Extension { Name = new(row.Name), Version = row.Version, Schema = row.Schema }));
        foreach (var row in catalog.Opaque) _objects.Add(Opaque((row.Class, row.Oid), IdOf(row), row.Definition)
            with { Comment = row.Comment });
        return new() { Form = form, Objects = _objects.ToEquatableArray(), Beside = Beside().ToEquatableArray(),
            Surroundings = SurroundingsReader.Read(catalog, _objects) };
    }

    private void ReadRelations()
    {
        var bodies = new BodyReader(catalog);
        var types = new TypeReader(catalog);
        foreach (var row in catalog.Relations.Values.Where(r => !IsLedger(r)))
        {
            var key = (CatalogClass.Relation, row.Oid);
            switch (row.Relkind)
            {
                case "r" or "p": Add(key, Top(ObjectKind.Table, row), row.HasCatalogTwin, () => tables.Read(row)); break;
                case "v": Add(key, Top(ObjectKind.View, row), row.HasCatalogTwin, () => bodies.View(row)); break;
                case "m": Add(key, Top(ObjectKind.MaterializedView, row), row.HasCatalogTwin, () => bodies.MaterializedView(row)); break;
                case "S" when catalog.Sequences[row.Oid].IsIdentity: break;
                case "S": Add(key, Top(ObjectKind.Sequence, row), row.HasCatalogTwin, () => types.Sequence(row)); break;
                default: _objects.Add(Opaque(key, Top(TypeReader.KindOf(row), row),
                    catalog.Printouts.GetValueOrDefault(key, $"a relation of kind {row.Relkind}")) with { Comment = row.Comment }); break;
            }
        }
    }

    private void ReadRoutine(RoutineRow row)
    {
        var key = (CatalogClass.Routine, row.Oid);
        if (row.IsOpaque) _objects.Add(Opaque(key, IdOf(row), catalog.Printouts.GetValueOrDefault(key, row.Name))
            with { Comment = row.Comment });
        else Add(key, IdOf(row), row.HasCatalogTwin, () => new BodyReader(catalog).Routine(row));
    }

    // A statement would name the one of pg_catalog, and a trigger on the ledger is nobody's to make.
    private void Add((uint Class, uint Oid) key, ObjectId id, bool hasTwin, Func<TopLevelObject> read, bool isOpaque = false)
    {
        var needed = Needed(key);
        try
        {
            var subject = read();
            if (hasTwin || isOpaque) _objects.Add(OpaqueObject.Of(subject) with { Uses = Uses(key, needed) });
            else if (needed.Count == 0) _objects.Add(subject);
            else _objects.Add(subject with { Uses = Uses(key, needed), External = ExternalReader.Of(needed.Where(n => !IsNamed(n))) });
        }
        catch (NotKeptException e)
        {
            _objects.Add(Opaque(key, id, e.Definition));
        }
    }

    private OpaqueObject Opaque((uint Class, uint Oid) key, ObjectId id, string definition) => OpaqueObject.Of(id, definition)
        with { Uses = Uses(key, Needed(key)) };

    /// <summary>What the definitions of an object and of its parts name.</summary>
    private IReadOnlyList<DependencyRow> Needed((uint Class, uint Oid) key)
    {
        var policies = key.Class == CatalogClass.Relation ? catalog.Policies[key.Oid] : ArraySegment<PolicyRow>.Empty;
        if (policies.Count == 0 && !catalog.Dependencies.Contains(key)) return [];
        return [.. catalog.Dependencies[key], .. policies.SelectMany(p => catalog.Dependencies[(CatalogClass.Policy, p.Oid)])];
    }

    private EquatableArray<QualifiedName> Uses((uint, uint) key, IReadOnlyList<DependencyRow> needed)
    {
        if (needed.Count == 0) return [];
        var names = new SortedSet<QualifiedName>(needed.Where(IsNamed).Select(n => _names[(n.ReferencedClass, n.Referenced)]));
        if (_names.TryGetValue(key, out var own)) names.Remove(own);
        return names.ToEquatableArray();
    }

    private bool IsNamed(DependencyRow row) => _names.ContainsKey((row.ReferencedClass, row.Referenced));

    private void Name()
    {
        foreach (var row in catalog.Relations.Values) _names[(CatalogClass.Relation, row.Oid)] = catalog.NameOf(row);
        foreach (var row in catalog.Types.Values) _names[(CatalogClass.Type, row.Oid)] = catalog.NameOf(row);
        foreach (var row in catalog.Routines.Values) _names[(CatalogClass.Routine, row.Oid)] = catalog.NameOf(row);
        foreach (var row in catalog.Opaque.Where(r => r.Relation == 0)) _names[(row.Class, row.Oid)] = catalog.Named(row.Schema, row.Name);
    }

    /// <summary>What extensions brought, and our ledger.</summary>
    private IEnumerable<ObjectId> Beside() =>
        catalog.RelationsOfExtensions.Concat(catalog.Relations.Values.Where(IsLedger)).Select(r => Top(TypeReader.KindOf(r), r))
            .Concat(catalog.TypesOfExtensions.Concat(catalog.Types.Values.Where(t => t.Typtype == Multirange))
                .Select(t => ObjectId.Top(TypeReader.KindOf(t), catalog.NameOf(t)))).Concat(catalog.RoutinesOfExtensions.Select(IdOf));

    private ObjectId IdOf(RoutineRow row) =>
        ObjectId.Top(row.Prokind switch { "p" => ObjectKind.Procedure, "a" => ObjectKind.Aggregate, _ => ObjectKind.Function },
            catalog.NameOf(row), row.Signature);

    private ObjectId IdOf(OpaqueRow row) => catalog.Relations.TryGetValue(row.Relation, out var owner)
        ? ObjectId.In(row.Kind, catalog.NameOf(owner), new(row.Name)) : ObjectId.Top(row.Kind, catalog.Named(row.Schema, row.Name),
            row.Signature);

    private ObjectId Top(ObjectKind kind, RelationRow row) => ObjectId.Top(kind, catalog.NameOf(row));

    // Whatever else bears such a name is an object like any other.
    private bool IsLedger(RelationRow row) => row.Relkind == "r" && row.Schema == catalog.Schema && LedgerTables.IsOurs(row.Name);
}
