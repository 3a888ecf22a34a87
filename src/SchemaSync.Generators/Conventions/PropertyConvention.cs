namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Properties become columns and navigations. Those of an owned or complex class become columns of the class that has it, called
/// <c>Address_Street</c>; a collection of an owned class becomes a table.
/// </summary>
internal sealed class PropertyConvention(EntityModel model)
{
    public static void Apply(EntityModel model)
    {
        foreach (var entity in model.Entities.ToList()) Add(entity, model);
    }

    public static void Add(Entity entity, EntityModel model) => new PropertyConvention(model).Add(entity);

    private void Add(Entity entity)
    {
        var inherited = entity.Base is null ? [] : EntityDiscovery.Members(model.Chain(entity.Base.Class)).ConvertAll(m => m.Name);
        foreach (var member in EntityDiscovery.Members(entity.Parts))
            if (!inherited.Contains(member.Name)) Add(entity, member, new("", "", IsOptional: false));
        foreach (var use in entity.Attributes.Where(a => a.Kind == AttributeKind.Index))
        {
            var names = use.Texts("Columns").Select(c => c.Split(' ')[0]).ToEquatableArray();
            entity.Indexes.Add((use, names, use.Flag("Unique")));
        }
    }

    private void Add(Entity entity, EntityMember member, Part part)
    {
        if (member.Class is null) AddColumn(entity, member, part);
        else if (!EntityDiscovery.IsPart(model.Classes[member.Class], model)) AddNavigation(entity, member, part);
        else if (member.IsMany || model.Classes[member.Class].Has(AttributeKind.Table)) OwnedTables.Add(entity, member, model);
        else if (member.CanWrite) AddPart(entity, member, part);
    }

    private void AddPart(Entity entity, EntityMember member, Part part)
    {
        // A class that holds itself is not one that is stored in a row.
        if (part.Name.Split('_').Length > 16) return;
        var isOptional = member.Declaration.Type.Nullable && !member.Has(AttributeKind.Required);
        var inner = new Part($"{part.Name}{member.Name}_", $"{part.Column}{member.Name}_", part.IsOptional || isOptional);
        foreach (var own in EntityDiscovery.Members(model.Chain(model.Classes[member.Class!]))) Add(entity, own, inner);
    }

    private void AddNavigation(Entity entity, EntityMember member, Part part)
    {
        // What is owned leads back to its owner.
        if (entity.Owner?.FullName == member.Class || (part.Name.Length > 0 && entity.FullName == member.Class)) return;
        if ((member.IsMany || member.CanWrite) && model.Of(member.Class!) is { IsKeyless: false } target)
            entity.Navigations.Add(new(entity, member, target, part.Name));
    }

    private static void AddColumn(Entity entity, EntityMember member, Part part)
    {
        var declared = member.Declaration;
        // What has no setter is passed over, unless an attribute of ours says that it is a column.
        if (!member.CanWrite && !declared.Attributes.Any(a => !a.IsStandard && a.Kind.IsOfColumn)) return;
        // PostgreSQL's own version of a row, which every table has.
        if (declared.Type.Logical == LogicalType.UInt32 && declared.Attributes.Any(a => a.Standard == "Timestamp")) return;
        entity.Properties.Add(new()
        {
            Name = part.Name + member.Name,
            Place = declared.Place,
            Type = declared.Type,
            Attributes = declared.Attributes,
            DefaultColumn = part.Column + member.Name,
            IsNullable = part.IsOptional || (declared.Type.Nullable && !declared.Has(AttributeKind.Required)),
        });
    }

    /// <summary>Where properties of an inner class go.</summary>
    /// <param name="IsOptional">Whether there are rows without it.</param>
    private readonly record struct Part(string Name, string Column, bool IsOptional);
}
