using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// The attributes people already have on their entities, known by full name so that no package is needed.
/// What cannot be carried over is passed on as <see cref="NotHonoured"/>, never left out.
/// </summary>
internal static class StandardAttributes
{
    /// <summary>The argument that names what of the attribute cannot be carried over.</summary>
    public const string NotHonoured = "NotHonoured";

    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string EfCore = "Microsoft.EntityFrameworkCore";

    /// <summary>Whether a class is said to be stored nowhere.</summary>
    public static bool IsNotMapped(INamedTypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass?.MetadataName() == $"{Annotations}.Schema.NotMappedAttribute");

    public static AttributeUse? Read(AttributeData attribute, INamedTypeSymbol type, Place place)
    {
        if (!MayBeKnown(type.ContainingNamespace)) return null;
        var arguments = AttributeReader.Arguments(attribute);
        var name = type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 9) : type.Name;
        return Translate(type.MetadataName(), arguments) is { } translated
            ? new() { Kind = translated.Kind, Place = place, Standard = name, Arguments = translated.Arguments.ToEquatableArray() }
            : null;
    }

    private static bool MayBeKnown(INamespaceSymbol? space) =>
        space is { Name: "DataAnnotations" or "Schema" or "EntityFrameworkCore" or "NpgsqlTypes" };

    private static (AttributeKind Kind, IEnumerable<Argument> Arguments)? Translate(string fullName, List<Argument> a) => fullName switch
    {
        $"{Annotations}.KeyAttribute" => (AttributeKind.PrimaryKey, []),
        $"{Annotations}.RequiredAttribute" => (AttributeKind.Required, []),
        $"{Annotations}.MaxLengthAttribute" => (AttributeKind.MaxLength, Pick(a, ("Length", "Length"))),
        $"{Annotations}.StringLengthAttribute" =>
            (AttributeKind.MaxLength, Pick(a, ("MaximumLength", "Length")).Concat(Refuse(a, "MinimumLength"))),
        $"{Annotations}.TimestampAttribute" => (AttributeKind.Remark, Refuse("row version")),
        $"{Annotations}.Schema.TableAttribute" => (AttributeKind.Table, Pick(a, ("Name", "Name"), ("Schema", "Schema"))),
        $"{Annotations}.Schema.ColumnAttribute" =>
            (AttributeKind.Column, Pick(a, ("Name", "Name"), ("TypeName", "Type"), ("Order", "Order"))),
        $"{Annotations}.Schema.DatabaseGeneratedAttribute" => DatabaseGenerated(a),
        $"{Annotations}.Schema.ForeignKeyAttribute" => (AttributeKind.ForeignKeyNames, Pick(a, ("Name", "Name"))),
        $"{Annotations}.Schema.InversePropertyAttribute" => (AttributeKind.InverseProperty, Pick(a, ("Property", "Property"))),
        $"{Annotations}.Schema.ComplexTypeAttribute" => (AttributeKind.ComplexType, []),
        $"{Annotations}.Schema.NotMappedAttribute" => (AttributeKind.Ignore, []),
        $"{EfCore}.IndexAttribute" => (AttributeKind.Index, EfIndex(a)),
        $"{EfCore}.PrimaryKeyAttribute" => (AttributeKind.PrimaryKey, [EfColumns(a)]),
        $"{EfCore}.PrecisionAttribute" => (AttributeKind.Precision, Pick(a, ("Precision", "Precision"), ("Scale", "Scale"))),
        $"{EfCore}.UnicodeAttribute" => (AttributeKind.Remark, Find(a, "Unicode") is { Text: "false" } ? Refuse("Unicode(false)") : []),
        $"{EfCore}.CommentAttribute" => (AttributeKind.Comment, Pick(a, ("Comment", "Text"))),
        $"{EfCore}.OwnedAttribute" => (AttributeKind.Owned, []),
        $"{EfCore}.KeylessAttribute" => (AttributeKind.Keyless, []),
        $"{EfCore}.DeleteBehaviorAttribute" => (AttributeKind.DeleteBehavior, Pick(a, ("Behavior", "Behavior"))),
        "NpgsqlTypes.PgNameAttribute" => (AttributeKind.EnumLabel, Pick(a, ("PgName", "Label"))),
        _ => null,
    };

    private static (AttributeKind, IEnumerable<Argument>) DatabaseGenerated(List<Argument> a) =>
        Find(a, "DatabaseGeneratedOption")?.Text switch
    {
        "1" => (AttributeKind.Identity, []),
        "2" => (AttributeKind.Remark, Refuse("DatabaseGeneratedOption.Computed without an expression")),
        _ => (AttributeKind.Remark, []),
    };

    private static IEnumerable<Argument> EfIndex(List<Argument> a)
    {
        var descending = Find(a, "IsDescending")?.Items ?? default;
        var all = Find(a, "AllDescending") is { Text: "true" };
        var columns = EfColumns(a).Value.Items
            .Select((c, i) => all || (i < descending.Count && descending[i].Text == "true") ? ConstantValue.Of(c.Text + " DESC") : c);
        yield return new("Columns", ConstantValue.Of(columns));
        foreach (var rest in Pick(a, ("IsUnique", "Unique"), ("Name", "Name"))) yield return rest;
    }

    // EF Core's constructors take the first name apart from the others.
    private static Argument EfColumns(List<Argument> a)
    {
        var first = Find(a, "PropertyName") is { Kind: ConstantKind.Text } one ? new[] { one } : [];
        var rest = Find(a, "AdditionalPropertyNames") ?? Find(a, "PropertyNames");
        return new("Columns", ConstantValue.Of(first.Concat(rest is null ? [] : rest.Items)));
    }

    private static ConstantValue? Find(List<Argument> arguments, string name) => arguments.Find(x => x.Name == name)?.Value;

    private static IEnumerable<Argument> Pick(List<Argument> arguments, params (string From, string To)[] names) =>
        from name in names
        let value = Find(arguments, name.From)
        where value is not null
        select new Argument(name.To, value);

    private static IEnumerable<Argument> Refuse(List<Argument> arguments, string name) =>
        Find(arguments, name) is { Kind: not ConstantKind.Null } ? Refuse(name) : [];

    private static IEnumerable<Argument> Refuse(string what) => [new(NotHonoured, ConstantValue.Of(what))];
}
