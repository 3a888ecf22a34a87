namespace SchemaSync.Generators.Building;

/// <summary>Types that the assembly says how to store: value objects, and classes that no column holds by itself.</summary>
internal static class StoredTypes
{
    /// <summary>Stands for every dictionary of values by words.</summary>
    public const string Dictionary = "System.Collections.Generic.Dictionary`2";

    private static readonly Dictionary<string, LogicalType> ByName = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = LogicalType.Boolean, ["System.Byte"] = LogicalType.Byte, ["System.SByte"] = LogicalType.SByte,
        ["System.Int16"] = LogicalType.Int16, ["System.UInt16"] = LogicalType.UInt16, ["System.Int32"] = LogicalType.Int32,
        ["System.UInt32"] = LogicalType.UInt32, ["System.Int64"] = LogicalType.Int64, ["System.UInt64"] = LogicalType.UInt64,
        ["System.Single"] = LogicalType.Single, ["System.Double"] = LogicalType.Double, ["System.Decimal"] = LogicalType.Decimal,
        ["System.String"] = LogicalType.String, ["System.Char"] = LogicalType.Char, ["System.Byte[]"] = LogicalType.Binary,
        ["System.Guid"] = LogicalType.Guid, ["System.DateTime"] = LogicalType.DateTime, ["System.TimeSpan"] = LogicalType.TimeSpan,
        ["System.DateTimeOffset"] = LogicalType.DateTimeOffset, ["System.DateOnly"] = LogicalType.Date,
        ["System.TimeOnly"] = LogicalType.Time, ["System.Text.Json.JsonDocument"] = LogicalType.Json,
    };

    // What is said of the framework's classes where the assembly says nothing.
    private static readonly Dictionary<string, IReadOnlyList<AttributeUse>> OfTheFramework =
        new[] { ("System.Uri", "System.String"), ("System.Half", "System.Single"), (Dictionary, "System.Text.Json.JsonDocument") }
            .Select(t => (Class: t.Item1, Use: Said("Stored", new(ConstantKind.Type, t.Item2), providers: 0)))
            .Concat(ProviderProfile.All.SelectMany(p => p.ClassTypes
                .Select(t => (Class: t.Key, Use: Said("Native", ConstantValue.Of(t.Value), p.Bit)))))
            .GroupBy(t => t.Class, t => t.Use, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<AttributeUse>)g.ToList(), StringComparer.Ordinal);

    private static readonly int HaveArrays = ProviderProfile.All.Where(p => p.Has(Feature.Arrays)).Sum(p => p.Bit);

    /// <summary>The class with its properties as they are stored; the very same one where nothing is said of them.</summary>
    public static TypeDeclaration Resolve(TypeDeclaration type, AssemblyDeclaration assembly) =>
        type.Members.Any(m => Uses(m.Type, assembly).Count > 0)
            ? type with { Members = type.Members.Map(m => Resolve(m, assembly)) } : type;

    /// <summary>Whether the assembly says how to store it.</summary>
    public static bool Says(ClrType type, AssemblyDeclaration assembly) =>
        type.Class is not null && assembly.Attributes.Any(a => Is(a, type.Class));

    public static MemberDeclaration Resolve(MemberDeclaration member, AssemblyDeclaration assembly)
    {
        foreach (var use in Uses(member.Type, assembly))
        {
            if (Logical(use) is { } logical)
                member = member with { Type = member.Type with { Logical = logical, IsArray = member.Type.IsCollection, Target = null } };
            else if (use.Text("Native") is { } native && IsColumn(member) && !IsSaid(member, use.Providers))
                member = member with { Attributes = [.. member.Attributes, .. AsColumn(use.Providers, native, member)] };
        }

        return member;
    }

    private static IReadOnlyList<AttributeUse> Uses(ClrType type, AssemblyDeclaration assembly)
    {
        if (type.Class is not { } name) return [];
        var said = assembly.Attributes.Where(a => Is(a, name)).ToList();
        return said.Count > 0 ? said
            // Entity Framework has its own words for them.
            : !assembly.IsOfEntityFramework && OfTheFramework.TryGetValue(name, out var known) ? known : [];
    }

    // What its type says makes no column of a property that holds nothing.
    private static bool IsColumn(MemberDeclaration member) =>
        member.HoldsValue || member.Attributes.Any(a => !a.IsStandard && a.Kind.IsOfColumn);

    private static bool IsSaid(MemberDeclaration member, int providers) => member.Attributes.Any(a => a.Kind == AttributeKind.Ignore
        || (a.Kind == AttributeKind.Column && a.Text("Type") is not null && (a.Providers == 0 || (a.Providers & providers) != 0)));

    /// <summary>Reports what says nothing that a column could be.</summary>
    public static void Check(AssemblyDeclaration assembly, BuildContext context)
    {
        foreach (var use in context.Many(assembly.Attributes, AttributeKind.ColumnType))
        {
            if (Problem(use) is { } problem)
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, "the assembly", problem);
        }
    }

    private static string? Problem(AttributeUse use)
    {
        if (use.Text("Native") is { } native) return native.Trim().Length == 0 ? "its type is empty" : null;
        if (use["Stored"] is not { Kind: ConstantKind.Type } stored) return null;
        if (use.Providers != 0) return "a type of C# holds for every provider; for one of them, give the column's type in quotes";
        return Logical(use) is null
            ? $"{stored.Member} is no type that a column holds; use one that is, or the column's type in quotes"
            : null;
    }

    private static bool Is(AttributeUse use, string name) => use.Kind == AttributeKind.ColumnType && use["Type"]?.Text == name;

    private static LogicalType? Logical(AttributeUse use) =>
        use["Stored"] is { } stored && ByName.TryGetValue(stored.Text, out var logical) ? logical : null;

    // Many of them are an array, where there are arrays.
    private static IEnumerable<AttributeUse> AsColumn(int providers, string native, MemberDeclaration member)
    {
        if (member.Type.IsCollection) (providers, native) = ((providers == 0 ? HaveArrays : providers & HaveArrays), native.Trim() + "[]");
        if (!member.Type.IsCollection || providers != 0)
            yield return Said("Type", ConstantValue.Of(native), providers) with { Kind = AttributeKind.Column, Place = member.Place };
    }

    private static AttributeUse Said(string name, ConstantValue value, int providers) => new()
    {
        Kind = AttributeKind.ColumnType, Place = default, Providers = providers, Arguments = [new(name, value)],
    };
}
