namespace SchemaSync.Engine.Storage.Formats.Plans;

/// <summary>
/// A whole plan as a file, both snapshots included: what was reviewed is exactly what is run, or it is refused. Its digest shows damage and
/// careless edits; that it is the plan between its two states is found out by making it again, when it is applied.
/// </summary>
public static class PlanFile
{
    /// <summary>The format; what is written anew adds an upgrade here and files under tests/data/formats.</summary>
    public static StoredFormat Format { get; } = new("schemasync-plan");

    /// <summary>The plan as text: line feeds, equal bytes for equal plans.</summary>
    public static string Write(Plan plan) => SealedJson.Write(Format, json => PlanContent.Write(json, plan));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="SchemaSyncException">SSY0511: it is something else, damaged or
    /// edited by hand. SSY0233: a later version wrote it.</exception>
    public static Plan Read(string text, string displayName)
    {
        try
        {
            var reader = SealedJson.Read(text, Format);
            var plan = PlanContent.Read(reader);
            reader.Complete();
            return plan;
        }
        catch (NewerFormatException e)
        {
            throw FileFault.Newer(displayName, e);
        }
        catch (JsonFormatException e)
        {
            throw Error(displayName, e.Message, "write it again with 'schemasync plan'", e);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SchemaSyncException">SSY0511: it is missing, or not what
    /// <see cref="Write"/> wrote. SSY0233: a later version wrote it.</exception>
    public static async Task<Plan> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return Read(await InputText.ReadAsync(path, InputText.MostOfASnapshot, cancellationToken).ConfigureAwait(false), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error(path, FileFault.Of(e), FileFault.Cure(e, "write one with 'schemasync plan --output'"), e);
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
            throw Error(path, FileFault.Of(e), FileFault.Cure(e, "write one with 'schemasync plan --output'"), e);
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

    private static SchemaSyncException Error(string path, string reason, string cure, Exception inner) =>
        new([Diagnostic.Of(ExecutionDiagnostics.BadPlanFile, path, reason, cure)], inner);
}
