namespace SchemaSync.Generators.Building;

/// <summary>
/// In which schema something is: the one that its attribute says, else that of the table on whose class it stands, else the default of
/// its namespace. Empty is the tenant's own, and may be said against a default.
/// </summary>
internal static class SchemaNames
{
    private const string Argument = "Schema", Space = "Namespace";

    /// <summary>The schema of what an attribute declares.</summary>
    public static Identifier Of(AttributeUse use, Identifier otherwise, BuildContext context) =>
        use.Text(Argument) is { } given && Keeps(use, context) ? new(given) : otherwise;

    /// <summary>The schema of what a type declares without saying one; the assembly's for an empty name.</summary>
    public static Identifier OfType(string type, BuildContext context)
    {
        AttributeUse? best = null;
        foreach (var use in context.Assembly.Attributes)
        {
            if (use.Kind != AttributeKind.DefaultSchema || !use.Holds(context.Bit) || !Covers(SpaceOf(use), type)) continue;
            if (best is null || Precedes(use, best)) best = use;
        }

        return best is null ? default : new(best.Text(Argument) ?? "");
    }

    /// <summary>Whether a standard attribute says a schema that becomes one here and nothing there.</summary>
    public static bool DependsOnProvider(AttributeUse use) => use.IsStandard && use.Gives(Argument);

    /// <summary>Reports a schema that this provider lacks, keeps for itself or cannot name.</summary>
    public static void Check(AttributeUse use, string subject, BuildContext context)
    {
        if (use.Text(Argument) is { Length: > 0 } name) Check(use, name, subject, context);
    }

    /// <summary>The same for a name that is no argument's of that name.</summary>
    public static void Check(AttributeUse use, string name, string subject, BuildContext context)
    {
        var profile = context.Profile;
        if (!profile.Has(Feature.Schemas)) Lacks(use, name, subject, context);
        else if (name.Trim().Length == 0) context.Report(AttributeDiagnostics.EmptyName, use.Place, $"the schema of {subject}");
        else if (!context.IsConfigured || !profile.IsSystemSchema(name)) NameRules.Check(name, use.Place, context);
        else context.Report(AttributeDiagnostics.SystemSchema, use.Place, subject, name, profile.Name);
    }

    /// <summary>Reports defaults that cannot hold, or that contradict one another.</summary>
    public static void CheckDefaults(BuildContext context)
    {
        var uses = context.Many(context.Assembly.Attributes, AttributeKind.DefaultSchema);
        for (var i = 0; i < uses.Count; i++)
        {
            var use = uses[i];
            Check(use, use.Display, context);
            if (!uses.Take(i).Any(u => Contradicts(u, use))) continue;
            var subject = SpaceOf(use) is { Length: > 0 } space ? $"namespace {space}" : "the assembly";
            context.Report(AttributeDiagnostics.Conflict, use.Place, subject, use.Display, context.Profile.Name);
        }
    }

    /// <summary>A reference as it is written, <c>orders</c> or <c>sales.orders</c>; null where it cannot be read.</summary>
    public static QualifiedName? Parse(string text)
    {
        try
        {
            return QualifiedName.Parse(text.Trim());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The same, in <paramref name="home"/> where it says no schema.</summary>
    public static QualifiedName? Parse(string text, Identifier home) =>
        Parse(text) is not { } name ? null : name.IsQualified ? name : new(home, name.Name);

    /// <summary>
    /// The table that a text means, where it is left to others: it says a schema, or a database, in which neither
    /// this project nor one that it is composed with declares anything. Null where it is not.
    /// </summary>
    public static QualifiedName? Outside(string text, BuildContext context)
    {
        if (!context.Profile.Has(Feature.OutsideKeys) || Parse(text) is not { IsQualified: true } name) return null;
        if (context.Profile.IsSystemSchema(name.Schema.Value) || context.Heads.HasSchema(context.Profile.Name, name.Schema)) return null;
        return context.Assembly.Attributes.Any(u => u.Holds(context.Bit) && Said(u) == name.Schema.Value) ? null : name;
    }

    // Of an extension it is where the extension's own objects are.
    private static string? Said(AttributeUse use) =>
        use.Kind == AttributeKind.SchemaOptions ? use.Text("Name") : use.Kind == AttributeKind.Extension ? null : use.Text(Argument);

    // What others made for EF Core, which knows no schemas there either, goes on without one; what was made for us is refused.
    private static bool Keeps(AttributeUse use, BuildContext context) => !use.IsStandard || context.Profile.Has(Feature.Schemas);

    private static void Lacks(AttributeUse use, string name, string subject, BuildContext context)
    {
        var advice = use.Kind == AttributeKind.DefaultSchema ? "remove it, or limit it with Provider"
            : $"remove it, or give {use.Display} without it for this provider";
        if (!use.IsStandard) context.Unsupported(use.Place, subject, $"the schema {name}", advice);
        else if (context.IsConfigured) context.Report(AttributeDiagnostics.NotHonoured, use.Place, Argument, use.Display, subject);
    }

    private static bool Contradicts(AttributeUse use, AttributeUse other) =>
        SpaceOf(use) == SpaceOf(other) && BuildContext.Rank(use) == BuildContext.Rank(other) && use.Text(Argument) != other.Text(Argument);

    private static bool Precedes(AttributeUse use, AttributeUse other)
    {
        var (length, others) = (SpaceOf(use).Length, SpaceOf(other).Length);
        return length == others ? BuildContext.Rank(use) < BuildContext.Rank(other) : length > others;
    }

    private static string SpaceOf(AttributeUse use) => use.Text(Space)?.Trim() ?? "";

    // The point keeps Shop.Stocktaking out of Shop.Stock, and no class is a namespace.
    private static bool Covers(string space, string type)
    {
        if (space.Length == 0) return true;
        var nested = type.IndexOf('+');
        var end = (nested < 0 ? type : type.Substring(0, nested)).LastIndexOf('.');
        return end >= space.Length && type.StartsWith(space, StringComparison.Ordinal) && type[space.Length] == '.';
    }
}
