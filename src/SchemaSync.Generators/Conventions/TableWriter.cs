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
    private readonly int _shortest = providers.Select(p => ProviderProfile.Find(p)!.MaxNameLength).DefaultIfEmpty(int.MaxValue).Min();
    private readonly HashSet<(AttributeKind Kind, string Provider, string Name)> _taken = [];

    public static TypeDeclaration Write(Entity entity, EquatableArray<string> providers) => new TableWriter(entity, providers).Write();

    private TypeDeclaration Write() => new()
    {
        FullName = entity.FullName,
        Name = entity.Name,
        Attributes =
        [
            .. Table(),
            .. entity.Held.SelectMany(e => e.Attributes).Where(a => !IsUnderstood(a)).Select(Kept).OfType<AttributeUse>(),
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
                    .Select(Property.WithoutName).Select(Kept).OfType<AttributeUse>(),
                .. property.Sizes.Select(Property.WithoutName),
                .. RowVersions(property),
                .. Named(Use(AttributeKind.Column, property.Place, 0) with { Standard = "Column" }, column.Name),
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
        var isSplit = entity.AllDerived.Any(d => d.IsSplit);
        var bits = Bits(p => (isKey || p.NumbersAnyColumn) && !(isSplit && p.IdentityOnPrimaryKeyOnly)
            && p.EntityFrameworkNumbers.Contains(property.Type.Logical!.Value));
        if (bits != 0) yield return Use(AttributeKind.Identity, property.Place, bits);
    }

    private IEnumerable<AttributeUse> RowVersions(Property property)
    {
        if (property.Type.Logical is not { } logical || !property.Attributes.Any(a => a.Standard == "Timestamp")) yield break;
        foreach (var profile in providers.Select(p => ProviderProfile.Find(p)!))
        {
            if (!profile.EntityFrameworkRowVersions.TryGetValue(logical, out var type)) continue;
            // An empty one is a column that every row has without being asked.
            yield return type.Length == 0 ? Use(AttributeKind.Ignore, property.Place, profile.Bit)
                : Use(AttributeKind.Column, property.Place, profile.Bit, new Argument("Type", ConstantValue.Of(type)));
        }
    }

    // Entity Framework leaves a comment out where there are none.
    private AttributeUse? Kept(AttributeUse use)
    {
        if (use.Kind != AttributeKind.Comment || !use.IsStandard) return use;
        var bits = Bits(p => p.Has(Feature.Comments));
        return bits == 0 ? null : use with { Providers = bits };
    }

    private static string Behind(string text) => text.IndexOf(' ') is >= 0 and var end ? text.Substring(end) : "";

    private int Bits(Func<ProviderProfile, bool> wanted) =>
        providers.Select(p => ProviderProfile.Find(p)!).Where(wanted).Aggregate(0, (all, p) => all | p.Bit);

    private IEnumerable<AttributeUse> Table()
    {
        var said = entity.TableUse ?? Use(AttributeKind.Table, entity.Place, 0);
        var schema = entity.Schema is null ? [] : new[] { new Argument("Schema", ConstantValue.Of(entity.Schema)) };
        // As a standard one its schema is left out where there are none.
        return Named(said with { Standard = said.IsStandard || entity.TableUse is null ? "Table" : "", Arguments =
            [.. said.Arguments.Where(a => a.Name is not ("Name" or "Schema")), .. schema] }, entity.Table);
    }

    private IEnumerable<AttributeUse> Key()
    {
        var key = entity.IsSplit ? entity.Root.Key : entity.Key;
        if (key.Count == 0) return [Use(AttributeKind.Keyless, entity.Place, 0)];
        return Named(Use(AttributeKind.PrimaryKey, entity.Place, 0, Columns(key.Select(k => _columns[k].Member))), entity.KeyName);
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
            : index.Use with
            {
                Standard = "",
                // What stands behind a name, such as DESC, stays there.
                Arguments = [Columns(index.Members.Zip(index.Use.Texts("Columns"), (m, text) => m + Behind(text))),
                    .. index.Use.Arguments.Where(a => a.Name != "Columns")],
            };
        var columns = index.Members.Select(m => _columns.All.First(c => c.Member == m).Name);
        return use.Text("Name") is not null ? [use] : Named(use, $"IX_{entity.Table}_{string.Join("_", columns)}");
    }

    // One for all providers that keep the whole name, and one for each length that others cut it to.
    private IEnumerable<AttributeUse> Named(AttributeUse use, string name) => name.Length <= _shortest ? [WithName(use, name, 0)]
        : providers.Select(p => ProviderProfile.Find(p)!).GroupBy(p => Free(use.Kind, name, p)).Select(g =>
            WithName(use, g.Key, g.Count() == providers.Count ? 0 : g.Aggregate(0, (bits, p) => bits | p.Bit)));

    private static AttributeUse WithName(AttributeUse use, string name, int bits) => use with
    {
        Providers = bits, Arguments = [.. use.Arguments, new("Name", ConstantValue.Of(name))],
    };

    // As Entity Framework cuts names, which counts characters everywhere: of two that would be one the second has a number.
    private string Free(AttributeKind kind, string name, ProviderProfile profile)
    {
        if (name.Length <= profile.MaxNameLength) return name;
        var free = name.Substring(0, profile.MaxNameLength - 1) + "~";
        for (var i = 1; !_taken.Add((kind, profile.Name, free)); i++)
        {
            var end = "~" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            free = name.Substring(0, profile.MaxNameLength - end.Length) + end;
        }

        return free;
    }

    private static Argument Columns(IEnumerable<string> members) => new("Columns", ConstantValue.Of(members.Select(ConstantValue.Of)));

    private static AttributeUse Use(AttributeKind kind, Place place, int bits, params Argument[] arguments) =>
        new() { Kind = kind, Place = place, Providers = bits, Arguments = arguments.ToEquatableArray() };

    private static bool IsUnderstood(AttributeUse use) => use.Kind == AttributeKind.Table || use.Kind == AttributeKind.PrimaryKey
        || (Understood.Contains(use.Kind) && (use.IsStandard || use.Kind == AttributeKind.Index && use.Place.Member.Length == 0));
}
