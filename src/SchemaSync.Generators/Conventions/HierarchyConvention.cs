namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Classes that derive from one another: one table with a discriminator, or a table for each where a derived class has a <c>[Table]</c> of
/// its own.
/// </summary>
internal static class HierarchyConvention
{
    private const string Discriminator = "Discriminator";

    public static void Apply(EntityModel model)
    {
        foreach (var root in model.Entities.Where(e => e.Base is null && e.Derived.Count > 0))
        {
            if (HasTables(root)) foreach (var derived in root.AllDerived) Split(derived);
            else AddDiscriminator(root);
        }
    }

    /// <summary>Whether each class of a hierarchy has a table.</summary>
    public static bool HasTables(Entity root) => root.AllDerived.Any(d => TableOf(d) is { } table && table != TableOf(root));

    private static string? TableOf(Entity entity) => entity.TableUse?.Text("Name");

    private static void Split(Entity derived)
    {
        derived.IsSplit = true;
        // One that says no table beside others that do has one by its set, and refers to nothing.
        if (derived.TableUse is null) return;
        var relationship = new Relationship { Dependent = derived, Principal = derived.Base!, IsRequired = true };
        relationship.Columns.AddRange(derived.Root.Key);
        derived.References.Insert(0, relationship);
    }

    // As long as the longest name it may hold, rounded up to a number of Fibonacci: a new class seldom makes it longer.
    private static void AddDiscriminator(Entity root)
    {
        var longest = new[] { root }.Concat(root.AllDerived).Max(e => e.Name.Length);
        var (previous, length) = (1, 1);
        while (length < longest) (previous, length) = (length, previous + length);
        var column = root.Find(Discriminator);
        if (column is null)
        {
            column = new() { Name = Discriminator, Place = root.Place, Type = new(LogicalType.String, "string"), IsShadow = true };
            root.Properties.Add(column);
        }

        column.IsNullable = false;
        column.MaxLength = length;
    }
}
