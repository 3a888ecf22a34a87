namespace SchemaSync.Generators.Emitting;

/// <summary>The model as an assembly attribute.</summary>
internal static class ManifestEmitter
{
    /// <summary>The source text; null where nothing is declared.</summary>
    public static string? Emit(EquatableArray<EquatableArray<BuiltType>> types)
    {
        var models = SchemaAssembler.Assemble(types);
        return models.All(m => m.Objects.IsEmpty && m.Intents.IsEmpty)
            ? null
            : CSharpText.Metadata(Manifest.SnapshotKey, json => Manifest.Write(json, models));
    }
}
