namespace SchemaSync.Generators.Conventions;

/// <summary>Primary keys: by attribute, else <c>Id</c>, else the name of the class with <c>Id</c>, in any case of letters.</summary>
internal static class KeyConvention
{
    public static void Apply(EntityModel model)
    {
        foreach (var entity in model.Entities.Where(e => e.Base is null && e.Owner is null && !e.IsKeyless))
        {
            entity.Key.AddRange(Find(entity, model));
            if (entity.Key.Count == 0) model.Report(AttributeDiagnostics.EntityWithoutKey, entity.Place, entity.Name);
            foreach (var property in entity.Key)
            {
                property.IsNullable = false;
                if (property.Attributes.Any(a => a is { Standard: "DatabaseGenerated", Arguments.IsEmpty: false }))
                    model.Report(ModelDiagnostics.ComputedKey, property.Place, entity.Name, property.Column);
            }
        }

        // The key of what is owned begins with that of its owner, which is there by now.
        foreach (var entity in model.Entities.Where(e => e.Owner is not null)) Own(entity, model);
    }

    private static List<Property> Find(Entity entity, EntityModel model)
    {
        var said = Said(entity, model);
        return said.Count > 0 ? said : (Named(entity, "Id") ?? Named(entity, entity.Name + "Id")) is { } found ? [found] : [];
    }

    private static List<Property> Said(Entity entity, EntityModel model)
    {
        if (entity.Attributes.Find(a => a.Kind == AttributeKind.PrimaryKey) is { } use)
        {
            entity.IsKeySaid = true;
            return [.. use.Texts("Columns").Select(entity.Find).OfType<Property>()];
        }

        var declared = entity.Properties.FindAll(p => p.Attributes.Has(AttributeKind.PrimaryKey));
        if (declared.Count > 1)
            model.Report(ModelDiagnostics.SeveralPrimaryKeys, declared[declared.Count - 1].Place, entity.Name);
        entity.IsKeySaid = declared.Count > 0;
        return declared;
    }

    private static Property? Named(Entity entity, string name) =>
        entity.Properties.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static void Own(Entity entity, EntityModel model)
    {
        var owner = entity.Owner!;
        var relationship = new Relationship { Dependent = entity, Principal = owner, IsRequired = true, IsUnique = !entity.IsMany };
        foreach (var key in owner.Root.Key)
            relationship.Columns.Add(ShadowColumns.Add(entity, owner.Name, key, isNullable: false, entity.Place));
        entity.References.Add(relationship);
        if (!entity.IsMany)
        {
            entity.Key.AddRange(relationship.Columns);
            return;
        }

        entity.Key.AddRange(Said(entity, model));
        if (entity.Key.Count > 0) return;
        var number = Named(entity, "Id");
        if (number is null)
        {
            number = new()
            {
                Name = "Id", Place = entity.Place, Type = new(LogicalType.Int32, "int"), IsShadow = true, Attributes = [],
            };
            entity.Properties.Add(number);
        }

        number.IsNullable = false;
        entity.Key.AddRange([.. relationship.Columns, number]);
    }
}
