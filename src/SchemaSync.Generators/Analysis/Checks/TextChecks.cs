namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Names and SQL with a zero character, at which servers and drivers stop reading.</summary>
internal static class TextChecks
{
    public static IEnumerable<Finding> Of(TypeDeclaration type) =>
        Of(type.Attributes, $"class {type.Name}").Concat(type.Members.SelectMany(m => Of(m.Attributes, $"property {m.Name}")));

    public static IEnumerable<Finding> Of(EquatableArray<AttributeUse> attributes, string subject) =>
        from use in attributes
        // A default that no literal can hold is no default of that type.
        where use.Kind != AttributeKind.Default
        from argument in use.Arguments
        where HasZero(argument.Value)
        select new Finding(ValueDiagnostics.ZeroCharacter, use.Place, [use.Display, subject, argument.Name]);

    private static bool HasZero(ConstantValue value) =>
        value.Kind == ConstantKind.List ? value.Items.Any(HasZero) : value.Kind == ConstantKind.Text && value.Text.IndexOf('\0') >= 0;
}
