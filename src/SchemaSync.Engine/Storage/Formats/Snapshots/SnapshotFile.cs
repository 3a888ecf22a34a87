using System.Security.Cryptography;

namespace SchemaSync.Engine.Storage.Formats.Snapshots;

/// <summary>
/// A snapshot as a file to commit: one object per line block for line diffs, sealed against edits. Locations are not
/// stored, so that a moved line changes no file.
/// </summary>
public static class SnapshotFile
{
    internal const string FingerprintMember = "fingerprint";

    private const string Tools = "with 'schemasync snapshot' or 'schemasync accept'";

    /// <summary>The format; what is written anew adds an upgrade here and files under tests/data/formats.</summary>
    public static StoredFormat Format { get; } = new("schemasync-snapshot");

    /// <summary>The snapshot as text: line feeds, no byte order mark, equal bytes for equal snapshots.</summary>
    public static string Write(Snapshot snapshot) => TextOf(snapshot).ToString();

    /// <summary>The same, to be written in pieces.</summary>
    internal static SealedText TextOf(Snapshot snapshot) => new(Format, json => WriteContent(json, snapshot));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="displayName">What to call it in messages.</param>
    /// <exception cref="SchemaSyncException">SSY0208: it is something else, damaged or
    /// edited by hand. SSY0233: a later version wrote it.</exception>
    public static Snapshot Read(string text, string displayName)
    {
        try
        {
            var reader = SealedJson.Read(text, Format);
            var snapshot = ReadContent(reader);
            reader.Complete();
            return snapshot;
        }
        catch (NewerFormatException e)
        {
            throw FileFault.Newer(displayName, e);
        }
        catch (JsonFormatException e)
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.BadSnapshotFile, displayName, e.Message,
                $"do not edit it, write it again {Tools}")], e);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SchemaSyncException">SSY0208: it is missing, or not what
    /// <see cref="Write"/> wrote. SSY0233: a later version wrote it.</exception>
    public static async Task<Snapshot> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        return Read(await BytesAsync(path, cancellationToken).ConfigureAwait(false), path);
    }

    /// <summary>The bytes of a file, as <see cref="Read(ArraySegment{byte}, string)"/> takes them.</summary>
    /// <exception cref="SchemaSyncException">SSY0208: it cannot be read.</exception>
    internal static Task<ArraySegment<byte>> BytesAsync(string path, CancellationToken cancellationToken = default) =>
        FromAsync(path, () => InputText.BytesAsync(path, InputText.MostOfASnapshot, cancellationToken));

    /// <summary>The digest of all bytes of a file; null for what can be read only once.</summary>
    /// <exception cref="SchemaSyncException">SSY0208: it cannot be read.</exception>
    internal static Task<Fingerprint?> ContentAsync(string path, CancellationToken cancellationToken) =>
        FromAsync<Fingerprint?>(path, async () =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return await InputText.PassAsync(path, InputText.MostOfASnapshot, piece => hash.AppendData(piece.Span), cancellationToken)
            .ConfigureAwait(false) ? new(Convert.ToHexStringLower(hash.GetHashAndReset())) : null;
    });

    /// <summary>The outline of a file; null where it has to be read whole.</summary>
    /// <exception cref="SchemaSyncException">SSY0208: it cannot be read.</exception>
    internal static Task<SnapshotOutline?> OutlineAsync(string path, CancellationToken cancellationToken) =>
        FromAsync(path, () => SnapshotOutline.OfAsync(path, cancellationToken));

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="SchemaSyncException">As for a text.</exception>
    internal static Snapshot Read(ArraySegment<byte> bytes, string displayName)
    {
        try
        {
            return Read(InputText.Decode(bytes), displayName);
        }
        catch (IOException e)
        {
            throw Unreadable(displayName, e);
        }
    }

    private static async Task<T> FromAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static SchemaSyncException Unreadable(string path, Exception e) =>
        new([Diagnostic.Of(InspectionDiagnostics.BadSnapshotFile, path, FileFault.Of(e), FileFault.Cure(e, $"write one {Tools}"))], e);

    /// <summary>Writes a file, unless it already holds these bytes: a build that changes nothing touches nothing.</summary>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="SchemaSyncException">SSY0208: it cannot be written.</exception>
    public static async Task<bool> SaveAsync(string path, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        try
        {
            return await AtomicFile.WriteAsync(path, TextOf(snapshot).CopyTo, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.BadSnapshotFile, path, FileFault.Of(e),
                FileFault.Cure(e, $"write one {Tools}"))], e);
        }
    }

    internal static void WriteContent(JsonWriter json, Snapshot snapshot)
    {
        var facets = new JsonFacetWriter(json);
        json.String("provider", snapshot.Form.Provider);
        json.String("form", snapshot.Form.IsServer ? "server" : "source");
        if (snapshot.Form.Major > 0) json.Number("serverVersion", snapshot.Form.Major);
        json.String(FingerprintMember, snapshot.Fingerprint.Value);
        SchemaObjectList.Write(json, snapshot.Objects);
        facets.Parts("intents", snapshot.Intents);
        facets.Parts("synonyms", snapshot.Synonyms);
        facets.Parts("unsupported", snapshot.Unsupported.Select(u => new UnsupportedFacets(u)).ToEquatableArray());
    }

    internal static Snapshot ReadContent(FacetReader reader) => Checked(ReadUnchecked(reader), reader.RequiredText(FingerprintMember));

    /// <summary>The content with a fingerprint that nobody compared with it.</summary>
    internal static Snapshot ReadUnchecked(FacetReader reader)
    {
        var form = reader.RequiredText("form");
        if (form is not ("server" or "source")) throw new JsonFormatException($"member 'form' has the unknown value '{form}'");
        return new()
        {
            Form = new(reader.RequiredText("provider"), form == "server", (int)(reader.Number("serverVersion") ?? 0)),
            Objects = SchemaObjectList.Read(reader),
            Intents = reader.Parts("intents", Intent.Read),
            Synonyms = reader.Parts("synonyms", Synonym.Read),
            Unsupported = reader.Parts("unsupported", UnsupportedFacets.Read).Select(u => u.Object).ToEquatableArray(),
        };
    }

    /// <summary>The snapshot, whose fingerprint is this one.</summary>
    /// <exception cref="JsonFormatException">It is not: a later version counts other facets into it, and the file has to be written
    /// again.</exception>
    internal static Snapshot Checked(Snapshot snapshot, string fingerprint) => fingerprint == snapshot.Fingerprint.Value
        ? snapshot
        : throw new JsonFormatException(
            "its fingerprint is not that of its objects, so it was edited by hand or written by another version");

    private sealed record UnsupportedFacets(UnsupportedObject Object) : IFacets
    {
        public static UnsupportedFacets Read(FacetReader reader) =>
            new(new UnsupportedObject(ObjectId.Read(reader), reader.RequiredText("reason")));

        public void WriteFacets(FacetWriter writer)
        {
            Object.Id.WriteFacets(writer);
            writer.Text("reason", Object.Reason);
        }
    }
}
