namespace SchemaSync.Generators.Conventions;

/// <summary>A finished entity as the declaration that attributes alone would give: with every name, key and type said.</summary>
internal sealed class TableWriter(Entity entity, EquatableArray<string> providers)
{
    // What the conventions have already understood, and say again in their own words.
    private static readonly AttributeKind[] Understood =
    [
        AttributeKind.Index, AttributeKind.Required, AttributeKind.ForeignKeyNames, AttributeKind.InverseProperty, AttributeKind.Owned,
        AttributeKind.ComplexType, AttributeKind.DeleteBehavior, AttributeKind.Remark,
    ];

    private readonly TableColumns _columns = new(entity);

    public static TypeDeclaration Write(Entity entity, EquatableArray<string> providers) => new TableWriter(entity, providers).Write();

    private TypeDeclaration Write() => new()
    {
        FullName = entity.FullName,
        Name = entity.Name,
        Attributes =
        [
            .. Table(),
            .. entity.Held.SelectMany(e => e.Attributes).Where(a => !IsUnderstood(a)),
            .. Key(),
            .. entity.Held.SelectMany(e => e.References).SelectMany(Reference),
            .. TableIndexes.Of(entity, _columns).SelectMany(Index),
        ],
        Members = _columns.All.Select(Member).ToEquatableArray(),
    };

    private MemberDeclaration Member(TableColumn column)
    {
        var property = column.Property;
        var isWhole = column.Owner.Holder == column.Owner;
        return new()
        {
            Name = column.Member,
            Place = property.Place,
            Type = property.Type with { Nullable = property.IsNullable || !isWhole, Target = null },
            HoldsValue = true,
            Attributes =
            [
                .. property.Attributes.Where(a => !IsUnderstood(a) && !Property.IsSize(a) && a.Standard != "DatabaseGenerated")
                    .Select(Property.WithoutName),
                .. property.Sizes.Select(Property.WithoutName),
                .. Named(Use(AttributeKind.Column, property.Place, 0), column.Name),
                .. property.MaxLength is { } length
                    ? [Use(AttributeKind.MaxLength, property.Place, 0, new Argument("Length", ConstantValue.Of(length)))]
                    : Array.Empty<AttributeUse>(),
                .. StoreTypes.Of(property, providers).Select(t =>
                    Use(AttributeKind.Column, property.Place, t.Bit, new Argument("Type", ConstantValue.Of(t.Type)))),
                .. Numbering(property),
            ],
        };
    }

    private IEnumerable<AttributeUse> Numbering(Property property)
    {
        if (!property.IsNumbered || entity.IsSplit || property.Attributes.Any(a => a.Kind == AttributeKind.Identity && !a.IsStandard))
            yield break;
        var isKey = entity.Key.Count == 1 && entity.Key[0] == property;
        var bits = providers.Select(p => ProviderProfile.Find(p)!)
            .Where(p => (isKey || p.NumbersAnyColumn) && p.EntityFrameworkNumbers.Contains(property.Type.Logical!.Value))
            .Aggregate(0, (all, p) => all | p.Bit);
        if (bits != 0) yield return Use(AttributeKind.Identity, property.Place, bits);
    }

    private IEnumerable<AttributeUse> Table() => entity.TableUse is { } said
        ? Named(said with { Arguments = said.Arguments.Where(a => a.Name != "Name").ToEquatableArray() }, entity.Table)
        : Named(Use(AttributeKind.Table, entity.Place, 0), entity.Table);

    private IEnumerable<AttributeUse> Key()
    {
        var key = entity.IsSplit ? entity.Root.Key : entity.Key;
        if (key.Count == 0) return [Use(AttributeKind.Keyless, entity.Place, 0)];
        return Named(Use(AttributeKind.PrimaryKey, entity.Place, 0, Columns(key.Select(k => _columns[k].Member))), "PK_" + entity.Table);
    }

    private IEnumerable<AttributeUse> Reference(Relationship reference)
    {
        var principal = reference.Principal.Holder;
        var columns = reference.Columns.ConvertAll(c => _columns[c]);
        var delete = reference.DeleteBehavior is { } said ? ForeignKeyBuilder.DeleteBehavior(said)
            : reference.IsRequired ? ReferentialAction.Cascade : ReferentialAction.NoAction;
        var use = Use(AttributeKind.ForeignKey, reference.Place, 0,
            new("Table", new(ConstantKind.Type, principal.FullName, principal.Name)), Columns(columns.Select(c => c.Member)),
            new("OnDelete", new(ConstantKind.Enumeration, ((int)delete).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return Named(use, $"FK_{entity.Table}_{principal.Table}_{string.Join("_", columns.Select(c => c.Name))}");
    }

    private IEnumerable<AttributeUse> Index(IndexColumns index)
    {
        if (index.Use is { IsStandard: false }) return [index.Use];
        var use = index.Use is null
            ? Use(AttributeKind.Index, index.Place, 0, Columns(index.Members), new("Unique", ConstantValue.Of(index.IsUnique)))
            : index.Use with { Standard = "" };
        var columns = index.Members.Select(m => _columns.All.First(c => c.Member == m).Name);
        return use.Text("Name") is not null ? [use] : Named(use, $"IX_{entity.Table}_{string.Join("_", columns)}");
    }

    // One for all providers that keep the whole name, and one for each length that others cut it to.
    private IEnumerable<AttributeUse> Named(AttributeUse use, string name) => providers.Select(p => ProviderProfile.Find(p)!)
        .GroupBy(p => Cut(name, p)).Select(g => use with
        {
            Providers = g.Count() == providers.Count ? 0 : g.Aggregate(0, (bits, p) => bits | p.Bit),
            Arguments = [.. use.Arguments, new("Name", ConstantValue.Of(g.Key))],
        });

    // As Entity Framework does, which counts characters everywhere.
    private static string Cut(string name, ProviderProfile profile) =>
        name.Length > profile.MaxNameLength ? name.Substring(0, profile.MaxNameLength - 1) + "~" : name;

    private static Argument Columns(IEnumerable<string> members) => new("Columns", ConstantValue.Of(members.Select(ConstantValue.Of)));

    private static AttributeUse Use(AttributeKind kind, Place place, int bits, params Argument[] arguments) =>
        new() { Kind = kind, Place = place, Providers = bits, Arguments = arguments.ToEquatableArray() };

    private static bool IsUnderstood(AttributeUse use) => use.Kind == AttributeKind.Table || use.Kind == AttributeKind.PrimaryKey
        || (Understood.Contains(use.Kind) && (use.IsStandard || use.Kind == AttributeKind.Index && use.Place.Member.Length == 0));
}
