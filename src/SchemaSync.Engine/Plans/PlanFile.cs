namespace SchemaSync.Engine;

/// <summary>A whole plan as a file, both snapshots included: what was reviewed is exactly what is run, or it is refused.</summary>
public static class PlanFile
{
    private const string Format = "schemasync-plan";
    private const int Version = 1;

    /// <summary>The plan as text: line feeds, equal bytes for equal plans.</summary>
    public static string Write(Plan plan) => SealedJson.Write(Format, Version, json => PlanContent.Write(json, plan));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="SchemaSyncException">SSY0511: it is something else, newer, damaged or edited by hand.</exception>
    public static Plan Read(string text, string displayName)
    {
        try
        {
            var reader = SealedJson.Read(text, Format, Version);
            var plan = PlanContent.Read(reader);
            reader.Complete();
            return plan;
        }
        catch (JsonFormatException e)
        {
            throw Error(displayName, e.Message, e);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SchemaSyncException">SSY0511: it is missing, or not what <see cref="Write"/> wrote.</exception>
    public static async Task<Plan> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error(path, FileFault.Of(e), e);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="SchemaSyncException">SSY0511: it cannot be written.</exception>
    public static async Task SaveAsync(string path, Plan plan, CancellationToken cancellationToken = default)
    {
        try
        {
            await AtomicFile.WriteAsync(path, Write(plan), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error(path, FileFault.Of(e), e);
        }
    }

    /// <summary>A hash of everything in the plan; the ledger keeps it, so that a run and a file can be told to belong together.</summary>
    public static string Hash(Plan plan)
    {
        var json = new JsonWriter(indented: false);
        json.StartObject();
        PlanContent.Write(json, plan);
        json.EndObject();
        return SealedJson.Digest(json.ToString());
    }

    private static SchemaSyncException Error(string path, string reason, Exception inner) => new([Diagnostic.Of(ExecutionDiagnostics.BadPlanFile, path, reason)], inner);
}
