using System.Globalization;

namespace SchemaSync.Generators.Building;

/// <summary>The column types of enums and classes that are types of the database.</summary>
internal static class CustomColumnTypes
{
    // As C# names them.
    private static readonly string HaveSets =
        string.Join(" | ", ProviderProfile.All.Where(p => p.Has(Feature.Sets)).Select(p => $"Provider.{p.Name}"));

    /// <summary>The type of the column; null where the property's type is an ordinary one for this provider.</summary>
    public static ColumnType? Of(MemberDeclaration member, string subject, BuildContext context)
    {
        if (member.Type.Custom is not { } custom) return null;
        if (context.One(custom.Attributes, AttributeKind.CompositeType) is { } composite)
        {
            context.Needs(Feature.CompositeTypes, true, member.Place, subject, "a composite type",
                "give [Column(Type = …)] with another type, or mark the property [Ignore]");
            return Named(composite, custom, member.Type.IsArray, context);
        }

        if (context.One(custom.Attributes, AttributeKind.EnumType) is not { } use) return null;
        if (custom.IsFlags)
        {
            context.Needs(Feature.Sets, true, member.Place, subject, "a set of words",
                $"limit [EnumType] with Provider = {HaveSets}: elsewhere the enum is then a number");
            return new() { Logical = LogicalType.Set, Values = Labels(custom, context), IsArray = member.Type.IsArray };
        }

        return context.Profile.Has(Feature.EnumTypes)
            ? Named(use, custom, member.Type.IsArray, context)
            : new() { Logical = LogicalType.Enum, Values = Labels(custom, context), IsArray = member.Type.IsArray };
    }

    /// <summary>What the type is called in the database.</summary>
    public static QualifiedName NameOf(AttributeUse use, CustomType custom, BuildContext context) => new(
        SchemaNames.Of(use, SchemaNames.OfType(custom.FullName, context), context),
        new(use.Text("Name") ?? context.One(custom.Attributes, AttributeKind.EnumLabel)?.Text("Label") ?? context.NameOf(custom.Name)));

    /// <summary>The words of an enum; of several members with one number, the first. No
    /// flag, and several at once, are no words of their own.</summary>
    public static EquatableArray<string> Labels(CustomType custom, BuildContext context)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        return custom.Members.Where(m => numbers.Add(m.Number) && (!custom.IsFlags || IsOneFlag(m)))
            .Select(m => Label(m, context)).ToEquatableArray();
    }

    private static bool IsOneFlag(EnumMember member) =>
        ulong.TryParse(member.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits != 0 && (bits & (bits - 1)) == 0;

    /// <summary>The word that stands for a constant; null where there is none.</summary>
    public static string? Word(CustomType custom, ConstantValue value, BuildContext context)
    {
        if (value.Kind == ConstantKind.Text) return Labels(custom, context).Contains(value.Text) ? value.Text : null;
        if (value.Kind is not (ConstantKind.Enumeration or ConstantKind.Integer)) return null;
        if (!custom.IsFlags)
            return custom.Members.FirstOrDefault(m => m.Number == value.Text) is { } member ? Label(member, context) : null;
        if (!ulong.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var rest)) return null;
        var words = new List<string>();
        foreach (var flag in custom.Members)
        {
            if (!IsOneFlag(flag) || (rest & ulong.Parse(flag.Number, CultureInfo.InvariantCulture)) is not (not 0 and var bit)) continue;
            words.Add(Label(flag, context));
            rest &= ~bit;
        }

        return rest == 0 ? string.Join(",", words) : null;
    }

    /// <summary>The word of a member.</summary>
    public static string Label(EnumMember member, BuildContext context) =>
        context.One(member.Attributes, AttributeKind.EnumLabel)?.Text("Label") ?? context.NameOf(member.Name);

    private static ColumnType Named(AttributeUse use, CustomType custom, bool isArray, BuildContext context) =>
        new() { Logical = LogicalType.UserDefined, TypeName = NameOf(use, custom, context), IsArray = isArray };
}
