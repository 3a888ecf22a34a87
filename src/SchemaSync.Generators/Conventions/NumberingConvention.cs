namespace SchemaSync.Generators.Conventions;

/// <summary>Which columns the database numbers: a key of one whole number that refers to nothing, and what an attribute says.</summary>
internal static class NumberingConvention
{
    public static void Apply(EntityModel model)
    {
        foreach (var entity in model.Entities)
        {
            var references = new[] { entity }.Concat(entity.AllDerived).SelectMany(e => e.References)
                .Where(r => r.Dependent.Base is null || r.Principal != r.Dependent.Base).SelectMany(r => r.Columns).ToList();
            var own = entity.Key.FindAll(k => !references.Contains(k));
            var isNumber = entity.Owner is null ? entity.Key.Count == 1 && own.Count == 1 : own.Count == 1;
            foreach (var property in entity.Properties)
                property.IsNumbered = IsWhole(property.Type) && (Said(property) ?? (isNumber && property == own[0]));
        }
    }

    private static bool IsWhole(ClrType type) => type is { IsArray: false, IsEnum: false }
        && type.Logical is >= LogicalType.SByte and <= LogicalType.UInt64;

    private static bool? Said(Property property)
    {
        if (property.Attributes.Has(AttributeKind.Default) || property.Attributes.Has(AttributeKind.DefaultSql)
            || property.Attributes.Has(AttributeKind.Computed)) return false;
        return property.Attributes.FirstOrDefault(a => a.Standard == "DatabaseGenerated") is { } use
            ? use.Kind == AttributeKind.Identity : null;
    }
}
