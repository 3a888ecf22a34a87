namespace SchemaSync.Hosting;

/// <summary>Which tenants an application has. Register one of your own to read them from where they are kept; it may be scoped.</summary>
public interface ITenantDirectory
{
    /// <summary>All of them, in the order in which a run takes them: the first ones are its canaries.</summary>
    IAsyncEnumerable<TenantContext> ListAsync(CancellationToken cancellationToken);
}
