namespace SchemaSync.Engine.Diffs;

/// <summary>The names that objects have before the renames of a diff, asked for by those that they get.</summary>
public sealed class FormerNames
{
    private readonly Dictionary<QualifiedName, QualifiedName> _objects;
    private readonly Dictionary<Identifier, Identifier> _schemas;
    private readonly Dictionary<(QualifiedName Owner, Identifier Column), Identifier> _columns;
    private readonly Dictionary<(QualifiedName Type, string Label), string> _labels;

    internal FormerNames(IEnumerable<Change> changes)
    {
        var renames = changes.OfType<Change.Rename>().ToList();
        _schemas = renames.Where(r => r.After is Schema).ToDictionary(r => r.After.LocalName, r => r.Before.LocalName);
        _objects = renames.Where(r => r.After is TopLevelObject and not (Routine or Trigger or Schema))
            .ToDictionary(r => ((TopLevelObject)r.After).Name, r => ((TopLevelObject)r.Before).Name);
        _columns = renames.Where(r => r.After is Column).ToDictionary(r => (r.Owner, r.After.LocalName), r => r.Before.LocalName);
        _labels = renames.Where(r => r.After is EnumLabel)
            .ToDictionary(r => (r.Owner, r.After.LocalName.Value), r => r.Before.LocalName.Value);
    }

    /// <summary>New names of schemas, each with the former one.</summary>
    public IReadOnlyDictionary<Identifier, Identifier> Schemas => _schemas;

    /// <summary>New names of tables, types and sequences, each with the former one: that which it has when schemas have theirs.</summary>
    public IReadOnlyDictionary<QualifiedName, QualifiedName> Objects => _objects;

    /// <summary>New names of columns under the new name of their table, each with the former one.</summary>
    public IReadOnlyDictionary<(QualifiedName Owner, Identifier Column), Identifier> Columns => _columns;

    /// <summary>New words of enum types.</summary>
    public IEnumerable<string> Labels => _labels.Keys.Select(l => l.Label);

    /// <summary>Tables that are called otherwise, or have a column that is, by their new names.</summary>
    public IEnumerable<QualifiedName> Tables => _objects.Keys.Concat(_columns.Keys.Select(c => c.Owner)).Distinct();

    /// <summary>The name that a table, type or sequence has before.</summary>
    public QualifiedName Of(QualifiedName name) =>
        Present(name) is var present && _schemas.TryGetValue(present.Schema, out var schema) ? new(schema, present.Name) : present;

    /// <summary>The name that it has once schemas have their new names: they get them first.</summary>
    public QualifiedName Present(QualifiedName name) => _objects.GetValueOrDefault(name, name);

    /// <summary>What something is called afterwards that is called so before.</summary>
    public QualifiedName Now(QualifiedName former)
    {
        var schema = _schemas.FirstOrDefault(s => s.Value == former.Schema).Key;
        var present = former.Schema.IsEmpty || schema.IsEmpty ? former : new(schema, former.Name);
        return _objects.FirstOrDefault(o => o.Value == present).Key is { Name.IsEmpty: false } now ? now : present;
    }

    /// <summary>The name that a column has before.</summary>
    public Identifier Of(QualifiedName table, Identifier column) => _columns.GetValueOrDefault((table, column), column);

    /// <summary>What a word of an enum type is before.</summary>
    public string Label(QualifiedName type, string label) => _labels.GetValueOrDefault((type, label), label);
}
