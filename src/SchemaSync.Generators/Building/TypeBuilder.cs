namespace SchemaSync.Generators.Building;

/// <summary>A class as the objects it declares for one provider.</summary>
internal sealed class TypeBuilder
{
    private readonly TypeDeclaration _type;
    private readonly BuildContext _context;
    private readonly string _subject;
    private readonly List<TopLevelObject> _objects = [];
    private readonly List<PlacedObject> _places;
    private readonly List<Intent> _intents = [];

    private TypeBuilder(TypeDeclaration type, BuildContext context)
    {
        _type = type;
        _context = context;
        _subject = $"class {type.Name}";
        // The table, its columns, and what nearly every table has besides.
        _places = new(type.Members.Count + 8);
    }

    public static BuiltType Build(TypeDeclaration type, BuildContext context)
    {
        var builder = new TypeBuilder(type, context);
        var head = builder.Head();
        var table = head is null ? null : builder.AddTable(head);
        builder.AddOthers(head);
        Grants.Apply(type.Attributes, builder._objects, table ?? builder.Main(), builder._subject, context);
        if ((table ?? builder.Main()) is { } main) builder._intents.AddRange(Hooks.Of(type.Attributes, ObjectId.Of(main), context));
        var declared = head is null ? DeclaredClasses.OfType(type, context) : DeclaredClasses.OfTable(head);
        return new()
        {
            Provider = context.Profile.Name,
            TypeName = type.FullName,
            Objects = builder._objects.ToEquatableArray(),
            Intents = head is null ? builder._intents.ToEquatableArray() : [.. TypeIntents.Of(type, head, context), .. builder._intents],
            Places = builder._places.ToEquatableArray(),
            Names = table is null
                ? null
                : new(TableName.Of(table.Name), declared!.Members, table.Indexes.Select(i => i.Name.Value).ToEquatableArray()),
            Class = declared,
        };
    }

    private TableHead? Head()
    {
        var use = _context.One(_type.Attributes, AttributeKind.Table, _subject);
        if (use is null) return null;
        _context.Supports(use, _subject);
        if (!_type.IsGeneric) return _context.Heads.ByType(_context.Profile.Name, _type.FullName) ?? HeadBuilder.Build(_type, _context);
        _context.Report(AttributeDiagnostics.GenericType, Place.OfType(_type.FullName), _type.Name);
        return null;
    }

    private Table AddTable(TableHead head)
    {
        var columns = MemberColumns.Of(_type, _context, head);
        _places.Add(new(ObjectId.Top(ObjectKind.Table, head.Table), Place.OfType(_type.FullName)));
        var uses = new TableUses(_type, head, _context);
        var keys = new KeyBuilder(uses, Placed);
        var table = new Table
        {
            Name = head.Table,
            Columns = columns.ConvertAll(c => ColumnBuilder.Build(c.Member, head, c.Name, _context)).ToEquatableArray(),
            PrimaryKey = keys.PrimaryKey(),
            UniqueConstraints = keys.Unique().ToEquatableArray(),
            CheckConstraints = keys.Checks().ToEquatableArray(),
            ForeignKeys = ForeignKeyBuilder.Build(_type, head, _context, Placed).ToEquatableArray(),
            Indexes = AllPlaced(IndexBuilder.Build(uses)),
            ExclusionConstraints = AllPlaced(TableParts.Exclusions(uses)),
            Policies = AllPlaced(TableParts.Policies(uses)),
            Options = TableOptions.Build(_type, head, _context),
            PartitionBy = Partitions.Key(_type, head, _context),
            Partitions = Partitions.Parts(_type, _context),
            Comment = ColumnBuilder.Comment(_type.Attributes, uses.Subject, _context),
        };
        _objects.Add(table);
        _intents.AddRange(RowValues.Of(columns, table, _context));
        _intents.AddRange(Hooks.OfColumns(columns, table.Name, _context));
        _intents.AddRange(uses.Intents);
        foreach (var (member, name) in columns) _places.Add(new(ObjectId.In(ObjectKind.Column, table.Name, new(name)), member.Place));
        return table;

        void Placed(SchemaPart child, Place place) => _places.Add(new(ObjectId.Of(head.Table, child), place));

        EquatableArray<T> AllPlaced<T>(IEnumerable<(T Child, Place Place)> children) where T : SchemaPart
        {
            List<T>? all = null;
            foreach (var (child, place) in children)
            {
                Placed(child, place);
                (all ??= []).Add(child);
            }

            return all is null ? default : all.ToEquatableArray();
        }
    }

    /// <summary>Partitions, types, what stands beside the table, and triggers, which come last.</summary>
    private void AddOthers(TableHead? head)
    {
        if (head is not null) foreach (var (partition, use) in Partitions.Tables(_type, head, _context)) Add(partition, use);
        foreach (var (type, use) in TypeObjects.OfType(_type, _context)) Add(type, use);
        var home = head?.Table.Schema ?? SchemaNames.OfType(_type.FullName, _context);
        foreach (var (subject, use) in Standalone.Of(_type.Attributes, head, home, _context)) Add(WithIndexes(subject, head), use);
        var view = _objects.OfType<View>().FirstOrDefault()?.Name;
        if ((head?.Table ?? view) is not { } on) return;
        foreach (var (trigger, use) in Triggers.OfType(_type, on, head, _context)) Add(trigger, use);
    }

    /// <summary>On a class that is no table, indexes are those of its materialized view.</summary>
    private TopLevelObject WithIndexes(TopLevelObject subject, TableHead? head)
    {
        if (subject is not MaterializedView view || head is not null) return subject;
        var uses = new TableUses(_type, HeadBuilder.OfView(_type, view.Name, _context), _context);
        var indexes = IndexBuilder.Build(uses).ToList();
        _intents.AddRange(uses.Intents);
        foreach (var (index, place) in indexes) _places.Add(new(ObjectId.Of(view.Name, index), place));
        return view with { Indexes = indexes.Select(i => i.Index).ToEquatableArray() };
    }

    /// <summary>What a class is that is no table.</summary>
    private TopLevelObject? Main() =>
        _objects.FirstOrDefault(o => o is View) ?? _objects.FirstOrDefault(o => o is MaterializedView)
            ?? _objects.FirstOrDefault(o => o is EnumType or CompositeType);

    private void Add(TopLevelObject subject, AttributeUse use)
    {
        _objects.Add(subject);
        _places.Add(new(ObjectId.Of(subject), use.Place));
        if (MovedObjects.Of(subject, use, _context) is { } intent) _intents.Add(intent);
        if (subject is EnumType type && _type.Custom is { } custom) _intents.AddRange(MovedObjects.Words(type, custom, _context));
    }
}
