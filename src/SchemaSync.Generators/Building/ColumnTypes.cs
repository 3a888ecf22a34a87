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
        var native = column?.Text("Type");
        if (native is not null && native.Trim().Length == 0 && !context.Profile.TypeMayBeEmpty)
        {
            context.Report(ValueDiagnostics.EmptyType, column!.Place, column.Display, subject);
            native = null;
        }

        if (native is not null)
        {
            // A spelled type replaces the property's together with its length and digits.
            foreach (var use in new[] { length, precision }) if (use is not null) Replaced(use, column!, subject, context);
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
                $"{Text(length)} is no length");
        else if (type.IsArray || type.Logical is not (LogicalType.String or LogicalType.Binary))
            context.Report(AttributeDiagnostics.InvalidLength, use.Place, subject, $"{type} has no length");
        else if (context.IsConfigured && type.Logical == LogicalType.String && length > context.Profile.Limits.TextLength)
            context.Report(ValueDiagnostics.TooLong, use.Place, subject, Text(length), context.Profile.Name,
                Text(context.Profile.Limits.TextLength));
        else return type with { MaxLength = (int)length };
        return type;
    }

    private static ColumnType WithPrecision(ColumnType type, AttributeUse use, string subject, BuildContext context)
    {
        var precision = use.Number("Precision") ?? 0;
        var scale = use.Number("Scale");
        var isTime = type.Logical is LogicalType.DateTime or LogicalType.DateTimeOffset or LogicalType.Time or LogicalType.TimeSpan;
        var problem = Problem(type, precision, scale, isTime);
        if (problem is not null)
        {
            context.Report(AttributeDiagnostics.InvalidPrecision, use.Place, subject, problem);
            return type;
        }

        if (context.IsConfigured && TooMany(precision, scale ?? 0, isTime, context.Profile.Limits) is var (asked, most))
        {
            context.Report(ValueDiagnostics.TooManyDigits, use.Place, subject, asked, context.Profile.Name, most);
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

    private static string? Problem(ColumnType type, long precision, long? scale, bool isTime) =>
        type.Logical != LogicalType.Decimal && !isTime ? $"{type} has no digits to set"
            : precision < (isTime ? 0 : 1) ? $"{Text(precision)} is no number of digits"
            : scale < 0 || scale > precision
                ? $"a scale of {scale?.ToString(CultureInfo.InvariantCulture)} does not fit "
                    + $"{Text(precision)} digits"
            : isTime && scale is not null ? "a time has no scale" : null;

    // What a server cuts in silence is not what was declared.
    private static (string Asked, string Most)? TooMany(long precision, long scale, bool isTime, ProviderLimits limits) =>
        isTime ? precision > limits.TimeDigits ? ($"{Text(precision)} digits of a second", Text(limits.TimeDigits)) : null
        : precision > limits.DecimalDigits ? ($"{Text(precision)} digits", Text(limits.DecimalDigits))
        : scale > limits.DecimalScale ? ($"{Text(scale)} digits after the point", Text(limits.DecimalScale)) : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
