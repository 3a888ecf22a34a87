using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>All classes together as models, one for each group of providers that share it.</summary>
internal static class SchemaAssembler
{
    /// <summary>The objects that stand on the assembly, and tables that are meant to go.</summary>
    public static EquatableArray<BuiltType> BuildAssembly(ProjectInput project, SqlFiles files)
    {
        var result = new List<BuiltType>();
        foreach (var provider in project.Settings.Providers)
        {
            var context = new BuildContext(ProviderProfile.Find(provider)!, project.Assembly, project.Settings, new([]), files);
            result.Add(BuildAssembly(project.Assembly, context));
        }

        return result.ToEquatableArray();
    }

    public static BuiltType BuildAssembly(AssemblyDeclaration assembly, BuildContext context)
    {
        var objects = Standalone.Of(assembly.Attributes, head: null, context).ToList();
        var granted = objects.Select(o => o.Object).ToList();
        Grants.Apply(assembly.Attributes, granted, main: null, "the assembly", context);
        var dropped = context.Many(assembly.Attributes, "Dropped").Select(u => u.Text("Name")).OfType<string>();
        return new()
        {
            Provider = context.Profile.Name,
            Objects = granted.ToEquatableArray(),
            Intents = dropped.Select(name => new Intent(IntentKind.Dropped, ObjectId.Top(ObjectKind.Table, new(name)), new(name))).ToEquatableArray(),
            Places = objects.Select(o => new PlacedObject(ObjectId.Of(o.Object), o.Use.Place)).ToEquatableArray(),
        };
    }

    /// <summary>A class that is seen twice (a partial one with two [Table]) counts once.</summary>
    public static EquatableArray<EquatableArray<BuiltType>> Distinct(IEnumerable<EquatableArray<BuiltType>> types)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return types.Where(t => !t.IsEmpty && seen.Add(t[0].TypeName)).ToEquatableArray();
    }

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
