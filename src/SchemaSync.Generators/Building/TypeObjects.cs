namespace SchemaSync.Generators.Building;

/// <summary>Enum types, composite types and domains.</summary>
internal static class TypeObjects
{
    /// <summary>The type that an enum or a class is.</summary>
    public static IEnumerable<(TopLevelObject Type, AttributeUse Use)> OfType(TypeDeclaration type, BuildContext context)
    {
        if (type.Custom is not { } custom) yield break;
        if (context.One(custom.Attributes, AttributeKind.EnumType, $"enum {type.Name}") is { } named
            && Enumeration(named, custom, context) is { } enumeration) yield return (enumeration, named);
        if (context.One(custom.Attributes, AttributeKind.CompositeType, $"class {type.Name}") is { } use)
            yield return (Composite(use, type, custom, context), use);
    }

    /// <summary>Enum types with their words on the assembly, and domains.</summary>
    public static IEnumerable<(TopLevelObject Type, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.EnumType), Name))
        {
            // On a class of an enum it is read with the enum.
            if (use.Place.Type.Length > 0) continue;
            var subject = $"enum type {Name(use)}";
            if (context.Profile.Has(Feature.EnumTypes)) SchemaNames.Check(use, subject, context);
            context.Needs(Feature.EnumTypes, true, use.Place, subject, "an enum type without a C# enum", "put [EnumType] on a C# enum");
            var words = use.Texts("Values");
            const string Problem = "on the assembly it needs the words of the type";
            if (words.IsEmpty) context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject, Problem);
            else yield return (Enumeration(use, context.Qualified(use, home), Distinct(words, use, subject, context)), use);
        }

        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.Domain), Name))
        {
            context.Supports(use, $"domain {Name(use)}");
            yield return (Domain(use, home, context), use);
        }
    }

    private static EnumType? Enumeration(AttributeUse use, CustomType custom, BuildContext context)
    {
        var name = CustomColumnTypes.NameOf(use, custom, context);
        var subject = $"enum type {name}";
        if (!use.Texts("Values").IsEmpty)
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                "on an enum the words come from its members; use [EnumLabel] to change one");
        var words = CustomColumnTypes.Labels(custom, context);
        if (words.IsEmpty)
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject, "the enum has no members that could be words");
        Distinct(words, use, subject, context);
        SchemaNames.Check(use, subject, context);
        foreach (var word in custom.Members.Select(m => context.One(m.Attributes, AttributeKind.EnumLabel)).OfType<AttributeUse>())
            context.Supports(word, subject);
        if (context.Profile.Has(Feature.EnumTypes) && !custom.IsFlags) return Enumeration(use, name, words);
        context.Supports(use, "RenamedFrom", subject);
        // Where the words stand at each column, there is nothing that a comment could be kept with.
        const string Advice = "remove it, or give [EnumType] without it for this provider";
        context.Needs(Feature.EnumTypes, use.Text("Schema") is { Length: > 0 } && context.Profile.Has(Feature.Schemas),
            use.Place, subject, "Schema", Advice);
        context.Needs(Feature.EnumTypes, use.Gives("Comment"), use.Place, subject, "Comment", Advice);
        return null;
    }

    private static EnumType Enumeration(AttributeUse use, QualifiedName name, EquatableArray<string> words) =>
        new() { Name = name, Values = words, Comment = use.Text("Comment") };

    private static CompositeType Composite(AttributeUse use, TypeDeclaration type, CustomType custom, BuildContext context)
    {
        var name = CustomColumnTypes.NameOf(use, custom, context);
        context.Supports(use, $"composite type {name}");
        var attributes = MemberColumns.Of(type, context).Select(c => new CompositeAttribute(
            new(c.Name), ColumnTypes.Build(c.Member, $"attribute {name}.{c.Name}", context),
            context.One(c.Member.Attributes, AttributeKind.Collation, c.Name)?.Text("Name"))
        {
            Comment = context.One(c.Member.Attributes, AttributeKind.Comment, c.Name)?.Text("Text"),
        });
        var result = new CompositeType { Name = name, Attributes = attributes.ToEquatableArray(), Comment = use.Text("Comment") };
        if (result.Attributes.IsEmpty) context.Report(ModelDiagnostics.NoColumns, use.Place, name.ToString());
        return result;
    }

    private static Domain Domain(AttributeUse use, Identifier home, BuildContext context)
    {
        var check = use.Text("Check")?.Trim();
        if (check is null && use.Gives("CheckName"))
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, $"domain {Name(use)}", "CheckName needs Check");
        return new()
        {
            Name = context.Qualified(use, home),
            Type = ColumnType.Of((use.Text("Type") ?? "").Trim()),
            Nullable = !use.Flag("NotNull"),
            Default = use.Text("Default") is { } value ? new(value.Trim()) : null,
            Collation = use.Text("Collation"),
            CheckConstraints = check is null
                ? []
                : [new CheckConstraint { Name = new(use.Text("CheckName") ?? ""), Expression = new(check) }],
            Comment = use.Text("Comment"),
        };
    }

    private static EquatableArray<string> Distinct(EquatableArray<string> words, AttributeUse use, string subject, BuildContext context)
    {
        foreach (var twice in words.GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1))
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                $"the word {twice.Key} stands for two members; give one of them another with [EnumLabel]");
        return words;
    }

    private static string Name(AttributeUse use) => use.Text("Name") ?? "";
}
