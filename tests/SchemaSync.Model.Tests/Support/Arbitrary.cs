using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;

namespace SchemaSync.Model.Tests;

/// <summary>
/// Makes arbitrary model objects by reflection over their properties, so that a kind or facet added later is tested without anybody
/// thinking of it.
/// </summary>
internal static class Arbitrary
{
    private static readonly Dictionary<Type, Gen<object>> Made = [];

    /// <summary>Texts that break quoting, line layouts and encodings.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        OneOf("", "a", "it's", "\"q\"", "a, b", "line\nfeed\t", "back\\slash", "\u2028", "ü€", "\U0001F600", "\uD800", "null", "yes"),
        Gen.String);

    /// <summary>Every kind, without the abstract root.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(SchemaObject).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SchemaObject)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Every type that lists facets and is part of a kind, the kinds included.</summary>
    public static IReadOnlyList<Type> FacetTypes { get; } =
        [.. Kinds.SelectMany(Reachable).Where(t => typeof(IFacets).IsAssignableFrom(t)).Distinct()
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The kinds that stand in a schema by themselves, as the list reader knows them.</summary>
    public static IReadOnlyList<Type> TopLevel { get; } =
        [.. Kinds.Except(Kinds.SelectMany(k => Properties(k).Select(p => Element(p.PropertyType))))
            .Where(typeof(TopLevelObject).IsAssignableFrom)];

    /// <summary>The properties that make up a value.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0
            && (p.Name is not (nameof(TopLevelObject.Uses) or nameof(TopLevelObject.External)) || IsTopLevel(type)));

    /// <summary>An object of one type with every property set to something.</summary>
    public static Gen<object> Of(Type type)
    {
        if (Made.TryGetValue(type, out var made)) return made;
        var properties = Properties(type).ToList();
        var gen = properties.Aggregate(Gen.Const(0).Select(_ => new List<object?>()), (all, property) =>
            all.Select(Value(property), (values, value) => new List<object?>(values) { value }));
        return Made[type] = gen.Select(values => Build(type, properties, values));
    }

    /// <summary>What a property may hold, null included where the property admits it.</summary>
    public static Gen<object?> Value(PropertyInfo property)
    {
        // An extension is the database's, wherever its objects are.
        var value = property is { Name: nameof(TopLevelObject.Name), ReflectedType: { } owner } && owner == typeof(Extension)
            ? Texts.Select(s => (object?)new QualifiedName(s))
            : Value(property.PropertyType);
        var nullable = System.Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
        return nullable ? Gen.OneOf(Gen.Const((object?)null), value) : value;
    }

    /// <summary>The element of a list, the inside of a nullable, else the type itself.</summary>
    public static Type Element(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private static bool IsTopLevel(Type type) => typeof(SchemaObject).IsAssignableFrom(type)
        && !Kinds.Any(k => k.GetProperties().Any(p => Element(p.PropertyType) == type));

    private static Gen<object?> Value(Type type)
    {
        if (System.Nullable.GetUnderlyingType(type) is { } inside) return Value(inside);
        if (type == typeof(string)) return Texts.Select(s => (object?)s);
        if (type == typeof(bool)) return Gen.Bool.Select(b => (object?)b);
        if (type == typeof(int)) return Gen.Int.Select(i => (object?)i);
        if (type == typeof(long)) return Gen.Long.Select(l => (object?)l);
        if (type == typeof(Identifier)) return Texts.Select(s => (object?)new Identifier(s));
        if (type == typeof(QualifiedName))
            return Gen.Select(Texts, Texts, Gen.Bool,
                (s, n, isQualified) => (object?)(isQualified && n.Length > 0 ? new QualifiedName(new(s), new(n)) : new QualifiedName(n)));
        if (type == typeof(ObjectKind)) return OneOf<object?>(ObjectKind.Aggregate, ObjectKind.Of("rule"), ObjectKind.View);
        if (type == typeof(ObjectId))
            return Gen.Select(Gen.Bool, Texts, Texts, Texts,
                (isTable, s, n, signature) =>
                    (object?)ObjectId.Top(isTable ? ObjectKind.Table : ObjectKind.Function, new(new(s), new(n)), signature));
        if (type == typeof(SqlExpression))
            return Gen.Select(Texts, Texts, Gen.Bool, (t, c, same) => (object?)(same ? new SqlExpression(t) : new SqlExpression(t, c)));
        if (type.IsEnum)
            return OneOf([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => (object?)Enum.ToObject(type, v))]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)) return List(Element(type));
        return Of(type).Select(o => (object?)o);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<object?> List(Type element) =>
        Value(element).Array[0, 3].Select(items =>
            typeof(Arbitrary).GetMethod(nameof(ToList), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(element).Invoke(null, [items]));

    private static EquatableArray<T> ToList<T>(object?[] items) => items.Cast<T>().ToEquatableArray();

    private static object Build(Type type, List<PropertyInfo> properties, List<object?> values)
    {
        var built = RuntimeHelpers.GetUninitializedObject(type);
        for (var i = 0; i < properties.Count; i++) properties[i].SetValue(built, values[i]);
        return built;
    }

    private static IEnumerable<Type> Reachable(Type type) =>
        Properties(type).Select(p => Element(p.PropertyType)).Where(t => t.Assembly == typeof(SchemaObject).Assembly && !t.IsEnum
            && t != typeof(Identifier) && t != typeof(QualifiedName) && t != typeof(ObjectId) && t != typeof(ObjectKind))
            .SelectMany(Reachable).Append(type);
}
