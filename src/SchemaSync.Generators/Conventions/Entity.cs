namespace SchemaSync.Generators.Conventions;

/// <summary>A class that becomes a table, or a part of one, while the conventions go over it.</summary>
/// <param name="declared">The class.</param>
internal sealed class Entity(EntityClass declared)
{
    /// <summary>The class as it is declared.</summary>
    public EntityClass Class { get; } = declared;

    /// <summary>What Entity Framework calls it, and discriminators hold.</summary>
    public string Name { get; init; } = declared.Name;

    /// <summary>The metadata name of the class; that of a table which no class stands for is made of two.</summary>
    public string FullName { get; init; } = declared.FullName;

    public Place Place { get; init; } = declared.Place;

    /// <summary>The entity of the nearest base class that is one.</summary>
    public Entity? Base { get; set; }

    public List<Entity> Derived { get; } = [];

    /// <summary>Its own class and the bases that are no entities, the outermost first.</summary>
    public List<EntityClass> Parts { get; } = [];

    public Entity Root => Base is null ? this : Base.Root;

    /// <summary>Its own columns, without those of a base that is an entity.</summary>
    public List<Property> Properties { get; } = [];

    /// <summary>Its own navigations to entities.</summary>
    public List<Navigation> Navigations { get; } = [];

    /// <summary>The primary key; empty where there is none, and of a derived entity.</summary>
    public List<Property> Key { get; } = [];

    /// <summary>The entity that has a collection of it, when it is owned.</summary>
    public Entity? Owner { get; init; }

    /// <summary>The property of that collection.</summary>
    public string OwnerNavigation { get; init; } = "";

    /// <summary>Whether it is the table between two others.</summary>
    public bool IsJoin { get; init; }

    /// <summary>The schema of its table; null where nothing says one.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether its owner has several.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether an attribute says what the key is.</summary>
    public bool IsKeySaid { get; set; }

    /// <summary>Whether it stands for rows that nobody tells apart.</summary>
    public bool IsKeyless { get; init; }

    /// <summary>The references from here.</summary>
    public List<Relationship> References { get; } = [];

    /// <summary>The indexes that attributes declare, by the names of properties.</summary>
    public List<(AttributeUse Use, EquatableArray<string> Properties, bool Unique)> Indexes { get; } = [];

    /// <summary>The attributes of the class and of the bases that are no entities.</summary>
    public List<AttributeUse> Attributes { get; } = [];

    /// <summary>Whether it has a table beside that of its base.</summary>
    public bool IsSplit { get; set; }

    /// <summary>The entity in whose table it is by its key, when two share one.</summary>
    public Entity? Sharing { get; set; }

    /// <summary>Those that share its table.</summary>
    public List<Entity> Shared { get; } = [];

    /// <summary>Whether it has a table of its own.</summary>
    public bool IsTable => Sharing is null && (Base is null || IsSplit);

    /// <summary>The entity in whose table its columns are.</summary>
    public Entity Holder => IsTable ? this : (Sharing ?? Base!).Holder;

    /// <summary>Those whose columns are in its table, itself first.</summary>
    public IEnumerable<Entity> Held =>
        new[] { this }.Concat(AllDerived.Concat(Shared.SelectMany(s => s.AllDerived.Prepend(s))).Where(d => d.Holder == this));

    /// <summary>What says that it is a table; null where nothing does.</summary>
    public AttributeUse? TableUse => !IsJoin
        ? Class.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Table) : null;

    /// <summary>What its primary key is called.</summary>
    public string KeyName { get; set; } = "";

    /// <summary>The table; given last.</summary>
    public string Table { get; set; } = "";

    /// <summary>The entity itself and everything it derives from.</summary>
    public IEnumerable<Entity> WithBases
    {
        get
        {
            for (var entity = this; entity is not null; entity = entity.Base) yield return entity;
        }
    }

    /// <summary>Everything that derives from it, near before far.</summary>
    public IEnumerable<Entity> AllDerived => Derived.SelectMany(d => new[] { d }.Concat(d.AllDerived));

    /// <summary>All its columns, those of its bases too.</summary>
    public IEnumerable<Property> AllProperties => WithBases.Reverse().SelectMany(e => e.Properties);

    /// <summary>A column by the name of its property, as conventions look for it: without regard to case.</summary>
    public Property? Find(string name) =>
        AllProperties.FirstOrDefault(p => p.Name == name)
            ?? AllProperties.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A column in the making.</summary>
internal sealed class Property
{
    /// <summary>What Entity Framework calls it: <c>Address_Street</c> for one of an owned class.</summary>
    public required string Name { get; init; }

    public required Place Place { get; init; }

    /// <summary>The class that is stored in a row and has it; empty for one of the entity.</summary>
    public string Part { get; init; } = "";

    public required ClrType Type { get; init; }

    public EquatableArray<AttributeUse> Attributes { get; init; }

    /// <summary>What the column is called unless an attribute says it.</summary>
    public string DefaultColumn { get; set; } = "";

    public bool IsNullable { get; set; }

