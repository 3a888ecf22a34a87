namespace SchemaSync.Generators.Building;

/// <summary>All classes together as models, one for each group of providers that share it.</summary>
internal static class SchemaAssembler
{
    /// <summary>The objects that stand on the assembly, and what is meant to go.</summary>
    public static EquatableArray<BuiltType> BuildAssembly(ProjectInput project, SqlFiles files)
    {
        var result = new List<BuiltType>();
        foreach (var provider in project.Settings.Providers)
        {
            var context = new BuildContext(ProviderProfile.Find(provider)!, project.Assembly, project.Settings, HeadDirectory.None, files);
            result.Add(BuildAssembly(project.Assembly, context));
        }

        return result.ToEquatableArray();
    }

    public static BuiltType BuildAssembly(AssemblyDeclaration assembly, BuildContext context)
    {
        SchemaNames.CheckDefaults(context);
        StoredTypes.Check(assembly, context);
        var objects = Standalone.Of(assembly.Attributes, head: null, SchemaNames.OfType("", context), context).ToList();
        var granted = objects.Select(o => o.Object).ToList();
        Grants.Apply(assembly.Attributes, granted, main: null, "the assembly", context);
        return new()
        {
            Provider = context.Profile.Name,
            Objects = granted.ToEquatableArray(),
            Intents = [.. Dropped(assembly, context).Select(d => d.Intent),
                .. objects.Select(o => MovedObjects.Of(o.Object, o.Use, context)).OfType<Intent>(),
                .. Hooks.Of(assembly.Attributes, Intent.Run, context)],
            Places = [.. objects.Select(o => new PlacedObject(ObjectId.Of(o.Object), o.Use.Place)),
                .. assembly.Attributes.Where(a => a.Kind == AttributeKind.BeforeSync || a.Kind == AttributeKind.AfterSync).Take(1)
                    .Select(a => new PlacedObject(Intent.Run, a.Place))],
        };
    }

    /// <summary>The tables and schemas that are meant to go.</summary>
    public static IEnumerable<(Intent Intent, Place Place)> Dropped(AssemblyDeclaration assembly, BuildContext context)
    {
        foreach (var use in context.Many(assembly.Attributes, AttributeKind.Dropped))
        {
            if (context.Choice<DroppedKind>(use, "Kind", "the assembly") == DroppedKind.Schema)
            {
                if (DroppedSchema(use, context) is { } schema)
                    yield return (new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, schema), schema.Name), use.Place);
                continue;
            }

            context.Supports(use, $"the dropped table {use.Text("Name")}");
            if (DroppedTable(use, context) is not { } table) continue;
            yield return (new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Table, table), table.Name), use.Place);
        }
    }

    private static QualifiedName? DroppedSchema(AttributeUse use, BuildContext context)
    {
        var text = use.Text("Name") ?? "";
        var name = SchemaNames.Parse(text);
        if (name is not { IsQualified: false } schema || use.Gives("Schema"))
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, "the assembly",
                "a schema has a name and stands in no other schema");
            return null;
        }

        if (!context.Profile.Has(Feature.Schemas))
            context.Unsupported(use.Place, use.Display, $"the schema {text}", "remove it, or limit it with Provider");
        else if (context.Profile.IsSystemSchema(schema.Name.Value)) SchemaNames.Check(use, schema.Name.Value, use.Display, context);
        return schema;
    }

    private static QualifiedName? DroppedTable(AttributeUse use, BuildContext context)
    {
        var name = SchemaNames.Parse(use.Text("Name") ?? "");
        var problem = name is null ? $"{use.Text("Name")} is no name"
            : name.Value.IsQualified && use["Schema"] is not null ? "the name says a schema, and so does Schema; give one of them" : null;
        if (problem is not null) context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, "the assembly", problem);
        if (name is not { } table || problem is not null) return null;
        if (!table.IsQualified) return new(SchemaNames.Of(use, SchemaNames.OfType("", context), context), table.Name);
        const string Advice = "put a name that holds a point into double quotes, or limit it with Provider";
        if (!context.Profile.Has(Feature.Schemas)) context.Unsupported(use.Place, use.Display, $"the schema {table.Schema}", Advice);
        return table;
    }

    /// <summary>The classes by name, so that the order in which they were found makes no difference; the assembly comes last.</summary>
    public static EquatableArray<EquatableArray<BuiltType>> InOrder(IEnumerable<EquatableArray<BuiltType>> types,
        EquatableArray<BuiltType> assembly) =>
        types.Where(t => !t.IsEmpty).OrderBy(t => t[0].TypeName, StringComparer.Ordinal).Append(assembly)
            .Where(t => !t.IsEmpty).ToEquatableArray();

    /// <summary>The models.</summary>
    public static EquatableArray<SchemaModel> Assemble(IEnumerable<EquatableArray<BuiltType>> types)
    {
        var byProvider = types.SelectMany(t => t.Select(b => b)).GroupBy(b => b.Provider);
        return Manifest.Group(byProvider.Select(built => new SchemaModel
        {
            Providers = [built.Key],
            Objects = built.SelectMany(b => b.Objects).ToEquatableArray(),
            Intents = built.SelectMany(b => b.Intents).ToEquatableArray(),
        }));
    }
}
