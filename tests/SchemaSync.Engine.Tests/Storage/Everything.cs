using System.Reflection;
using System.Runtime.CompilerServices;

namespace SchemaSync.Engine.Tests;

/// <summary>Objects of every kind with every property set and every word of every closed
/// set used: found by reflection, the same on every run.</summary>
internal sealed class Everything
{
    private readonly Dictionary<Type, int> _words = [];
    private int _number;

    private static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(SchemaObject).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SchemaObject)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<Type> TopLevel { get; } =
        [.. Kinds.Except(Kinds.SelectMany(k => Properties(k).Select(p => Element(p.PropertyType))))
            .Where(typeof(TopLevelObject).IsAssignableFrom)];

    /// <summary>The objects.</summary>
    public static EquatableArray<TopLevelObject> Objects()
    {
        var made = new Everything();
        var objects = new List<TopLevelObject>();
        do objects.AddRange(TopLevel.Select(t => (TopLevelObject)made.Build(t)));
        while (made._words.Any(w => w.Value < Enum.GetValues(w.Key).Length));
        return objects.OrderBy(o => o.Kind.Plural, StringComparer.Ordinal).ThenBy(o => o.LocalName).ToEquatableArray();
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0);

    private static Type Element(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private object Build(Type type)
    {
        var built = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Properties(type).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            // What a part needs is written with the object that stands by itself.
            if (property.Name is not (nameof(TopLevelObject.Uses) or nameof(TopLevelObject.External) or nameof(TopLevelObject.Opaque))
                || TopLevel.Contains(type)) property.SetValue(built, type == typeof(Extension)
                && property.Name == nameof(TopLevelObject.Name) ? new QualifiedName(Text(property.Name))
                : Value(property.PropertyType, property.Name));
        }

        return built;
    }

    private object Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } inside) return Value(inside, name);
        if (type == typeof(string)) return Text(name);
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return ++_number;
        if (type == typeof(long)) return (long)++_number;
        if (type == typeof(Identifier)) return new Identifier(Text(name));
        if (type == typeof(QualifiedName)) return new QualifiedName(++_number % 2 == 0 ? default : new(Text("Schema")), new(Text(name)));
        if (type == typeof(ObjectKind)) return ++_number % 2 == 0 ? ObjectKind.Aggregate : ObjectKind.Of(Text(name));
        if (type == typeof(ObjectId))
            return ObjectId.Top(ObjectKind.Function, new(new(Text("Schema")), new(Text(name))), Text("Signature"));
        if (type == typeof(SqlExpression))
            return ++_number % 2 == 0 ? new SqlExpression(Text(name)) : new SqlExpression(Text(name), Text(name));
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue((_words[type] = _words.GetValueOrDefault(type) + 1) % Enum.GetValues(type).Length)!;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(EquatableArray<>)) return Build(type);
        return typeof(Everything).GetMethod(nameof(ToList), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(Element(type)).Invoke(null, [new[] { Value(Element(type), name), Value(Element(type), name) }])!;
    }

    private string Text(string name) => ++_number % 9 == 0 ? $"{name} {_number} it's \"q\" \\ ü\u2028\n\t\U0001F600" : $"{name} {_number}";

    private static EquatableArray<T> ToList<T>(object[] items) => items.Cast<T>().ToEquatableArray();
}
