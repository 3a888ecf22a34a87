namespace SchemaSync.MySql.Planning;

/// <summary>What has to be there before an object: what its definition names by itself, and what the server said.</summary>
internal static class Needs
{
    /// <summary>The objects in order, each after what it needs; by name where that leaves a choice.</summary>
    public static IReadOnlyList<T> Order<T>(IEnumerable<T> objects) where T : TopLevelObject =>
        OrderPass.ByNeed(objects.OrderBy(o => o.Name).ThenBy(o => o.Kind), Of);

    private static IEnumerable<QualifiedName> Of(TopLevelObject subject) => (subject switch
    {
        Table table => table.ForeignKeys.Select(f => f.ReferencedTable).Concat(table.Columns.Select(c => c.Type.TypeName)),
        Trigger trigger => [trigger.On],
        _ => [],
    }).Concat(subject.Uses).Where(n => !n.IsEmpty).Distinct();
}
