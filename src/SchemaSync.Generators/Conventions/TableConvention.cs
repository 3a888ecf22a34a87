using System.Globalization;

namespace SchemaSync.Generators.Conventions;

/// <summary>
/// What tables are called: as <c>[Table]</c> says, else like the only set of the class, else like the class. Two entities with one table
/// share it, where one refers to the other by its key.
/// </summary>
internal static class TableConvention
{
    public static void Apply(EntityModel model)
    {
        foreach (var entity in model.Entities) Share(entity);
        var sets = model.Sets.GroupBy(s => s.Class).Where(g => g.Select(s => s.Name).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Name);
        // What is owned is called after the table of its owner.
        foreach (var entity in model.Entities.Where(e => e.IsTable).OrderBy(e => e.Owner is not null))
            entity.Table = NameOf(entity, sets, model);
        // Two tables of one name, in two schemas, have keys of two names.
        foreach (var same in model.Entities.Where(e => e.IsTable).GroupBy(e => e.Table))
        {
            var number = 0;
            foreach (var entity in same)
                entity.KeyName = "PK_" + entity.Table + (number++ == 0 ? "" : (number - 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Share(Entity entity)
    {
        if (entity.TableUse is not { } table || entity.Base is not null) return;
        var link = entity.References.Find(r => r.Columns.SequenceEqual(entity.Key) && r.Principal != entity
            && r.Principal.TableUse?.Text("Name") == table.Text("Name") && r.Principal.TableUse?.Text("Schema") == table.Text("Schema"));
        if (link is null) return;
        entity.Sharing = link.Principal;
        link.Principal.Shared.Add(entity);
        entity.References.Remove(link);
    }

    private static string NameOf(Entity entity, Dictionary<string, string> sets, EntityModel model)
    {
        if (entity.TableUse?.Text("Name") is { } said) return said;
        if (entity.Owner is not null)
            return model.Classes.Values.Sum(c => c.Members.Count(m => m.Class == entity.Class.FullName)) > 1
                ? $"{entity.Owner.Holder.Table}_{entity.OwnerNavigation}" : entity.Name;
        return sets.TryGetValue(entity.FullName, out var set) ? set : entity.Name;
    }
}
