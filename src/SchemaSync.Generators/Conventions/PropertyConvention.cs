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
            if (!inherited.Contains(member.Name)) Add(entity, member, new("", "", "", IsOptional: false, IsComplex: false));
        AddIndexes(entity, entity.Attributes, "");
    }

    private static void AddIndexes(Entity entity, IEnumerable<AttributeUse> attributes, string prefix)
    {
        foreach (var use in attributes.Where(a => a.Kind == AttributeKind.Index))
        {
            var names = use.Texts("Columns").Select(c => prefix + c.Split(' ')[0]).ToEquatableArray();
            entity.Indexes.Add((use, names, use.Flag("Unique")));
        }
    }

    private void Add(Entity entity, EntityMember member, Part part)
    {
        var type = member.Class is null ? null : model.Classes[member.Class];
        // A list of a complex class is nothing that a table holds.
        if (type is null || (member.IsMany && (part.IsComplex || type.Has(AttributeKind.ComplexType)))) AddColumn(entity, member, part);
        else if (!part.IsComplex && !EntityDiscovery.IsPart(type, model)) AddNavigation(entity, member, part);
        else if (member.IsMany || type.Has(AttributeKind.Table)) OwnedTables.Add(entity, member, model);
        else if (member.CanWrite) AddPart(entity, member, part);
    }

    private void AddPart(Entity entity, EntityMember member, Part part)
    {
        // A class that holds itself is not one that is stored in a row.
        if (part.Name.Split('_').Length > 16) return;
        var isOptional = member.Declaration.Type.Nullable && !member.Has(AttributeKind.Required);
        var type = model.Classes[member.Class!];
        var inner = new Part($"{part.Name}{member.Name}_", $"{part.Column}{member.Name}_", type.Name, part.IsOptional || isOptional,
            part.IsComplex || type.Has(AttributeKind.ComplexType));
        foreach (var own in EntityDiscovery.Members(model.Chain(type))) Add(entity, own, inner);
        AddIndexes(entity, type.Attributes, inner.Name);
    }

    private void AddNavigation(Entity entity, EntityMember member, Part part)
    {
        // What is owned leads back to its owner.
        if (entity.Owner?.FullName == member.Class || (part.Name.Length > 0 && entity.FullName == member.Class)) return;
        if ((member.IsMany || member.CanWrite) && model.Of(member.Class!) is { IsKeyless: false } target)
            entity.Navigations.Add(new(entity, member, target, part.Name));
    }

    private void AddColumn(Entity entity, EntityMember member, Part part)
    {
        var declared = member.Declaration;
        // What has no setter is passed over, unless an attribute says that it is a column: one of ours, or any where nobody can see.
        if (!member.CanWrite && !declared.Attributes.Any(a => (!a.IsStandard || member.MayWrite)
            && (a.Kind.IsOfColumn || a.Kind == AttributeKind.Required)))
        {
            if (member.MayWrite && declared.Type.Logical is not null)
                model.Report(AttributeDiagnostics.SetterOutOfSight, PlaceOf(entity), declared.Name, entity.Name);
            return;
        }

        entity.Properties.Add(new()
        {
            Name = part.Name + member.Name,
            Place = declared.Place,
            Part = part.Class,
            Type = declared.Type,
            Attributes = declared.Attributes,
            DefaultColumn = part.Column + member.Name,
            IsNullable = part.IsOptional || (IsNullable(entity, member) && !declared.Has(AttributeKind.Required)),
        });
    }

    // Box<string> as an entity says nothing about NULL; a class that derives from it does.
    private static bool IsNullable(Entity entity, EntityMember member) =>
        member.Declaration.Type.Nullable || (member.IsOpen && entity.Class.Members.Contains(member));

    // The class is another project's; a set of it is here.
    private Place PlaceOf(Entity entity) => model.Sets.FirstOrDefault(s => s.Class == entity.FullName)?.Place ?? entity.Place;

    /// <summary>Where properties of an inner class go.</summary>
    /// <param name="Class">The inner class.</param>
    /// <param name="IsOptional">Whether there are rows without it.</param>
    /// <param name="IsComplex">Whether every class inside is a part of it.</param>
    private readonly record struct Part(string Name, string Column, string Class, bool IsOptional, bool IsComplex);
}
