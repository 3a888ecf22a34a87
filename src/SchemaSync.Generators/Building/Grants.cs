namespace SchemaSync.Generators.Building;

/// <summary>Rights of roles on what a class or the assembly declares.</summary>
internal static class Grants
{
    private const string None = "NONE", All = "ALL";

    /// <summary>Gives the objects of one place the rights that attributes at that place declare.</summary>
    /// <param name="attributes">The attributes of the place.</param>
    /// <param name="objects">What is declared there, replaced in place.</param>
    /// <param name="main">What the class is; null where only a name says what is meant.</param>
    /// <param name="where">The place in messages.</param>
    /// <param name="context">The provider.</param>
    public static void Apply(EquatableArray<AttributeUse> attributes, IList<TopLevelObject> objects,
        TopLevelObject? main, string where, BuildContext context)
    {
        var uses = context.Many(attributes, AttributeKind.Grant);
        if (uses.Count == 0) return;
        foreach (var group in BuildContext.Winners(uses, u => $"{On(u)} {Role(u)}").GroupBy(On))
        {
            var found = objects.Where(o => group.Key.Length == 0 ? ReferenceEquals(o, main) : IsMeant(o, group.Key)).ToList();
            foreach (var use in group) context.Supports(use, found.Count > 0 ? Subject(found[0]) : where);
            if (found.Count == 0) Missing(group, where, context);
            foreach (var subject in found)
                objects[objects.IndexOf(subject)] = ((IGrantable)subject).WithGrants(Read([.. group], subject, context));
        }
    }

    private static bool IsMeant(TopLevelObject subject, string on)
    {
        if (subject is not IGrantable) return false;
        if (subject.LocalName.Value == on) return true;
        return SchemaNames.Parse(on) is { } name && (name.IsQualified ? subject.Name == name : subject.LocalName == name.Name);
    }

    private static void Missing(IGrouping<string, AttributeUse> uses, string where, BuildContext context)
    {
        // A provider without rights may lack the object as well; it has been told already.
        if (!context.Profile.Has(Feature.Grants)) return;
        foreach (var use in uses)
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, where, uses.Key.Length == 0
                ? "it needs On, the name of what is declared there"
                : $"nothing that is declared there is called {uses.Key} and can have rights");
        }
    }

    private static GrantList Read(IReadOnlyList<AttributeUse> uses, TopLevelObject subject, BuildContext context)
    {
        var roles = new SortedDictionary<string, Grant>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            var privileges = Words(use);
            if (Problem(use, privileges, uses.Count, subject, context) is { } problem)
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, Subject(subject), problem);
            else if (privileges[0] != None)
                roles[Role(use)] = Add(roles.TryGetValue(Role(use), out var grant) ? grant : new() { Role = Role(use) },
                    privileges, use.Flag("WithGrantOption"));
        }

        return new() { Roles = roles.Values.ToEquatableArray() };
    }

    private static Grant Add(Grant grant, List<string> privileges, bool isGrantable) => grant with
    {
        Privileges = Sorted(grant.Privileges.Concat(privileges)),
        Grantable = isGrantable ? Sorted(grant.Grantable.Concat(privileges)) : grant.Grantable,
    };

    // ALL holds every other one, and GRANT takes it only by itself.
    private static EquatableArray<string> Sorted(IEnumerable<string> privileges)
    {
        var words = privileges.Distinct().OrderBy(p => p, StringComparer.Ordinal).ToList();
        return words.Contains(All) ? [All] : words.ToEquatableArray();
    }

    private static string? Problem(AttributeUse use, List<string> privileges, int count, TopLevelObject subject, BuildContext context)
    {
        if (privileges.Count == 0) return "it needs a privilege; NONE says that nobody but the owner has one";
        if (privileges.Contains(None))
            return privileges.Count > 1 || count > 1 || Role(use).Length > 0
                ? "NONE says that nobody but the owner has a right, so it stands alone and without a role"
                : null;
        if (Role(use).Length == 0) return "it needs To, the role that has the right; PUBLIC is everybody";
        if (use.Flag("WithGrantOption") && Role(use) == Grant.Everybody)
            return "everybody cannot have the right to grant it to others; remove WithGrantOption";
        if (!context.Profile.Has(Feature.Grants)) return null;
        var known = context.Profile.Privileges.TryGetValue(subject.Kind, out var words) ? words : [];
        return privileges.Find(p => p != All && !known.Contains(p)) is { } unknown
            ? $"{unknown} is no privilege of {Article.With(subject.Kind)}; it has {string.Join(", ", known)} and ALL"
            : null;
    }

    private static List<string> Words(AttributeUse use) =>
        use.Texts("Privileges").Select(p => p.Trim().ToUpperInvariant()).Where(p => p.Length > 0).Distinct().ToList();

    private static string On(AttributeUse use) => use.Text("On")?.Trim() ?? "";

    // The server keeps the name from being a role's, in this case alone.
    private static string Role(AttributeUse use) =>
        use.Text("To") is not { } role ? ""
            : string.Equals(role, Grant.Everybody, StringComparison.OrdinalIgnoreCase) ? Grant.Everybody
            : role;

    private static string Subject(TopLevelObject subject) => $"{subject.Kind} {subject.Name}";
}
