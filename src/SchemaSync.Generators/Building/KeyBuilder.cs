namespace SchemaSync.Generators.Building;

/// <summary>Primary key, unique constraints and checks of a table, from its class and its properties.</summary>
internal sealed class KeyBuilder(TableUses uses, Action<SchemaPart, Place> placed)
{
    private readonly TypeDeclaration _type = uses.Type;
    private readonly TableHead _head = uses.Head;
    private readonly BuildContext _context = uses.Context;

    public PrimaryKey? PrimaryKey()
    {
        var onClass = _context.One(_type.Attributes, AttributeKind.PrimaryKey, uses.Subject);
        var onMembers = KeyMembers();
        var several = onClass is not null ? onMembers.Count > 0 : onMembers.Count > 1 && onMembers.Exists(k => !k.IsOrdered);
        if (several) _context.Report(ModelDiagnostics.SeveralPrimaryKeys, onMembers[onMembers.Count - 1].Use.Place, _head.Display);
        if (onClass is null && onMembers.Count == 0) return null;

        var use = onClass ?? onMembers[0].Use;
        var parts = onClass is null
            ? onMembers.Select(k => IndexPart.Of(k.Column.Column)).ToEquatableArray()
            : IndexParts.Read(onClass, onClass.Texts("Columns"), _head, expressions: false, _context);
        if (onClass is not null && onClass.Texts("Columns").IsEmpty) uses.Misplaced(onClass, "on a class it needs the columns of the key");
        foreach (var member in onMembers.Where(k => !k.Use.Texts("Columns").IsEmpty))
            uses.Misplaced(member.Use, "on a property it takes no columns; put a composite key on the class");
        foreach (var member in onMembers.Skip(1).Where(k => !k.Use.Arguments.IsEmpty))
            uses.Misplaced(member.Use,
                "a key of several properties takes its arguments from the first of them; put them there, or the key on the class");
        if (parts.IsEmpty) return null;
        var key = Build(use, parts);
        placed(key, onClass?.Place ?? onMembers[0].Place);
        return key;
    }

    private List<KeyMember> KeyMembers()
    {
        var found = new List<KeyMember>(1);
        foreach (var member in _type.Members)
        {
            if (_context.One(member.Attributes, AttributeKind.PrimaryKey) is not { } use
                || _head.OfProperty(member.Name) is not { } column) continue;
            found.Add(new(use, column, MemberColumns.Order(member, _context), member.Place));
        }

        return found.Count < 2 ? found : found.OrderBy(k => k.Order).ToList();
    }

    public IEnumerable<UniqueConstraint> Unique()
    {
        foreach (var (use, columns, place) in uses.Of(AttributeKind.Unique, TableUses.Key))
        {
            var parts = IndexParts.Read(use, columns, _head, expressions: false, _context);
            if (parts.IsEmpty) continue;
            var unique = Unique(use, parts);
            placed(unique, place);
            yield return unique;
        }
    }

    public IEnumerable<CheckConstraint> Checks()
    {
        foreach (var (use, _, place) in uses.Of(AttributeKind.Check, u => u.Text("Name") ?? $"{u.Place.Member}"))
        {
            if (use.Text("Sql") is not { } sql || sql.Trim().Length == 0)
            {
                _context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, uses.Subject);
                continue;
            }

            var check = new CheckConstraint
            {
                Name = TableUses.Name(use),
                Expression = new(sql.Trim()),
                NoInherit = use.Flag("NoInherit"),
                NotValid = use.Flag("NotValid"),
                NotEnforced = use.Flag("NotEnforced"),
                Comment = use.Text("Comment"),
            };
            _context.Supports(use, $"check of {_head.Display}");
            placed(check, place);
            yield return check;
        }
    }

    private PrimaryKey Build(AttributeUse use, EquatableArray<IndexPart> parts)
    {
        var subject = $"primary key of {_head.Display}";
        Supported(use, parts, subject);
        return new()
        {
            Name = TableUses.Name(use),
            Columns = parts,
            Include = IndexParts.Columns(use, use.Texts("Include"), _head, _context),
            Deferrability = _context.Choice<Deferrability>(use, "Deferrability", subject),
            WithoutOverlaps = use.Flag("WithoutOverlaps"),
            Options = Options.Read(use, _context.Profile.IndexOptions, subject, _context),
            Comment = use.Text("Comment"),
        };
    }

    private UniqueConstraint Unique(AttributeUse use, EquatableArray<IndexPart> parts)
    {
        var subject = $"unique constraint of {_head.Display}";
        Supported(use, parts, subject);
        return new()
        {
            Name = TableUses.Name(use),
            Columns = parts,
            Include = IndexParts.Columns(use, use.Texts("Include"), _head, _context),
            NullsNotDistinct = use.Flag("NullsNotDistinct"),
            Deferrability = _context.Choice<Deferrability>(use, "Deferrability", subject),
            WithoutOverlaps = use.Flag("WithoutOverlaps"),
            Options = Options.Read(use, _context.Profile.IndexOptions, subject, _context),
            Comment = use.Text("Comment"),
        };
    }

    private void Supported(AttributeUse use, EquatableArray<IndexPart> parts, string subject)
    {
        _context.Supports(use, subject);
        IndexParts.SupportedInKey(parts, use, subject, _context);
    }

    private sealed record KeyMember(AttributeUse Use, HeadColumn Column, long Order, Place Place)
    {
        public bool IsOrdered => Order != long.MaxValue;
    }
}
