namespace SchemaSync.Engine;

/// <summary>
/// Whose spelling the expressions and types of a snapshot are in. Only snapshots of one form may be compared.
/// </summary>
/// <param name="Provider">One of <see cref="ProviderNames"/>.</param>
/// <param name="IsServer">Read from a server (live or scratch), or folded offline from the declaration.</param>
public sealed record NormalForm(string Provider, bool IsServer)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Provider} {(IsServer ? "server" : "source")}";
}
