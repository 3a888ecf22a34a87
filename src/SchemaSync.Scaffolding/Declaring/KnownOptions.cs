namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Options in a provider's own words: those that a declaration may say, and the others told.</summary>
internal sealed class KnownOptions(ProviderProfile profile, Missing missing)
{
    public EquatableArray<TableOption> OfTable(ObjectId id, EquatableArray<TableOption> options) => Of(id, options, profile.TableOptions);

    public EquatableArray<TableOption> OfColumn(ObjectId id, EquatableArray<TableOption> options) => Of(id, options, profile.ColumnOptions);

    public EquatableArray<TableOption> OfIndex(ObjectId id, EquatableArray<TableOption> options) => Of(id, options, profile.IndexOptions);

    public EquatableArray<TableOption> OfPartition(ObjectId id, EquatableArray<TableOption> options) =>
        Of(id, options, profile.PartitionOptions);

    public EquatableArray<TableOption> OfView(ObjectId id, EquatableArray<TableOption> options) =>
        Of(id, options, profile.MaterializedViewOptions);

    /// <summary>The settings of a routine.</summary>
    public EquatableArray<TableOption> OfRoutine(ObjectId id, EquatableArray<TableOption> settings) =>
        Of(id, settings, profile.Has(Feature.RoutineSettings) ? OptionNames.Any : OptionNames.None);

    private EquatableArray<TableOption> Of(ObjectId id, EquatableArray<TableOption> options, OptionNames known)
    {
        foreach (var option in options.Where(o => known.Find(o.Name) is null))
            missing.Add(id, option.Value.Length == 0 ? option.Name : $"{option.Name} = {option.Value}");
        return options.All(o => known.Find(o.Name) is not null) ? options : [.. options.Where(o => known.Find(o.Name) is not null)];
    }
}
