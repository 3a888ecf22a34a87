namespace SchemaSync.Engine;

/// <summary>Brings a target to server form: builds it on a scratch database and reads it back.</summary>
internal sealed class ScratchNormalizer(DatabaseAdapter adapter)
{
    /// <summary>The target as the server prints it, with its intents.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0207: the server refuses an object. SSY0204: a view or trigger does not fit. SSY0202: an object is not the same after the round trip.
    /// </exception>
    public async Task<Snapshot> NormalizeAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        if (target.Snapshot is { Form.IsServer: true } server) return server;
        var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var source = target.Snapshot ?? scratch.Dialect.Lower(target.Model!);
            await scratch.BuildAsync(source, cancellationToken).ConfigureAwait(false);
            var read = await scratch.ReadBackAsync(cancellationToken).ConfigureAwait(false);
            RoundTrip.Check(source, read, scratch.Dialect);
            return new() { Form = read.Form, Objects = read.Objects, Intents = source.Intents };
        }
    }
}
