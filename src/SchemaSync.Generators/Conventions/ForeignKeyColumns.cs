namespace SchemaSync.Generators.Conventions;

/// <summary>
/// The columns of foreign keys: those that <c>[ForeignKey]</c> names, else those called like the navigation or the entity at the other
/// end with the name of its key, or with <c>Id</c>, in any case of letters. Where there are none, columns without a property.
/// </summary>
internal static class ForeignKeyColumns
{
    public static void Assign(List<Relationship> relationships, EntityModel model)
    {
        var all = new Neighbours(relationships.ToLookup(r => r.Dependent.Root), relationships.ToLookup(r => r.Principal));
        // What people say comes first, then what is called like a navigation: several may be called like the entity.
        foreach (var relationship in relationships)
            if (!Take(relationship, Said(relationship, model), all)) NavigationPairs.Ambiguous(relationship.Forward!, model);
        foreach (var relationship in relationships.Where(r => r.Forward is not null))
            Take(relationship, Match(relationship, relationship.Forward!.Name, withKey: false).Found, all);
        foreach (var relationship in relationships) TakeFound(relationship, all, model);
        foreach (var relationship in relationships) Take(relationship, OfKey(relationship), all);
        foreach (var relationship in relationships)
        {
            if (relationship.Columns.Count == 0) AddShadows(relationship);
            if (relationship.Forward?.IsSaidRequired == true) foreach (var column in relationship.Columns) column.IsNullable = false;
            relationship.IsRequired = relationship.Columns.TrueForAll(c => !c.IsNullable);
            foreach (var (column, key) in relationship.Columns.Zip(relationship.Principal.Root.Key, (c, k) => (c, k)))
                if (column != key) column.Follows ??= key;
        }
    }

    /// <summary>The properties that are called as those of a foreign key would be.</summary>
    /// <param name="withKey">Whether they may be the primary key.</param>
    public static List<Property>? Find(Relationship relationship, bool withKey)
    {
        if (relationship.Forward is { } forward)
        {
            var (found, isOver) = Match(relationship, forward.Name, withKey);
            if (isOver) return found;
        }

        return Match(relationship, relationship.Principal.Name, withKey).Found;
    }

