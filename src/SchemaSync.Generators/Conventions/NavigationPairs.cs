namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Which two navigations are the two ends of one relationship: those that <c>[InverseProperty]</c> joins, and where each of two entities
/// has a single one to the other, these. Where there are more, Entity Framework does not guess, and neither does this.
/// </summary>
internal static class NavigationPairs
{
    public static List<(Navigation One, Navigation? Other)> Of(EntityModel model)
    {
        var open = model.Entities.SelectMany(e => e.Navigations).ToList();
        var pairs = new List<(Navigation, Navigation?)>();
        foreach (var navigation in open.ToList()) AddSaid(navigation, open, pairs, model);
        // Beside many to many Entity Framework wants every other one to be said too.
        foreach (var navigation in open.ToList().Where(n => pairs.Exists(p => IsBetween(p, n))))
        {
            open.Remove(navigation);
            Ambiguous(navigation, model);
        }

        while (open.Count > 0) AddNext(open, pairs, model);
        return pairs;
    }

    private static void AddSaid(Navigation navigation, List<Navigation> open, List<(Navigation, Navigation?)> pairs, EntityModel model)
    {
        if (navigation.Member.Declaration.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.InverseProperty) is not { } use
            || !open.Contains(navigation)) return;
        var name = use.Text("Property") ?? "";
        var inverse = navigation.Target.WithBases.SelectMany(e => e.Navigations)
            .FirstOrDefault(n => n.Name == name && n != navigation && navigation.From.WithBases.Contains(n.Target));
        if (inverse is null || !open.Contains(inverse))
        {
            model.Report(AttributeDiagnostics.UnknownNavigation, use.Place, use.Display, name, navigation.Target.Name);
            return;
        }

        open.Remove(navigation);
        open.Remove(inverse);
        pairs.Add((navigation, inverse));
    }

    private static bool IsBetween((Navigation One, Navigation? Other) pair, Navigation navigation) =>
        pair.One.IsMany && pair.Other?.IsMany == true && ((pair.One.From == navigation.From && pair.One.Target == navigation.Target)
            || (pair.One.From == navigation.Target && pair.One.Target == navigation.From));

    private static void AddNext(List<Navigation> open, List<(Navigation, Navigation?)> pairs, EntityModel model)
    {
        var (from, to) = (open[0].From, open[0].Target);
        var there = open.FindAll(n => n.From == from && n.Target == to);
        var back = from == to ? [] : open.FindAll(n => n.From == to && n.Target == from);
        open.RemoveAll(n => there.Contains(n) || back.Contains(n));
        if (from == to ? there.Count == 2 : there.Count == 1 && back.Count == 1)
        {
            pairs.Add((there[0], back.Count == 1 ? back[0] : there[1]));
        }
        else if (from == to ? there.Count == 1 : back.Count == 0)
        {
            pairs.AddRange(there.Select(n => (n, (Navigation?)null)));
        }
        else
        {
            foreach (var navigation in there.Concat(back)) Ambiguous(navigation, model);
        }
    }

    public static void Ambiguous(Navigation navigation, EntityModel model) =>
        model.Report(AttributeDiagnostics.AmbiguousNavigation, navigation.Member.Declaration.Place, navigation.Name, navigation.From.Name,
            navigation.Target.Name);
}
