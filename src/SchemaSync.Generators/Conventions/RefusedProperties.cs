namespace SchemaSync.Generators.Conventions;

/// <summary>Properties for which Entity Framework makes no database at all.</summary>
internal static class RefusedProperties
{
    public static void Report(EntityModel model, EquatableArray<string> providers)
    {
        foreach (var entity in model.Entities)
        {
            foreach (var property in entity.Properties) Report(entity, property, model, providers);
            foreach (var use in entity.Attributes.Where(IsEmpty))
                model.Report(AttributeDiagnostics.RefusedByEntityFramework, use.Place, $"class {entity.Name}", EmptyComment);
        }
    }

    private const string EmptyComment = "the text of [Comment] is empty; write one, or remove it";

    private static void Report(Entity entity, Property property, EntityModel model, EquatableArray<string> providers)
    {
        foreach (var use in property.Attributes.Where(IsEmpty)) Refuse(use.Place, EmptyComment);
        var type = property.Type.Display.TrimEnd('?');
        if (property.Attributes.Any(a => a.Kind == AttributeKind.Column && a.Text("Type") is not null && !a.IsStandard)) return;
        foreach (var profile in providers.Select(p => ProviderProfile.Find(p)!).Where(p => p.EntityFrameworkRefuses.Contains(type)))
        {
            Refuse(property.Place,
                $"its provider for {profile.Name} has no type for {type}; make it a string, or mark it [NotMapped]");
        }

        void Refuse(Place place, string reason) => model.Report(AttributeDiagnostics.RefusedByEntityFramework, place,
            $"property {property.Name} of {entity.Name}", reason);
    }

    private static bool IsEmpty(AttributeUse use) =>
        use.Kind == AttributeKind.Comment && use.IsStandard && string.IsNullOrWhiteSpace(use.Text("Text"));
}
