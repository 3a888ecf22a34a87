namespace SchemaSync.Engine.Execution;

/// <summary>
/// A target may say of a schema that all tenants share it, which is the own one of a tenant: a snapshot of a whole database
/// holds every schema that was there, and one that is read under another name as own holds <c>public</c> too.
/// </summary>
internal static class OwnSchema
{
    /// <summary>The target without the tenant's own schema, which is there by itself, among the shared ones.</summary>
    /// <exception cref="SchemaSyncException">SSY0220: something stands in it, which would be there twice.</exception>
    public static Snapshot Leave(Snapshot target, Dialect dialect, string database)
    {
        if (dialect.OwnSchema is not { } own) return target;
        if (target.Intents.FirstOrDefault(i => i.IsAboutNames
            && (i.Subject.Kind == ObjectKind.Schema ? i.Former : i.FormerId.Schema).Value == own) is { } gone)
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.OwnIsShared, gone.FormerId.ToString(), own,
                database) with { Subject = gone.FormerId }]);
        var inOwn = target.Objects.Where(o => TenantContext.SharedSchemas([o]).Contains(own)).ToList();
        if (inOwn.Count == 0) return target;
        // What a snapshot of a whole database says about its schemas is for those that
        // are shared where it goes; a declaration means this one.
        if (inOwn.FirstOrDefault(o => o is not Schema || (target.Origin is not null && !IsSilent((Schema)o))) is { } twice)
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.OwnIsShared, ObjectId.Of(twice).ToString(), own,
                database) with { Subject = ObjectId.Of(twice) }]);
        return target.With(target.Objects.Except(inOwn));
    }

    private static bool IsSilent(Schema schema) => schema is { Comment: null, Owner: null, Grants: null };
}
