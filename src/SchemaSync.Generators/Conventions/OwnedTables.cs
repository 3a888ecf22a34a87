namespace SchemaSync.Generators.Conventions;

/// <summary>
/// What is owned and has a table: a collection, by the key of its owner and a number, and what says <c>[Table]</c>, by that key alone.
/// </summary>
internal static class OwnedTables
{
    public static void Add(Entity owner, EntityMember member, EntityModel model)
    {
        var type = model.Classes[member.Class!];
        var entity = new Entity(type)
        {
            FullName = $"{owner.FullName}.{member.Name}",
            Place = member.Declaration.Place,
            Owner = owner,
            OwnerNavigation = member.Name,
            IsMany = member.IsMany,
            Schema = type.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Table)?.Text("Schema") ?? owner.Root.Schema,
        };
        entity.Parts.AddRange(model.Chain(type));
        entity.Attributes.AddRange(entity.Parts.SelectMany(p => p.Attributes.Where(a => p == type || a.Kind.IsInherited)));
        model.Add(entity);
        PropertyConvention.Add(entity, model);
    }
}
