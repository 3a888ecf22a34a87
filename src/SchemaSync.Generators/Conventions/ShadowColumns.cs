using System.Globalization;

namespace SchemaSync.Generators.Conventions;

/// <summary>Columns of foreign keys for which there is no property.</summary>
internal static class ShadowColumns
{
    /// <summary>
    /// A column that refers to a key: <c>Author</c> and <c>Id</c> give <c>AuthorId</c>, <c>Blog</c> and <c>BlogId</c> give <c>BlogId</c>,
    /// with a number behind it where that is taken.
    /// </summary>
    public static Property Add(Entity entity, string stem, Property key, bool isNullable, Place place, string prefix = "")
    {
        var name = key.Name.StartsWith(stem, StringComparison.OrdinalIgnoreCase) ? key.Name : stem + key.Name;
        return AddNamed(entity, Free(entity, prefix + name), key, isNullable, place);
    }

    /// <summary>The same under a name that somebody gave.</summary>
    public static Property AddNamed(Entity entity, string name, Property key, bool isNullable, Place place)
    {
        var property = new Property
        {
            Name = name,
            Place = place,
            Type = key.Type with { Nullable = isNullable },
            Follows = key,
            IsNullable = isNullable,
            IsShadow = true,
        };
        entity.Properties.Add(property);
        return property;
    }

    private static string Free(Entity entity, string name)
    {
        var free = name;
        for (var i = 1; IsTaken(entity, free); i++) free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    private static bool IsTaken(Entity entity, string name) => entity.AllProperties.Concat(entity.AllDerived.SelectMany(d => d.Properties))
        .Any(p => p.Name == name) || entity.WithBases.Any(e => e.Navigations.Exists(n => n.Name == name));
}
