using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Views, declared on a class or on the assembly.</summary>
internal static class Views
{
    public static IEnumerable<(View View, AttributeUse Use)> OfType(TypeDeclaration type, BuildContext context) => Of(type.Attributes, context);

    public static IEnumerable<(View View, AttributeUse Use)> Of(EquatableArray<AttributeUse> attributes, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, "View"), u => u.Text("Name") ?? ""))
        {
            var name = use.Text("Name") ?? "";
            if (Bodies.Read(use, "Sql", $"view {name}", context) is not { } sql) continue;
            yield return (new View { Name = new(name), Columns = use.Texts("Columns").Select(c => new Identifier(c)).ToEquatableArray(), Definition = sql }, use);
        }
    }
}
