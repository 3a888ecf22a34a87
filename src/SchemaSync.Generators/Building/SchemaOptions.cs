namespace SchemaSync.Generators.Building;

/// <summary>Schemas of which something is said.</summary>
internal static class SchemaOptions
{
    public static IEnumerable<(TopLevelObject Schema, AttributeUse Use)> Of(EquatableArray<AttributeUse> attributes, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.SchemaOptions), u => u.Text("Name") ?? ""))
        {
            var name = use.Text("Name") ?? "";
            context.Supports(use, $"schema {name}");
            if (context.Profile.IsSystemSchema(name)) SchemaNames.Check(use, name, use.Display, context);
            if (use.Text("Owner") is { } owner && owner.Trim().Length == 0)
                context.Report(AttributeDiagnostics.EmptyName, use.Place, $"the owner of schema {name}");
            yield return (new Schema { Name = new(name), Owner = use.Text("Owner"), Comment = use.Text("Comment") }, use);
        }
    }
}
