namespace SchemaSync.Scaffolding.Declaring;

/// <summary>What belongs to no class, as attributes of the assembly.</summary>
internal sealed class SchemaFile(Snapshot schema, SqlFolder files, KnownOptions options, Missing missing)
{
    private static readonly Dictionary<string, string> DataAccess = new(StringComparer.Ordinal)
    {
        ["NO SQL"] = "NoSql", ["READS SQL DATA"] = "ReadsSqlData", ["MODIFIES SQL DATA"] = "ModifiesSqlData",
    };

    /// <summary>One line for each attribute.</summary>
    /// <param name="ownedHere">Whether the table of a sequence's column has no class, so that the sequence stands here.</param>
    public IEnumerable<string> Lines(Func<QualifiedName, bool> ownedHere) =>
        schema.Objects.SelectMany(o => Of(o, ownedHere)).Select(a => a.OnAssembly);

    private IEnumerable<AttributeText> Of(TopLevelObject subject, Func<QualifiedName, bool> ownedHere) => subject switch
    {
        Schema named => Of(named),
        Extension extension => [new AttributeText("Extension").With(CSharp.Text(extension.LocalName.Value))
            .Text("Version", extension.Version).Text("Schema", extension.Schema)],
        Domain domain => [Of(domain), .. GrantAttributes.Of(domain, domain.Name.ToString())],
        Sequence { OwnedBy: { } owner } when !ownedHere(owner.Table) => [],
        Sequence sequence => [Sequence(sequence, null, missing), .. GrantAttributes.Of(sequence, sequence.Name.ToString())],
        Routine { Body.Text.Length: 0 } => Told(subject, "a body, because it is empty"),
        Routine routine => [Of(routine), .. Grants(routine)],
        Event scheduled => [Of(scheduled)],
        SqlObject made => [Of(made)],
        _ => [],
    };

    // A name stands for all routines that have it.
    private IEnumerable<AttributeText> Grants(Routine routine)
    {
        var namesakes = schema.Objects.OfType<Routine>().Where(r => r.Name == routine.Name).ToList();
        if (namesakes.TrueForAll(r => r.Grants == routine.Grants))
            return ReferenceEquals(namesakes[0], routine) ? GrantAttributes.Of(routine, routine.Name.ToString()) : [];
        return Told(routine, "who may run it, because routines of one name have other rights");
    }

    private IEnumerable<AttributeText> Told(TopLevelObject subject, string what)
    {
        missing.Add(ObjectId.Of(subject), what);
        return [];
    }

    // What stands in a schema declares it: said is only what else is known of it.
    private IEnumerable<AttributeText> Of(Schema named)
    {
        var isUsed = schema.Objects.Any(o => o.Name.Schema == named.LocalName);
        if (named.Owner is not null || named.Comment is not null || named.Grants is not null || !isUsed)
            yield return new AttributeText("SchemaOptions").With(CSharp.Text(named.LocalName.Value)).Text("Owner", named.Owner)
                .Text("Comment", named.Comment);
        foreach (var grant in GrantAttributes.Of(named, named.LocalName.Value)) yield return grant;
    }

    private AttributeText Of(Domain domain)
    {
        var check = domain.CheckConstraints is [var first, ..] ? first : null;
        foreach (var more in domain.CheckConstraints.Skip(1))
            missing.Add(ObjectId.Of(domain.Name, more), "it, because the attribute takes one check");
        if (check is { NotValid: true }) missing.Add(ObjectId.Of(domain.Name, check), "that it was never tried on rows that are there");
        if (check is { Comment: not null }) missing.Add(ObjectId.Of(domain.Name, check), "its comment");
        return new AttributeText("Domain").With(CSharp.Text(domain.LocalName.Value)).With(CSharp.Text(domain.Type.ToString()))
            .Text("Schema", domain.Name.Schema).Flag("NotNull", !domain.Nullable).Text("Default", domain.Default?.Text)
            .Text("Collation", domain.Collation).Text("Check", check?.Expression.Text)
            .Text("CheckName", check?.Name ?? default).Text("Comment", domain.Comment);
    }

    /// <summary>A sequence, on the class of the table that has its column, or by itself.</summary>
    public static AttributeText Sequence(Sequence sequence, DeclaredClass? home, Missing missing)
    {
        foreach (var option in sequence.Options) missing.Add(ObjectId.Of(sequence), $"the option {option.Name}");
        var owner = sequence.OwnedBy is { } owned && home is not null ? PartText.Of([owned.Column], home).First() : null;
        return new AttributeText("Sequence").With(CSharp.Text(sequence.LocalName.Value)).Text("Schema", sequence.Name.Schema)
            .Text("Type", sequence.Type?.ToString()).Number("Start", sequence.Start).Number("Increment", sequence.Increment)
            .Number("Min", sequence.Min).Number("Max", sequence.Max).Number("Cache", sequence.Cache).Flag("Cycle", sequence.Cycle)
            .Set("OwnedBy", owner).Text("Comment", sequence.Comment);
    }

    private AttributeText Of(Routine routine)
    {
        // A file ends with its last line, and a declaration with its last word.
        missing.Add(ObjectId.Of(routine), routine.Body.Text.Trim() != routine.Body.Text, "white space around its body");
        var attribute = new AttributeText(routine.IsProcedure ? "Procedure" : "Function").With(CSharp.Text(routine.LocalName.Value))
            .Text("Schema", routine.Name.Schema).Set("File", files.Add(routine.Kind, routine.LocalName.Value, routine.Body.Text))
            .Text("Arguments", routine.Arguments.Length == 0 ? null : routine.Arguments).Text("Language", routine.Language)
            .Flag("Atomic", routine.IsAtomic).Choice("Security", routine.Security)
            .Set("DataAccess", DataAccess.TryGetValue(routine.DataAccess ?? "", out var word) ? $"DataAccess.{word}" : null)
            .Text("Definer", routine.Definer)
            .Options("Settings", options.OfRoutine(ObjectId.Of(routine), routine.Settings)).Text("Comment", routine.Comment);
        if (routine.IsProcedure) return attribute.Flag("Deterministic", routine.Volatility == Volatility.Immutable);
        return attribute.Text("Returns", routine.Returns).Choice("Volatility", routine.Volatility).Flag("Strict", routine.Strict)
            .Flag("Leakproof", routine.Leakproof).Choice("Parallel", routine.Parallel).Text("Cost", routine.Cost)
            .Text("Rows", routine.Rows);
    }

    private AttributeText Of(Event scheduled)
    {
        missing.Add(ObjectId.Of(scheduled), !scheduled.Settings.IsEmpty,
            $"the settings it was made with ({string.Join(", ", scheduled.Settings.Select(s => s.Name))})");
        return new AttributeText("Event").With(CSharp.Text(scheduled.LocalName.Value)).With(CSharp.Text(scheduled.Schedule.Text))
            .Set("File", files.Add(ObjectKind.Event, scheduled.LocalName.Value, scheduled.Body.Text))
            .Flag("Preserve", scheduled.Preserve).Choice("State", scheduled.State).Text("Definer", scheduled.Definer)
            .Text("Comment", scheduled.Comment);
    }

    private static AttributeText Of(SqlObject made) => new AttributeText("SqlObject").With(CSharp.Text(made.LocalName.Value))
        .List("Create", made.Create.Select(CSharp.Text).ToList()).List("Drop", made.Drop.Select(CSharp.Text).ToList())
        .List("DependsOn", made.Uses.Select(u => CSharp.Text(u.ToString())).ToList());
}
