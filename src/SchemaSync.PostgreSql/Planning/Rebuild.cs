namespace SchemaSync.PostgreSql.Planning;

/// <summary>What of a state cannot be made inside one transaction, and what stands for it there.</summary>
internal static class Rebuild
{
    /// <summary>
    /// Indexes that a concurrent build left unfinished are finished: nobody can make an unfinished one. Values that the plan
    /// adds to an enum type are in it from the beginning: until version 17 a transaction may not use what it adds itself.
    /// </summary>
    public static Snapshot Of(Snapshot from, Snapshot to)
    {
        var types = to.Objects.OfType<EnumType>().ToDictionary(t => t.Name);
        // Under their former words: the type may be renamed as well.
        foreach (var intent in to.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Kind == ObjectKind.EnumLabel))
        {
            if (!types.TryGetValue(intent.Subject.OwnerName, out var type)) continue;
            var was = from.Objects.OfType<EnumType>()
                .Any(t => t.Values.Contains(intent.Former.Value) && !t.Values.Contains(intent.Subject.Name.Value));
            if (was) types[type.Name] =
                type with { Values = type.Values.Select(v => v == intent.Subject.Name.Value ? intent.Former.Value : v).ToEquatableArray() };
        }

        foreach (var intent in to.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Kind == ObjectKind.EnumType))
            if (types.TryGetValue(intent.Subject.QualifiedName, out var renamed)) types.TryAdd(intent.FormerId.QualifiedName, renamed);
        return from.With(from.Objects.Select(subject => subject switch
        {
            Table table => table with { Indexes = Finished(table.Indexes) },
            MaterializedView view => view with { Indexes = Finished(view.Indexes) },
            EnumType type when types.TryGetValue(type.Name, out var after) && TypeWork.OnlyAdds(type, after) =>
                type with { Values = after.Values },
            _ => subject,
        }));
    }

    private static EquatableArray<Index> Finished(EquatableArray<Index> indexes) =>
        indexes.Any(i => i.Invalid) ? indexes.Select(i => i with { Invalid = false }).ToEquatableArray() : indexes;
}
