namespace SchemaSync.Generators.Building;

/// <summary>Decides which properties are columns, and what they are called.</summary>
internal static class MemberColumns
{
    /// <summary>The members that are columns for this provider, in column order; their
    /// names come from the head where there is one.</summary>
    public static List<(MemberDeclaration Member, string Name)> Of(TypeDeclaration type, BuildContext context, TableHead? head = null)
    {
        var columns = new List<(MemberDeclaration Member, string Name)>(type.Members.Count);
        var ordered = false;
        foreach (var member in type.Members)
        {
            if (!IsColumn(member, context)) continue;
            var column = member.Has(AttributeKind.Column)
                ? context.Giving(member.Attributes, AttributeKind.Column, "Name", $"property {member.Name}")
                : null;
            columns.Add((member, head?.OfProperty(member.Name)?.Column ?? column?.Text("Name") ?? context.NameOf(member.Name)));
            ordered |= Order(member, context) != long.MaxValue;
        }

        return ordered ? columns.OrderBy(c => Order(c.Member, context)).ToList() : columns;
    }

    /// <summary>The order a standard [Column(Order = …)] gives; without one, after those that have it.</summary>
    public static long Order(MemberDeclaration member, BuildContext context)
    {
        foreach (var use in member.Attributes)
            if (use.Kind == AttributeKind.Column && use.Holds(context.Bit) && use.Number("Order") is { } order and >= 0) return order;
        return long.MaxValue;
    }

    private static bool IsColumn(MemberDeclaration member, BuildContext context)
    {
        if (context.One(member.Attributes, AttributeKind.Ignore) is not null) return NotAColumn(member, context, "it is ignored");
        if (context.Giving(member.Attributes, AttributeKind.Column, "Type") is not null) return true;
        if (member.Type.Target is not null) return NotAColumn(member, context, "it is a navigation to another table");
        if (!member.HoldsValue && !IsMeant(member, context)) return false;
        if (member.Type.Logical is not null
            || (member.Type.Custom is not null && CustomColumnTypes.Of(member, "", context.Silent) is not null)) return true;
        context.Report(AttributeDiagnostics.UnmappedType, member.Place, member.Name, member.Type.Display);
        return false;
    }

    // A property without a value of its own is a column only when an attribute of ours says so.
    private static bool IsMeant(MemberDeclaration member, BuildContext context) =>
        member.Attributes.Any(a => !a.IsStandard && a.Holds(context.Bit) && a.Kind.IsOfColumn);

    // Ours only: a validation attribute on a property that is not stored is no mistake.
    private static bool NotAColumn(MemberDeclaration member, BuildContext context, string reason)
    {
        foreach (var use in member.Attributes)
        {
            if (use.IsStandard || use.Kind == AttributeKind.Ignore || !use.Holds(context.Bit) || !use.Kind.IsOfColumn) continue;
            context.Report(AttributeDiagnostics.NotAColumn, use.Place, use.Display, member.Name, reason);
        }

        return false;
    }
}
