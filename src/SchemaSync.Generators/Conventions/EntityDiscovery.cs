namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Which classes are entities: those of a set or with <c>[Table]</c>, and what their navigations lead to. Owned and complex classes are a
/// part of another.
/// </summary>
internal static class EntityDiscovery
{
    public static EntityModel Find(EntityDeclarations declared)
    {
        var model = new EntityModel(declared);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var roots = declared.Sets.Select(s => s.Class)
            .Concat(declared.Classes.Where(c => c.Has(AttributeKind.Table)).Select(c => c.FullName));
        foreach (var root in roots) if (model.Classes.TryGetValue(root, out var type)) Reach(type, model, found, seen);
        foreach (var name in declared.Sets.Select(s => s.Class))
            if (seen.Contains(name) && !IsLeftOut(model.Classes[name], model)) found.Add(name);

        foreach (var name in found) model.Add(Make(model.Classes[name], model));
        foreach (var entity in model.Entities)
        {
            var chain = model.Chain(entity.Class);
            var parent = chain.Take(chain.Count - 1).LastOrDefault(c => model.Of(c.FullName) is not null);
            entity.Base = parent is null ? null : model.Of(parent.FullName);
            entity.Base?.Derived.Add(entity);
            entity.Parts.AddRange(chain.Skip(parent is null ? 0 : chain.IndexOf(parent) + 1));
            entity.Attributes.AddRange(entity.Parts.SelectMany(p => p.Attributes.Where(a => p == entity.Class || a.Kind.IsInherited)));
        }

        foreach (var entity in model.Entities.Where(e => e.Class.IsAbstract && e.AllDerived.All(d => d.Class.IsAbstract)))
            model.Report(AttributeDiagnostics.AbstractEntity, entity.Place, entity.Name);
        return model;
    }

    /// <summary>Whether a class is stored with the one that has it.</summary>
    public static bool IsPart(EntityClass type, EntityModel model) =>
        model.Chain(type).Exists(c => c.Has(AttributeKind.Owned)) || type.Has(AttributeKind.ComplexType);

    /// <summary>The properties of a class and of some of its bases, each once.</summary>
    public static List<EntityMember> Members(IEnumerable<EntityClass> parts)
    {
        var members = new List<EntityMember>();
        foreach (var member in parts.SelectMany(p => p.Members.AsEnumerable()))
        {
            var existing = members.FindIndex(m => m.Name == member.Name);
            if (existing < 0) members.Add(member);
            else members[existing] = Overriding(members[existing], member);
        }

        return members.FindAll(m => !m.Has(AttributeKind.Ignore));
    }

    private static EntityMember Overriding(EntityMember below, EntityMember above)
    {
        if (!above.IsOverride) return above;
        var own = above.Declaration.Attributes;
        var inherited = below.Declaration.Attributes.Where(a => !own.Has(a.Kind));
        return above with { Declaration = above.Declaration with { Attributes = [.. own, .. inherited] } };
    }

    private static Entity Make(EntityClass type, EntityModel model) =>
        new(type)
        {
            IsKeyless = model.Chain(type).Exists(c => c.Has(AttributeKind.Keyless)),
            Schema = type.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Table)?.Text("Schema"),
        };

    private static void Reach(EntityClass type, EntityModel model, ISet<string> found, HashSet<string> seen)
    {
        // What holds a complex class holds no entity.
        if (!seen.Add(type.FullName) || IsLeftOut(type, model) || type.Has(AttributeKind.ComplexType)) return;
        if (!IsPart(type, model)) found.Add(type.FullName);
        foreach (var member in Members(model.Chain(type)))
        {
            if (member.Class is not null && (member.IsMany || member.CanWrite)) Reach(model.Classes[member.Class], model, found, seen);
        }
    }

    // Stored nowhere, or a view of ours that a set reads.
    private static bool IsLeftOut(EntityClass type, EntityModel model) => model.Chain(type).Exists(c => c.Has(AttributeKind.Ignore))
        || (!type.Has(AttributeKind.Table) && (type.Has(AttributeKind.View) || type.Has(AttributeKind.MaterializedView)));
}
