namespace SchemaSync.Generators.Building;

/// <summary>SQL that runs before or after a sync, or the change of one object.</summary>
internal static class Hooks
{
    /// <summary>Those on one place, in the order in which they run.</summary>
    public static IEnumerable<Intent> Of(EquatableArray<AttributeUse> attributes, ObjectId subject, BuildContext context)
    {
        foreach (var (kind, intent) in new[] { (AttributeKind.BeforeSync, IntentKind.Before), (AttributeKind.AfterSync, IntentKind.After) })
        {
            if (!attributes.Has(kind)) continue;
            foreach (var use in BuildContext.Winners(context.Many(attributes, kind), u => $"{Order(u)}").OrderBy(Order))
            {
                if (Bodies.Read(use, "Sql", subject == Intent.Run ? "the assembly" : subject.ToString(), context) is not { } sql) continue;
                var order = Order(use);
                yield return new(intent, subject, subject.Name)
                {
                    Sql = sql.Text,
                    Order = order == 0 ? null : order,
                    Unproved = use.Flag("Unproved"),
                };
            }
        }
    }

    /// <summary>Those of a table's columns.</summary>
    public static IEnumerable<Intent> OfColumns(
        IReadOnlyList<(MemberDeclaration Member, string Name)> columns, QualifiedName table, BuildContext context) =>
        columns.Where(c => c.Member.Has(AttributeKind.BeforeSync) || c.Member.Has(AttributeKind.AfterSync))
            .SelectMany(c => Of(c.Member.Attributes, ObjectId.In(ObjectKind.Column, table, new(c.Name)), context));

    private static long Order(AttributeUse use) => use.Number("Order") ?? 0;
}
