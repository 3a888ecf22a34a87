namespace SchemaSync.Model.Objects;

/// <summary>Rewrites the texts inside objects without copying what stays the same.</summary>
public static class ObjectMap
{
    /// <summary>The object with every piece of SQL in it replaced, in its own type.</summary>
    public static T WithExpressions<T>(this T subject, Func<SqlExpression, SqlExpression> map)
        where T : SchemaObject => (T)subject.MapExpressions(map);

    /// <summary>The mapped expression, or null where there is none.</summary>
    internal static SqlExpression? Map(this SqlExpression? expression, Func<SqlExpression, SqlExpression> map) =>
        expression is null ? null : map(expression);

    /// <summary>The mapped elements; the same array when every element stayed the same instance.</summary>
    public static EquatableArray<T> Map<T>(this EquatableArray<T> items, Func<T, T> map) where T : class
    {
        T[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = map(items[i]);
            if (changed is null && ReferenceEquals(item, items[i])) continue;
            changed ??= [.. items];
            changed[i] = item;
        }

        return changed is null ? items : new(changed);
    }

    /// <summary>Children with their texts mapped.</summary>
    internal static EquatableArray<T> MapChildren<T>(this EquatableArray<T> items, Func<SqlExpression, SqlExpression> map)
        where T : SchemaObject =>
        items.Map(item => item.WithExpressions(map));
}
