using System.Collections;

namespace SchemaSync.EfHost;

/// <summary>Takes the name of the tenant's own schema out of what EF Core would do: each tenant calls it otherwise.</summary>
internal sealed class OwnSchema(string own)
{
    // As the types of columns and the annotations of enums are written; quotes are there where the name needs them.
    private readonly string[] _heads = [$"{own}.", $"\"{own}\"."];

    public void LeaveOut(object operation)
    {
        if (own.Length == 0) return;
        foreach (var property in operation.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var isText = property.CanWrite && property.PropertyType == typeof(string);
            if (isText && property.Name.EndsWith("Schema", StringComparison.Ordinal) && Equals(property.GetValue(operation), own))
                property.SetValue(operation, null);
            else if (isText && property.Name == "ColumnType")
                property.SetValue(operation, WithoutHead((string?)property.GetValue(operation)));
            else if (IsPart(property.PropertyType))
                foreach (var part in Parts(property.GetValue(operation))) LeaveOut(part);
        }

        Rename(operation);
    }

    // An enum or a collation of the database is an annotation, and its name stands behind the last colon.
    private void Rename(object operation)
    {
        var kind = operation.GetType();
        var annotations = ((IEnumerable)kind.GetMethod("GetAnnotations")!.Invoke(operation, null)!).Cast<object>().ToList();
        foreach (var annotation in annotations)
        {
            var name = (string)annotation.GetType().GetProperty("Name")!.GetValue(annotation)!;
            var at = name.LastIndexOf(':') + 1;
            var renamed = name.Substring(0, at) + WithoutHead(name.Substring(at));
            if (renamed == name) continue;
            kind.GetMethod("RemoveAnnotation")!.Invoke(operation, [name]);
            kind.GetMethod("AddAnnotation", [typeof(string), typeof(object)])!
                .Invoke(operation, [renamed, annotation.GetType().GetProperty("Value")!.GetValue(annotation)]);
        }
    }

    private string? WithoutHead(string? text) =>
        _heads.FirstOrDefault(h => text?.StartsWith(h, StringComparison.Ordinal) == true) is { } head ? text!.Substring(head.Length) : text;

    private static bool IsPart(Type type) =>
        type.Name.EndsWith("Operation", StringComparison.Ordinal)
            || (type.IsGenericType && type.GenericTypeArguments is [{ } part] && IsPart(part));

    private static IEnumerable<object> Parts(object? value) => value switch
    {
        null => [],
        IEnumerable list => list.Cast<object>(),
        _ => [value],
    };
}
