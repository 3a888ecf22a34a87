using System.Globalization;

namespace SchemaSync.Generators.Conventions;

/// <summary>The table between two entities that have a collection of each other.</summary>
internal static class JoinEntities
{
    public static void Add(Navigation one, Navigation other, EntityModel model)
    {
        var (left, right) = string.CompareOrdinal(one.From.Name, other.From.Name) <= 0 ? (one, other) : (other, one);
        var name = Free(left.From.Name + right.From.Name, model);
        var entity = new Entity(left.From.Class)
        {
            Name = name,
            FullName = $"{left.From.FullName}.{left.Name}",
            Place = left.Member.Declaration.Place,
            IsJoin = true,
            Schema = left.From.Root.Schema == right.From.Root.Schema ? left.From.Root.Schema : null,
        };
        model.Add(entity);
        // A column is called like the collection that leads to where it refers to.
        var ends = new[] { (Principal: left.From, Stem: right.Name), (Principal: right.From, Stem: left.Name) };
        // A key of several columns comes behind a single one.
        foreach (var (principal, stem) in ends.OrderBy(e => e.Principal.Root.Key.Count > 1))
        {
            var relationship = new Relationship { Dependent = entity, Principal = principal, IsRequired = true };
            foreach (var key in principal.Root.Key)
                relationship.Columns.Add(ShadowColumns.Add(entity, stem, key, isNullable: false, entity.Place));
            entity.References.Add(relationship);
            entity.Key.AddRange(relationship.Columns);
        }
    }

    private static string Free(string name, EntityModel model)
    {
        var free = name;
        for (var i = 1; model.Entities.Exists(e => e.IsJoin && e.Name == free); i++) free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
