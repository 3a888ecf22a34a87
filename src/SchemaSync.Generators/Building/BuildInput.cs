namespace SchemaSync.Generators.Building;

/// <summary>The project around the classes.</summary>
internal sealed record ProjectInput(AssemblyDeclaration Assembly, Settings Settings);

/// <summary>One class with exactly what its objects depend on, so that nothing else makes it stale.</summary>
internal sealed record BuildInput(TypeDeclaration Type, ProjectInput Project, HeadDirectory Heads, SqlFiles Files)
{
    public static EquatableArray<TableHead> HeadsOf(TypeDeclaration type, ProjectInput project)
    {
        var heads = new List<TableHead>();
        foreach (var provider in project.Settings.Providers)
        {
            var same = heads.Count > 0 && IsUniform(type, project.Assembly);
            var head = same
                ? heads[0] with { Provider = provider }
                : HeadBuilder.Build(type,
                    new(ProviderProfile.Find(provider)!, project.Assembly, project.Settings, HeadDirectory.None, SqlFiles.None));
            if (head is not null) heads.Add(head);
        }

        return heads.ToEquatableArray();
    }

    /// <summary>The objects for each provider, sharing what is the same.</summary>
    public EquatableArray<BuiltType> Build()
    {
        var uniform = Project.Settings.Providers.Count > 1 && IsUniform(Type, Project.Assembly)
            && Heads.IsUniform && !DependsOnDialect(Type);
        var result = new List<BuiltType>();
        foreach (var provider in Project.Settings.Providers)
        {
            result.Add(uniform && result.Count > 0
                ? result[0] with { Provider = provider }
                : TypeBuilder.Build(Type, Context(provider)));
        }

        return result.ToEquatableArray();
    }

    public BuildContext Context(string provider) => new(ProviderProfile.Find(provider)!, Project.Assembly, Project.Settings, Heads, Files);

    private static bool IsUniform(TypeDeclaration type, AssemblyDeclaration assembly) =>
        !type.Attributes.Any(a => a.Providers != 0 || SchemaNames.DependsOnProvider(a))
        && !assembly.Attributes.Any(a => a.Providers != 0)
        && !type.Members.Any(m => m.Attributes.Any(a => a.Providers != 0));

    private static bool DependsOnDialect(TypeDeclaration type) =>
        type.Custom is not null
        || type.Attributes.Any(a => a.Kind.VariesByProvider || DependsOnDialect(a))
        || type.Members.Any(m => m.Type.Custom is not null || m.Attributes.Any(DependsOnDialect));

    // A text or binary constant is spelled differently here and there, and so are options and methods.
    private static bool DependsOnDialect(AttributeUse use)
    {
        if (use.Kind == AttributeKind.Default)
            return use["Value"] is { } value && (value.Kind == ConstantKind.List || value.Text.Contains("\\"));
        // What is left to others is somewhere, or nowhere.
        if (use.Kind == AttributeKind.ForeignKey && use["Table"] is { Kind: ConstantKind.Text } table && table.Text.Contains("."))
            return true;
        return use["Options"] is not null || use["Method"] is not null;
    }
}