    /// <summary>Whether no property of C# stands for it.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Whether the database numbers it.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>The longest text, where a convention and no attribute says it.</summary>
    public int? MaxLength { get; set; }

    /// <summary>The key that it refers to, which says its length where nothing else does.</summary>
    public Property? Follows { get; set; }

    /// <summary>The attributes that say its length, digits or type: its own, else those of the key that it refers to.</summary>
    public IEnumerable<AttributeUse> Sizes =>
        Attributes.Any(IsSize) || Follows is null ? Attributes.Where(a => IsSize(a) && IsFor(a)) : Follows.Sizes.Select(WithoutName);

    // A type that is spelled out has its own.
    private bool IsSpelledOut => Attributes.Any(a => a.IsStandard && a.Kind == AttributeKind.Column && a.Text("Type") is not null);

    /// <summary>Whether it is one of the class itself, and of no other that is stored in it.</summary>
    public bool IsOwn => Place.Member == Name;

    /// <summary>Whether an attribute says what the column is called.</summary>
    public bool HasColumn => Attributes.Any(a => a.Kind == AttributeKind.Column && a.Text("Name") is not null);

    public string Column => Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Column && a.Text("Name") is not null)?.Text("Name")
        ?? (DefaultColumn.Length > 0 ? DefaultColumn : Name);

    // Entity Framework passes over a length where there is none to say.
    private bool IsFor(AttributeUse use) => use.Kind == AttributeKind.Column || !use.IsStandard || (!Type.IsArray && !IsSpelledOut
        && (use.Kind != AttributeKind.MaxLength || Type.Logical is LogicalType.String or LogicalType.Binary));

    public static bool IsSize(AttributeUse use) => use.Kind == AttributeKind.MaxLength || use.Kind == AttributeKind.Precision
        || (use.Kind == AttributeKind.Column && use.Text("Type") is not null);

    /// <summary>What an attribute says without the name and place of the column, and what Entity Framework leaves to forms.</summary>
    public static AttributeUse WithoutName(AttributeUse use) => use with
    {
        Arguments = use.Arguments.Where(a => use.Kind == AttributeKind.Column ? a.Name is not ("Name" or "Order")
            : use.Kind != AttributeKind.MaxLength || a.Name != StandardAttributes.NotHonoured).ToEquatableArray(),
    };

    /// <summary>Whether one may refer to the other.</summary>
    public bool IsLike(Property other) => Type.Logical == other.Type.Logical && Type.IsArray == other.Type.IsArray
        && Type.Display.TrimEnd('?') == other.Type.Display.TrimEnd('?');
}

/// <summary>A property that leads to another entity, or to many of them.</summary>
/// <param name="prefix">What names of properties beside it begin with, when it is one of an owned class.</param>
internal sealed class Navigation(Entity from, EntityMember member, Entity target, string prefix)
{
    public string Prefix { get; } = prefix;

    public Entity From { get; } = from;

    public EntityMember Member { get; } = member;

    public Entity Target { get; } = target;

    public string Name => Member.Name;

    public bool IsMany => Member.IsMany;

    /// <summary>Whether there is always something at its end.</summary>
    public bool IsRequired => !IsMany && (!Member.Declaration.Type.Nullable || IsSaidRequired);

    /// <summary>Whether an attribute says so.</summary>
    public bool IsSaidRequired => Member.Has(AttributeKind.Required);

    /// <summary>The properties that <c>[ForeignKey]</c> names on it.</summary>
    public EquatableArray<string> Names => Texts(Member, AttributeKind.ForeignKeyNames);

    public static EquatableArray<string> Texts(EntityMember member, AttributeKind kind) =>
        member.Declaration.Attributes.FirstOrDefault(a => a.Kind == kind)?.Text("Name") is { } text
            ? text.Split(',').Select(n => n.Trim()).Where(n => n.Length > 0).ToEquatableArray() : [];
}

/// <summary>A foreign key in the making.</summary>
internal sealed class Relationship
{
    public required Entity Dependent { get; init; }

    public required Entity Principal { get; init; }

    /// <summary>From the dependent to the principal.</summary>
    public Navigation? Forward { get; init; }

    /// <summary>From the principal to the dependent.</summary>
    public Navigation? Back { get; init; }

    /// <summary>Whether no two rows refer to the same one.</summary>
    public bool IsUnique { get; init; }

    public List<Property> Columns { get; } = [];

    public bool IsRequired { get; set; }

    /// <summary>What an attribute says about rows whose principal goes; null where none does.</summary>
    public long? DeleteBehavior => (Forward ?? Back)?.Member.Declaration.Attributes.Concat(Back?.Member.Declaration.Attributes ?? default)
        .FirstOrDefault(a => a.Kind == AttributeKind.DeleteBehavior)?.Number("Behavior");

    public Place Place => Forward?.Member.Declaration.Place ?? Back?.Member.Declaration.Place ?? Dependent.Place;

    /// <summary>Of the end that has no property, what a column for it begins with.</summary>
    public string ColumnStem => Forward?.Name ?? Principal.Name;
}
