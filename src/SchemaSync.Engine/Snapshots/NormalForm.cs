namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// Whose spelling the expressions and types of a snapshot are in. Only snapshots of one form may be compared.
/// </summary>
/// <param name="Provider">One of <see cref="ProviderNames"/>.</param>
/// <param name="IsServer">Read from a server (live or scratch), or folded offline from the declaration.</param>
/// <param name="Major">The server's version, where versions print one schema differently; 0 elsewhere.</param>
public sealed record NormalForm(string Provider, bool IsServer, int Major = 0)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Provider} {(IsServer ? "server" : "source")}{(Major > 0 ? $" {Major}" : "")}";
}
