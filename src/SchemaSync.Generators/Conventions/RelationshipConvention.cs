namespace SchemaSync.Generators.Conventions;

/// <summary>Navigations become foreign keys: which end refers to the other, by which columns, and whether always.</summary>
internal sealed class RelationshipConvention(EntityModel model)
{
    public static void Apply(EntityModel model)
    {
        var convention = new RelationshipConvention(model);
        var pairs = NavigationPairs.Of(model);
        var relationships = new List<Relationship>();
        foreach (var (one, other) in pairs.Where(p => !IsManyToMany(p))) relationships.AddRange(convention.Ends(one, other));
        ForeignKeyColumns.Assign(relationships, model);
        foreach (var relationship in relationships) relationship.Dependent.References.Add(relationship);
        foreach (var (one, other) in pairs.Where(IsManyToMany)) JoinEntities.Add(one, other!, model);
    }

    private static bool IsManyToMany((Navigation One, Navigation? Other) pair) => pair.One.IsMany && pair.Other?.IsMany == true;

    private IEnumerable<Relationship> Ends(Navigation one, Navigation? other)
    {
        var relationship = other is null ? Alone(one)
            : one.IsMany ? Between(other, one)
            : other.IsMany ? Between(one, other)
            : OneToOne(one, other);
        if (relationship is null) foreach (var navigation in new[] { one, other! }) NavigationPairs.Ambiguous(navigation, model);
        else if (relationship.Principal.Root.Key.Count > 0) yield return relationship;
    }

    private static Relationship Between(Navigation forward, Navigation? back, bool isUnique = false) => new()
    {
        Dependent = forward.From, Principal = forward.Target, Forward = forward, Back = back, IsUnique = isUnique,
    };

    private static Relationship Alone(Navigation navigation)
    {
        if (navigation.IsMany) return new() { Dependent = navigation.Target, Principal = navigation.From, Back = navigation };
        var forward = Between(navigation, null);
        var turned = new Relationship
        {
            Dependent = navigation.Target, Principal = navigation.From, Back = navigation, IsUnique = true,
        };
        return navigation.Names.IsEmpty && !Matches(forward) && Matches(turned) ? turned : forward;
    }

    // The end with the key refers to the other; where neither or both have one, attributes decide.
    private static Relationship? OneToOne(Navigation one, Navigation other)
    {
        var (here, there) = (Between(one, other, isUnique: true), Between(other, one, isUnique: true));
        var (saidHere, saidThere) = (IsSaid(one), IsSaid(other));
        if (saidHere != saidThere) return saidHere ? here : there;
        var (matchesHere, matchesThere) = (Matches(here), Matches(there));
        if (matchesHere != matchesThere) return matchesHere ? here : there;
        if (matchesHere) return null;
        var (keyHere, keyThere) = (Matches(here, withKey: true), Matches(there, withKey: true));
        return keyHere == keyThere ? null : keyHere ? here : there;
    }

    private static bool Matches(Relationship relationship, bool withKey = false) =>
        ForeignKeyColumns.Find(relationship, withKey) is not null;

    // [ForeignKey] is at the end that refers to the other, whatever properties there are.
    private static bool IsSaid(Navigation forward) => !forward.Names.IsEmpty || ForeignKeyColumns.Saying(forward).Count > 0;
}
