using System.Globalization;

namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>What is said of columns and does not fit together, or is more than the provider keeps.</summary>
internal static class ValueChecks
{
    public static void Run(DeclaredTable table, BuildContext context)
    {
        var subject = $"table {table.Table.Name}";
        var own = context.One(table.Type.Attributes, AttributeKind.Comment)?.Place ?? table.Place;
        Comment(table.Table.Comment, context.Profile.Limits.TableComment, subject, own, context);
        foreach (var index in table.Table.Indexes)
            Comment(index.Comment, context.Profile.Limits.PartComment, $"index {index.Name}", table.PlaceOf(index), context);
        foreach (var column in table.Table.Columns)
        {
            var property = table.Head.Columns.FirstOrDefault(c => c.Column == column.Name.Value)?.Property;
            if (table.Type.Members.FirstOrDefault(m => m.Name == property) is { } member)
                Column(column, member, $"column {table.Table.Name}.{column.Name}", context);
        }
    }

    private static void Column(Column column, MemberDeclaration member, string subject, BuildContext context)
    {
        if (member.Attributes.IsEmpty) return;
        var constant = context.One(member.Attributes, AttributeKind.Default);
        var given = constant ?? context.One(member.Attributes, AttributeKind.DefaultSql);
        if (given is not null && column.Default is { } value) Default(column, value, given, subject, context);
        if (constant?["Value"] is { } text) Length(column, text, constant.Place, subject, context);
        if (context.One(member.Attributes, AttributeKind.Comment) is { } comment)
            Comment(column.Comment, context.Profile.Limits.PartComment, subject, comment.Place, context);
        if (!context.IsConfigured) return;
        if (context.One(member.Attributes, AttributeKind.Collation) is { } collation
            && context.Profile.WithoutCollation.Contains(column.Type.Logical))
            context.Report(ValueDiagnostics.NoCollation, collation.Place, subject, column.Type.ToString(), context.Profile.Name);
        if (column.Identity is { } identity && context.One(member.Attributes, AttributeKind.Identity) is { } use
            && IdentityRanges.Problem(identity, column.Type.Logical, context.Profile) is { } problem)
            context.Report(ValueDiagnostics.IdentityRange, use.Place, subject, problem);
    }

    private static void Default(Column column, SqlExpression value, AttributeUse use, string subject, BuildContext context)
    {
        if (column.Identity is not null && context is { IsConfigured: true, Profile.IdentityMayHaveDefault: false })
            context.Report(ValueDiagnostics.DefaultOfIdentity, use.Place, subject, context.Profile.Name, use.Display);
        else if (!column.Nullable && string.Equals(value.Text, "NULL", StringComparison.OrdinalIgnoreCase))
            context.Report(ValueDiagnostics.NullForRequired, use.Place, subject, use.Display);
    }

    private static void Length(Column column, ConstantValue value, Place place, string subject, BuildContext context)
    {
        if (column.Type.MaxLength is not { } most) return;
        var length = value.Kind switch
        {
            // Servers leave out spaces at the end where these alone are too many.
            ConstantKind.Text => Characters(value.Text.TrimEnd(' ')),
            ConstantKind.List => value.Items.Count,
            _ => 0,
        };
        if (length > most) context.Report(ValueDiagnostics.DefaultTooLong, place, subject, Text(length), Text(most));
    }

    private static void Comment(string? text, int most, string subject, Place place, BuildContext context)
    {
        if (text is null || !context.IsConfigured || Characters(text) is var length && length <= most) return;
        context.Report(ValueDiagnostics.CommentTooLong, place, subject, Text(length), context.Profile.Name, Text(most));
    }

    // A letter beyond the first plane is two in C#, and one to a server.
    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
