namespace SchemaSync.Engine.Planning;

/// <summary>Brings a snapshot to source form without a server: every canonical text
/// becomes the folded form of the text as written.</summary>
internal static class SourceForm
{
    /// <summary>The snapshot in source form; itself when it is in that form already.</summary>
    public static Snapshot Of(Snapshot snapshot, Dialect dialect) => !snapshot.Form.IsServer ? snapshot : new()
    {
        Form = snapshot.Form with { IsServer = false },
        Objects = snapshot.Objects.Select(o => o.WithExpressions(e => e with { Canonical = dialect.Fold(e.Text) })).ToEquatableArray(),
        Intents = snapshot.Intents,
        Unsupported = snapshot.Unsupported,
    };
}
