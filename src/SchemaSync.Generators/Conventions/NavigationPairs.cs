namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Which two navigations are the two ends of one relationship: those that <c>[InverseProperty]</c> joins, and where each of two entities
/// has a single one to the other, these. Where there are more, Entity Framework does not guess, and neither does this.
/// </summary>
internal sealed class NavigationPairs
{
    private readonly EntityModel _model;
    private readonly List<Navigation> _all;
    private readonly ILookup<(Entity From, Entity Target), Navigation> _byEnds;
    private readonly HashSet<Navigation> _open;
    private readonly List<(Navigation One, Navigation? Other)> _pairs = [];

    private NavigationPairs(EntityModel model)
    {
        _model = model;
        _all = model.Entities.SelectMany(e => e.Navigations).ToList();
        _byEnds = _all.ToLookup(n => (n.From, n.Target));
        _open = [.. _all];
    }

    public static List<(Navigation One, Navigation? Other)> Of(EntityModel model)
    {
        var found = new NavigationPairs(model);
        foreach (var navigation in found._all) found.AddSaid(navigation);
        found.RefuseBesideManyToMany();
        foreach (var navigation in found._all.Where(found._open.Contains)) found.Add(navigation);
        return found._pairs;
    }

    private void AddSaid(Navigation navigation)
    {
        if (navigation.Member.Declaration.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.InverseProperty) is not { } use
            || !_open.Contains(navigation)) return;
        var name = use.Text("Property") ?? "";
        var inverse = navigation.Target.WithBases.SelectMany(e => e.Navigations)
            .FirstOrDefault(n => n.Name == name && n != navigation && navigation.From.WithBases.Contains(n.Target));
        if (inverse is null || !_open.Contains(inverse))
        {
            _model.Report(AttributeDiagnostics.UnknownNavigation, use.Place, use.Display, name, navigation.Target.Name);
            return;
        }

        _open.Remove(navigation);
        _open.Remove(inverse);
        _pairs.Add((navigation, inverse));
    }

    // Beside many to many Entity Framework wants every other one to be said too.
    private void RefuseBesideManyToMany()
    {
        foreach (var (one, _) in _pairs.Where(p => p.One.IsMany && p.Other?.IsMany == true).ToList())
        {
            foreach (var navigation in Between(one.From, one.Target))
            {
                _open.Remove(navigation);
                Ambiguous(navigation, _model);
            }
        }
    }

    private List<Navigation> Between(Entity from, Entity to) =>
        [.. (from == to ? _byEnds[(from, to)] : _byEnds[(from, to)].Concat(_byEnds[(to, from)])).Where(_open.Contains)];

    private void Add(Navigation navigation)
    {
        var (from, to) = (navigation.From, navigation.Target);
        var there = _byEnds[(from, to)].Where(_open.Contains).ToList();
        var back = from == to ? [] : _byEnds[(to, from)].Where(_open.Contains).ToList();
        _open.ExceptWith(there);
        _open.ExceptWith(back);
        if (from == to ? there.Count == 2 : there.Count == 1 && back.Count == 1)
        {
            _pairs.Add((there[0], back.Count == 1 ? back[0] : there[1]));
        }
        else if (from == to ? there.Count == 1 : back.Count == 0)
        {
            _pairs.AddRange(there.Select(n => (n, (Navigation?)null)));
        }
        else
        {
            foreach (var open in there.Concat(back)) Ambiguous(open, _model);
        }
    }

    public static void Ambiguous(Navigation navigation, EntityModel model) =>
        model.Report(AttributeDiagnostics.AmbiguousNavigation, navigation.Member.Declaration.Place, navigation.Name, navigation.From.Name,
            navigation.Target.Name);
}
