namespace SchemaSync.Generators.Building;

/// <summary>What building needs to know beyond the class itself: one provider, and the rest of the project.</summary>
internal sealed class BuildContext(ProviderProfile profile, AssemblyDeclaration assembly,
    Settings settings, HeadDirectory heads, SqlFiles files)
{
    private const int SnakeCase = 0;

    public ProviderProfile Profile { get; } = profile;

    public int Bit { get; } = profile.Bit;

    public AssemblyDeclaration Assembly { get; } = assembly;

    public HeadDirectory Heads { get; } = heads;

    public SqlFiles Files { get; } = files;

    public List<Finding> Findings { get; } = [];

    /// <summary>The same provider and project, for a question whose findings nobody wants.</summary>
    public BuildContext Silent => new(Profile, Assembly, settings, Heads, Files);

    /// <summary>Whether the project names this provider, so that what it lacks is an error here and now.</summary>
    public bool IsConfigured { get; } = settings.Configured.Contains(profile.Name);

    public StringComparison TableNames => Profile.TableNamesIgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public StringComparer TableComparer => Profile.TableNamesIgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public StringComparer ColumnComparer => Profile.ColumnNamesIgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public string NameOf(string csharpName) =>
        (One(Assembly.Attributes, AttributeKind.SchemaNaming)?.Number("Naming") ?? SnakeCase) == SnakeCase
            ? Names.SnakeCase(csharpName)
            : csharpName;

    /// <summary>The name that an attribute gives, in its schema or else in <paramref name="home"/>.</summary>
    public QualifiedName Qualified(AttributeUse use, Identifier home) => new(SchemaNames.Of(use, home, this), new(use.Text("Name") ?? ""));

    /// <summary>
    /// The table that a text means, declared or not: <c>orders</c> is looked for in <paramref name="home"/>, where the text stands, and
    /// then in the tenant's own schema. Null where the text is no name.
    /// </summary>
    public QualifiedName? Reference(string text, Identifier home) => Heads.ByText(Profile.Name, text, home)?.Table
        ?? SchemaNames.Parse(text, home);

    public void Report(DiagnosticEntry entry, Place place, params string[] arguments) =>
        Findings.Add(new(entry, place, arguments.ToEquatableArray()));

    public void Suggest(DiagnosticEntry entry, Place place, Suggestion? suggestion, params string[] arguments) =>
        Findings.Add(new(entry, place, arguments.ToEquatableArray(), suggestion));

    /// <summary>Reports what this provider lacks, if the project is for it.</summary>
    public void Unsupported(Place place, string subject, string feature, string advice, Suggestion? suggestion = null)
    {
        if (IsConfigured) Suggest(AttributeDiagnostics.Unsupported, place, suggestion, subject, feature, Profile.Name, advice);
    }

    /// <summary>Reports what this provider lacks of an attribute: the whole, or some of its arguments.</summary>
    public void Supports(AttributeUse use, string subject)
    {
        foreach (var (argument, feature) in use.Kind.Rules)
        {
            if (Profile.Has(feature)) continue;
            if (argument == AttributeKind.Whole)
            {
                Unsupported(use.Place, subject, use.Display, "remove it, or limit it with Provider");
                return;
            }

            Supports(use, argument, subject);
        }

        // Of an extension it is where the extension's own objects are.
        if (use.Kind != AttributeKind.Extension) SchemaNames.Check(use, subject, this);
    }

    /// <summary>Reports one argument of an attribute, when this provider lacks it.</summary>
    public void Supports(AttributeUse use, string argument, string subject)
    {
        // Asked for every rule of every attribute: a text may be made only for what is reported.
        foreach (var rule in use.Kind.Rules)
            if (rule.Argument == argument && use.Gives(argument) && !Profile.Has(rule.Feature))
                Unsupported(use.Place, subject, argument, $"remove it, or give {use.Display} without it for this provider");
    }

    /// <summary>A word of a closed set; a number outside it, which a cast in C# can make, is reported and not passed on.</summary>
    public T Choice<T>(AttributeUse use, string name, string subject) where T : struct, Enum
    {
        var number = use.Number(name) ?? 0;
        if (number == 0) return default;
        if (number is >= int.MinValue and <= int.MaxValue && Enum.IsDefined(typeof(T), (int)number))
            return (T)Enum.ToObject(typeof(T), (int)number);
        Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
            $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} is no {typeof(T).Name}; use one of its members");
        return default;
    }

    /// <summary>Reports what a feature is missing for, when it is.</summary>
    public void Needs(Feature feature, bool isUsed, Place place, string subject, string what, string advice)
    {
        if (isUsed && !Profile.Has(feature)) Unsupported(place, subject, what, advice);
    }

    /// <summary>The attributes of a kind that hold for this provider.</summary>
    public IReadOnlyList<AttributeUse> Many(EquatableArray<AttributeUse> attributes, AttributeKind kind)
    {
        List<AttributeUse>? found = null;
        foreach (var use in attributes) if (use.Kind == kind && use.Holds(Bit)) (found ??= []).Add(use);
        return found ?? (IReadOnlyList<AttributeUse>)[];
    }

    /// <summary>The attribute of a kind that wins for this provider: the one for fewest providers, ours before a standard one.</summary>
    public AttributeUse? One(EquatableArray<AttributeUse> attributes, AttributeKind kind, string? subject = null)
    {
        AttributeUse? best = null;
        // Asked for every kind on every property: nothing may be allocated for one that is not there.
        foreach (var use in attributes)
        {
            if (use.Kind != kind || !use.Holds(Bit)) continue;
            if (best is null || Rank(use) < Rank(best))
            {
                best = use;
            }
            else if (subject is not null && Rank(use) == Rank(best) && use.Arguments != best.Arguments)
            {
                Report(AttributeDiagnostics.Conflict, use.Place, subject, use.Display, Profile.Name);
            }
        }

        return best;
    }

    /// <summary>
    /// Of several attributes that each say a part of one thing, the one that wins for this argument: what is said for particular
    /// providers takes the place of that argument alone.
    /// </summary>
    public AttributeUse? Giving(EquatableArray<AttributeUse> attributes, AttributeKind kind, string argument, string? subject = null)
    {
        AttributeUse? best = null;
        foreach (var use in attributes)
        {
            if (use.Kind != kind || !use.Holds(Bit)) continue;
            if (use[argument] is not { Kind: not ConstantKind.Null } value) continue;
            if (best is null || Rank(use) < Rank(best)) best = use;
            else if (subject is not null && Rank(use) == Rank(best) && value != best[argument])
                Report(AttributeDiagnostics.Conflict, use.Place, subject, use.Display, Profile.Name);
        }

        return best;
    }

    /// <summary>Of repeated attributes, those for particular providers take the place of general ones with the same key.</summary>
    public static IEnumerable<AttributeUse> Winners(IReadOnlyList<AttributeUse> uses, Func<AttributeUse, string> key) =>
        uses.Count < 2 ? uses : Several(uses, key);

    // Apart, so that the usual case makes no closure.
    private static IEnumerable<AttributeUse> Several(IReadOnlyList<AttributeUse> uses, Func<AttributeUse, string> key) =>
        uses.Where(u => u.Providers != 0 || !uses.Any(o => o.Providers != 0 && key(o) == key(u) && IsOneSchema(o, u)));

    // One without a schema takes the place of one in a schema, which not every provider has; one in another schema is another object.
    private static bool IsOneSchema(AttributeUse particular, AttributeUse general) =>
        particular.Kind == AttributeKind.Extension || particular.Text("Schema") is null or ""
            || particular.Text("Schema") == general.Text("Schema");

    /// <summary>How general an attribute is: of two, the lower one wins.</summary>
    public static int Rank(AttributeUse use)
    {
        if (use.IsStandard) return 100;
        var bits = use.Providers;
        var count = 0;
        for (; bits != 0; bits &= bits - 1) count++;
        return count == 0 ? 50 : count;
    }
}
