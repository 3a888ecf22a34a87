using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>A class as the objects it declares for one provider.</summary>
internal sealed class TypeBuilder
{
    private readonly TypeDeclaration _type;
    private readonly BuildContext _context;
    private readonly List<SchemaObject> _objects = [];
    private readonly List<Intent> _intents = [];
    private readonly List<PlacedObject> _places = [];
    private NamedTable? _names;

    private TypeBuilder(TypeDeclaration type, BuildContext context)
    {
        _type = type;
        _context = context;
    }

    public static BuiltType Build(TypeDeclaration type, BuildContext context)
    {
        var builder = new TypeBuilder(type, context);
        builder.Build();
        return new()
        {
            Provider = context.Profile.Name,
            TypeName = type.FullName,
            Objects = builder._objects.ToEquatableArray(),
            Intents = builder._intents.ToEquatableArray(),
            Places = builder._places.ToEquatableArray(),
            Names = builder._names,
        };
    }

    private void Build()
    {
        var subject = $"class {_type.Name}";
        var use = _context.One(_type.Attributes, "Table", subject);
        if (use is not null && _type.IsGeneric)
        {
            _context.Report(AttributeDiagnostics.GenericType, Place.OfType(_type.FullName), _type.Name);
            return;
        }

        var head = use is null ? null : _context.Heads.ByType(_context.Profile.Name, _type.FullName);
        if (use is not null && head is null) head = HeadBuilder.Build(_type, _context);
        if (head is not null) AddTable(head);
        foreach (var view in Views.OfType(_type, _context))
        {
            _objects.Add(view.View);
            _places.Add(new(ObjectPath.Of(view.View), view.Use.Place));
        }

        var target = head is not null ? new Identifier(head.Table) : _objects.OfType<View>().FirstOrDefault()?.Name;
        if (target is { } on) AddTriggers(on, head);
    }

    private void AddTable(TableHead head)
    {
        var columns = MemberColumns.Of(_type, _context);
        var keys = new KeyBuilder(_type, head, _context, (child, place) => _places.Add(new(ObjectPath.Of(new Identifier(head.Table), child), place)));
        var table = new Table
        {
            Name = new(head.Table),
            Columns = columns.Select(c => ColumnBuilder.Build(c.Member, head, c.Name, _context)).ToEquatableArray(),
            PrimaryKey = keys.PrimaryKey(),
            UniqueConstraints = keys.Unique().ToEquatableArray(),
            CheckConstraints = keys.Checks().ToEquatableArray(),
            ForeignKeys = ForeignKeyBuilder.Build(_type, head, _context, keys.Placed).ToEquatableArray(),
            Indexes = keys.Indexes().ToEquatableArray(),
            Options = TableOptions.Build(_type, head, _context),
            Comment = ColumnBuilder.Comment(_type.Attributes, $"table {head.Table}", _context),
        };
        _objects.Add(table);
        _places.Insert(0, new(ObjectPath.Of(table), Place.OfType(_type.FullName)));
        foreach (var (member, name) in columns) _places.Add(new(new("column", table.Name, name), member.Place));
        Intents(head, columns);
        _names = new(head.Table, columns.Select(c => new NamedColumn(c.Member.Name, c.Name)).ToEquatableArray(), table.Indexes.Select(i => i.Name.Value).ToEquatableArray());
    }

    private void Intents(TableHead head, List<(MemberDeclaration Member, string Name)> columns)
    {
        var table = new Identifier(head.Table);
        foreach (var use in _context.Many(_type.Attributes, "RenamedFrom"))
        {
            if (use.Text("Name") is { } former) _intents.Add(new(IntentKind.RenamedFrom, new("table", default, head.Table), new(former)));
        }

        foreach (var (member, name) in columns)
        {
            foreach (var use in _context.Many(member.Attributes, "RenamedFrom"))
            {
                if (use.Text("Name") is { } former) _intents.Add(new(IntentKind.RenamedFrom, new("column", table, name), new(former)));
            }
        }

        foreach (var use in _context.Many(_type.Attributes, "Dropped"))
        {
            if (use.Text("Name") is { } gone) _intents.Add(new(IntentKind.Dropped, new("column", table, gone), new(gone)));
        }
    }

    private void AddTriggers(Identifier on, TableHead? head)
    {
        foreach (var (trigger, use) in Triggers.OfType(_type, on, head, _context))
        {
            _objects.Add(trigger);
            _places.Add(new(ObjectPath.Of(trigger), use.Place));
        }
    }
}
