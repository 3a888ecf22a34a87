namespace SchemaSync.Scaffolding.Declaring;

/// <summary>A table as a class.</summary>
internal sealed class TableClass(Snapshot schema, ClassDirectory classes, ColumnProperty columns, TriggerAttributes triggers,
    KnownOptions options, Missing missing)
{
    private readonly Dictionary<QualifiedName, Table> _tables = schema.Tables.ToDictionary(t => t.Name);
    private readonly ILookup<QualifiedName, Table> _partitions =
        schema.Tables.Where(t => !t.PartitionOf.IsEmpty).ToLookup(t => t.PartitionOf);
    private readonly ILookup<QualifiedName, Sequence> _owned =
        schema.Objects.OfType<Sequence>().Where(s => s.OwnedBy is not null).ToLookup(s => s.OwnedBy!.Table);

    /// <summary>The lines of the class.</summary>
    public IEnumerable<string> Of(Table table)
    {
        var home = classes.Of(table);
        var keys = KeyAttributes.Of(table, home, classes, _tables, options, missing);
        foreach (var attribute in Attributes(table, home, keys)) yield return attribute.ToString();
        yield return $"public partial class {CSharp.Name(home.Name)}";
        yield return "{";
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)))
        {
            if (i > 0) yield return "";
            foreach (var line in columns.Of(table, column, home.Member(column.Name), keys.On(column.Name))) yield return "    " + line;
        }

        yield return "}";
    }

    private IEnumerable<AttributeText> Attributes(Table table, DeclaredClass home, KeyAttributes keys) =>
    [
        new AttributeText("Table").With(CSharp.Text(table.LocalName.Value)).Text("Schema", table.Name.Schema),
        .. options.OfTable(ObjectId.Of(table), table.Options).Select(Option),
        .. Comment(table),
        .. keys.OnClass,
        .. Partitions(table),
        .. triggers.On(table.Name, home),
        .. GrantAttributes.Of(table),
        .. _owned[table.Name].SelectMany(s =>
            GrantAttributes.Of(s, s.Name.ToString()).Prepend(SchemaFile.Sequence(s, home, missing))),
    ];

    /// <summary>The comment that is kept with an object.</summary>
    public static IEnumerable<AttributeText> Comment(SchemaObject subject)
    {
        if (subject.Comment is { } comment) yield return new AttributeText("Comment").With(CSharp.Text(comment));
    }

    private static AttributeText Option(TableOption option) => new AttributeText("TableOption").With(CSharp.Text(option.Name))
        .With(option.Value.Length == 0 ? [] : [CSharp.Text(option.Value)]);

    private IEnumerable<AttributeText> Partitions(Table table)
    {
        if (table.PartitionBy is not { } by) return [];
        return
        [
            new AttributeText("PartitionBy").With(CSharp.Text(by.Text)),
            .. table.Partitions.Select(p => Part(table, p)),
            .. Below(table, table),
        ];
    }

    private AttributeText Part(Table table, Partition partition) => new AttributeText("Partition").With(CSharp.Text(partition.Name.Value))
        .With(partition.Values is { } values ? [CSharp.Text(values.Text)] : [])
        .Options("Options", options.OfPartition(ObjectId.Of(table), partition.Options));

    // All of them stand at the class of the first table, whatever they are a partition of.
    private IEnumerable<AttributeText> Below(Table root, Table parent)
    {
        foreach (var partition in _partitions[parent.Name])
        {
            yield return new AttributeText("Partition").With(CSharp.Text(partition.LocalName.Value))
                .With(partition.Bound is { } bound ? [CSharp.Text(bound.Text)] : [])
                .Text("Schema", partition.Name.Schema == root.Name.Schema ? null : partition.Name.Schema.ToString())
                .Text("Of", ReferenceEquals(parent, root) ? null : parent.Name.ToString())
                .Text("PartitionBy", partition.PartitionBy?.Text)
                .Options("Options", options.OfTable(ObjectId.Of(partition), partition.Options));
            missing.Add(ObjectId.Of(partition), partition.Comment is not null, "a comment of a partition");
            foreach (var part in partition.Children) missing.Add(ObjectId.Of(partition.Name, part), "what a partition has for itself");
            foreach (var next in Below(root, partition)) yield return next;
        }
    }
}
