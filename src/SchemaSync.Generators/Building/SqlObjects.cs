namespace SchemaSync.Generators.Building;

/// <summary>Objects that are declared as SQL alone.</summary>
internal static class SqlObjects
{
    public static IEnumerable<(TopLevelObject Object, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, TableHead? head, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.SqlObject), u => u.Text("Name") ?? ""))
        {
            var name = use.Text("Name")?.Trim() ?? "";
            var subject = $"SQL object {name}";
            if (name.Length == 0)
            {
                context.Report(AttributeDiagnostics.EmptyName, use.Place, use.Display);
                continue;
            }

            if (Texts(use, "Create", subject, context) is not { } create || Texts(use, "Drop", subject, context) is not { } drop) continue;
            var needs = use.Texts("DependsOn").Select(n => SchemaNames.Parse(n, home)).OfType<QualifiedName>();
            if (head is not null) needs = needs.Append(head.Table);
            yield return (new SqlObject
            {
                Name = new(new Identifier(name)),
                Create = create,
                Drop = drop,
                Uses = needs.Distinct().OrderBy(n => n).ToEquatableArray(),
            }, use);
        }
    }

    private static EquatableArray<string>? Texts(AttributeUse use, string argument, string subject, BuildContext context)
    {
        var texts = use.Texts(argument);
        var file = use.Text(argument + "File");
        if (texts.IsEmpty == (file is null))
        {
            context.Report(AttributeDiagnostics.SqlObjectIncomplete, use.Place, subject,
                file is null ? $"no {argument}" : $"{argument} twice", argument);
            return null;
        }

        if (file is not null)
        {
            if (context.Files.Find(file) is not { } text)
            {
                context.Report(AttributeDiagnostics.MissingFile, use.Place, subject, file);
                return null;
            }

            texts = [text];
        }

        var trimmed = texts.Select(t => t.Replace("\r\n", "\n").Trim().TrimEnd(';').TrimEnd()).ToEquatableArray();
        if (!trimmed.Contains("")) return trimmed;
        context.Report(AttributeDiagnostics.EmptySql, use.Place, argument, subject);
        return null;
    }
}
