using System.Globalization;

namespace SchemaSync.Generators.Building;

/// <summary>The type of a column: the property's, with its length and digits, or the one spelled out.</summary>
internal static class ColumnTypes
{
    public static ColumnType Build(MemberDeclaration member, string subject, BuildContext context)
    {
        var column = context.Giving(member.Attributes, AttributeKind.Column, "Type", subject);
        var length = context.One(member.Attributes, AttributeKind.MaxLength, subject);
        var precision = context.One(member.Attributes, AttributeKind.Precision, subject);
        if (column?.Text("Type") is { } native)
        {
            // A spelled type replaces the property's together with its length and digits.
            foreach (var use in new[] { length, precision }) if (use is not null) Replaced(use, column, subject, context);
            return ColumnType.Of(native.Trim());
        }

        var type = CustomColumnTypes.Of(member, subject, context)
            ?? new ColumnType { Logical = member.Type.Logical ?? LogicalType.String, IsArray = member.Type.IsArray };
        context.Needs(Feature.Arrays, type.IsArray, member.Place, subject, "an array",
            "use another type, give [Column(Type = …)], or mark the property [Ignore]");

        if (length is not null) type = WithLength(type, length, subject, context);
        return precision is null ? type : WithPrecision(type, precision, subject, context);
    }

    private static void Replaced(AttributeUse use, AttributeUse column, string subject, BuildContext context)
    {
        if (use.Providers != column.Providers) return;
        context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
            "the type is spelled out with Type, which has its own length and digits; remove one of the two");
    }

    private static ColumnType WithLength(ColumnType type, AttributeUse use, string subject, BuildContext context)
    {
        // The standard attribute without a length, or with -1, sets no limit.
        if (use.IsStandard && use.Number("Length") is null or -1) return type;
        var length = use.Number("Length") ?? 0;
        if (length < 1)
            context.Report(AttributeDiagnostics.InvalidLength, use.Place, subject,
                $"{length.ToString(CultureInfo.InvariantCulture)} is no length");
        else if (type.IsArray || type.Logical is not (LogicalType.String or LogicalType.Binary))
            context.Report(AttributeDiagnostics.InvalidLength, use.Place, subject, $"{type} has no length");
        else return type with { MaxLength = (int)length };
        return type;
    }

    private static ColumnType WithPrecision(ColumnType type, AttributeUse use, string subject, BuildContext context)
    {
        var precision = use.Number("Precision") ?? 0;
        var scale = use.Number("Scale");
        var isTime = type.Logical is LogicalType.DateTime or LogicalType.DateTimeOffset or LogicalType.Time or LogicalType.TimeSpan;
        var problem = type.Logical != LogicalType.Decimal && !isTime ? $"{type} has no digits to set"
            : precision < (isTime ? 0 : 1) ? $"{precision.ToString(CultureInfo.InvariantCulture)} is no number of digits"
            : scale < 0 || scale > precision
                ? $"a scale of {scale?.ToString(CultureInfo.InvariantCulture)} does not fit "
                    + $"{precision.ToString(CultureInfo.InvariantCulture)} digits"
            : isTime && scale is not null ? "a time has no scale" : null;
        if (problem is not null)
        {
            context.Report(AttributeDiagnostics.InvalidPrecision, use.Place, subject, problem);
            return type;
        }

        if (context.IsConfigured && !context.Profile.Has(Feature.Precision))
        {
            context.Unsupported(use.Place, subject, "[Precision]",
                $"override the type with [Column(Type = \"TEXT\", Provider = Provider.{context.Profile.Name})]",
                new($"SchemaSync.Column(Type = \"TEXT\", Provider = SchemaSync.Provider.{context.Profile.Name})", use.Place.Member));
        }

        return type with { Precision = (int)precision, Scale = (int?)scale };
    }
}