    /// <summary>Properties on which <c>[ForeignKey]</c> names a navigation beside them.</summary>
    public static List<Property> Saying(Navigation navigation) => navigation.From.AllProperties
        .Where(p => p.Attributes.Any(a => a.Kind == AttributeKind.ForeignKeyNames && a.Text("Name") == navigation.Name))
        .OrderBy(p => p.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Column)?.Number("Order") ?? long.MaxValue).ToList();

    private static void TakeFound(Relationship relationship, Neighbours all, EntityModel model)
    {
        if (relationship.Columns.Count > 0) return;
        var found = Find(relationship, withKey: false);
        if (Take(relationship, found, all) || relationship.Forward is not { } forward) return;
        // Of two that could have them, with one entity at the other end, nobody says which does.
        if (all.ByPrincipal[relationship.Principal].Any(r => r.Columns.SequenceEqual(found!)))
            NavigationPairs.Ambiguous(forward, model);
    }

    // False where another foreign key has them: two never share all of their columns by convention.
    private static bool Take(Relationship relationship, List<Property>? columns, Neighbours all)
    {
        if (columns is null || relationship.Columns.Count > 0) return true;
        if (all.ByTable[relationship.Dependent.Root].Any(r => r.Columns.SequenceEqual(columns))) return false;
        relationship.Columns.AddRange(columns);
        return true;
    }

    private static List<Property>? Said(Relationship relationship, EntityModel model)
    {
        var saying = relationship.Forward is null ? [] : Saying(relationship.Forward);
        if (saying.Count > 0) return saying;
        var names = relationship.Forward is { Names.IsEmpty: false } forward ? forward.Names : relationship.Back?.Names ?? default;
        if (names.IsEmpty) return null;
        var keys = relationship.Principal.Root.Key;
        if (names.Count != keys.Count)
        {
            model.Report(ModelDiagnostics.ForeignKeyCount, relationship.Place, $"foreign key of {relationship.Dependent.Name}",
                ForeignKeyBuilder.Count(names.Count), ForeignKeyBuilder.Count(keys.Count));
            return null;
        }

        var isNullable = IsOptional(relationship);
        return names.Select((name, i) => relationship.Dependent.Find(name)
            ?? ShadowColumns.AddNamed(relationship.Dependent, name, keys[i], isNullable, relationship.Place)).ToList();
    }

    private static void AddShadows(Relationship relationship)
    {
        foreach (var key in relationship.Principal.Root.Key)
            relationship.Columns.Add(ShadowColumns.Add(relationship.Dependent, relationship.ColumnStem, key,
                IsOptional(relationship), relationship.Place, relationship.Forward?.Prefix ?? ""));
    }

    // Of a key that convention finds, a text or bytes stay optional whatever the navigation says.
    private static bool IsOptional(Relationship relationship)
    {
        if (relationship.Forward is not { IsRequired: true } forward) return true;
        var principal = relationship.Principal.Root;
        return !forward.IsSaidRequired && !principal.IsKeySaid && principal.Key[0].Type.Logical is LogicalType.String or LogicalType.Binary;
    }

    // The properties with a stem, and whether looking is over even where they do not fit.
    private static (List<Property>? Found, bool IsOver) Match(Relationship relationship, string stem, bool withKey)
    {
        var keys = relationship.Principal.Root.Key;
        var prefix = relationship.Forward?.Prefix ?? "";
        var found = keys.ConvertAll(k => Declared(relationship.Dependent, prefix + stem + k.Name));
        if (found.Contains(null) && found.Count == 1) found[0] = Declared(relationship.Dependent, prefix + stem + "Id");
        if (found.Count == 0 || found.Contains(null)) return (null, false);
        var columns = found.OfType<Property>().ToList();
        var key = relationship.Dependent.Root.Key;
        var holdsKey = key.Count > 0 && key.TrueForAll(columns.Contains);
        var fits = columns.Zip(keys, (column, k) => column.IsLike(k)).All(f => f)
            && !(holdsKey && (!relationship.IsUnique || !withKey));
        return (fits ? columns : null, true);
    }

    // Part of a primary key of several columns that is called like the key at the other end.
    private static List<Property>? OfKey(Relationship relationship)
    {
        var (key, keys) = (relationship.Dependent.Key, relationship.Principal.Root.Key);
        if (relationship.IsUnique) return OfWholeKey(relationship);
        if (key.Count <= keys.Count || relationship.Dependent == relationship.Principal) return null;
        var (found, _) = Match(relationship, "", withKey: false);
        return found is not null && found.TrueForAll(p => key.Contains(p) && !Is(p, "Id")) ? found : null;
    }

    // Of one-to-one, the primary key itself, where it could be one.
    private static List<Property>? OfWholeKey(Relationship relationship)
    {
        if (Find(relationship, withKey: true) is { } named) return named;
        var (key, keys) = (relationship.Dependent.Root.Key, relationship.Principal.Root.Key);
        var isSaid = relationship.Forward?.IsRequired == true && relationship.Back is not null && relationship.Dependent.Base is null;
        return isSaid && key.Count == keys.Count && key.Zip(keys, (column, k) => column.IsLike(k)).All(f => f) ? [.. key] : null;
    }

    private static Property? Declared(Entity entity, string name) => entity.Find(name) is { IsShadow: false } found ? found : null;

    private static bool Is(Property property, string name) => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>All foreign keys, by the root of those that have them, and by those they refer to.</summary>
    private readonly record struct Neighbours(ILookup<Entity, Relationship> ByTable, ILookup<Entity, Relationship> ByPrincipal);
}
