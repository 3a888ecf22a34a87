namespace SchemaSync.Generators.Building;

/// <summary>Foreign keys from the standard [ForeignKey]: on a navigation it names the properties, on a property the navigation.</summary>
internal static class Navigations
{
    public static IEnumerable<(ForeignKey Key, Place Place)> Build(TypeDeclaration type, TableHead head, BuildContext context)
    {
        foreach (var member in type.Members.AsEnumerable())
        {
            if (context.One(member.Attributes, AttributeKind.ForeignKeyNames) is not { } use || use.Text("Name") is not { } text) continue;
            if (member.Type.IsCollection)
            {
                context.Report(AttributeDiagnostics.NotHonoured, use.Place, text, use.Display, $"property {member.Name}");
                continue;
            }

            var names = text.Split(',').Select(n => n.Trim()).Where(n => n.Length > 0).ToList();
            var navigation = member.Type.Target is not null
                ? member
                : type.Members.FirstOrDefault(m => names.Contains(m.Name) && m.Type.Target is not null);
            if (navigation is null)
            {
                context.Report(ModelDiagnostics.UnknownColumn, use.Place, use.Display, text, $"class {type.Name}");
                continue;
            }

            var columns = navigation == member ? names : [member.Name];
            if (Build(navigation, use, columns, head, context) is { } key) yield return (key, member.Place);
        }
    }

    private static ForeignKey? Build(MemberDeclaration navigation, AttributeUse use,
        List<string> names, TableHead head, BuildContext context)
    {
        var columns = IndexParts.Columns(use, names.ToEquatableArray(), head, context);
        if (columns.Count != names.Count) return null;
        var subject = $"foreign key of {head.Display} ({string.Join(", ", columns)})";
        if (context.Heads.ByType(context.Profile.Name, navigation.Type.Target!) is not { } target)
        {
            context.Report(ModelDiagnostics.UnknownTable, use.Place, subject, navigation.Type.Display);
            return null;
        }

        if (target.PrimaryKey.IsEmpty)
        {
            context.Report(ModelDiagnostics.ForeignKeyTarget, use.Place, use.Display, target.Display, "no primary key");
            return null;
        }

        if (target.PrimaryKey.Count != columns.Count)
        {
            context.Report(ModelDiagnostics.ForeignKeyCount, use.Place, subject,
                ForeignKeyBuilder.Count(columns.Count), ForeignKeyBuilder.Count(target.PrimaryKey.Count));
            return null;
        }

        return new()
        {
            Columns = columns,
            ReferencedTable = target.Table,
            ReferencedColumns = target.PrimaryKey.Select(c => new Identifier(c)).ToEquatableArray(),
            OnDelete = ForeignKeyBuilder.DeleteBehavior(navigation, context),
        };
    }
}
