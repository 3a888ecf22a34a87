namespace SchemaSync.PostgreSql;

/// <summary>The same tables as <see cref="SharedLedger"/>, for questions about many tenants at once. It writes nothing.</summary>
/// <param name="tenants">Their schemas.</param>
internal sealed class SharedLedgerOfMany(IEnumerable<Identifier> tenants) : PostgreSqlLedger(SharedLedger.Home)
{
    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    protected override string Mine { get; } = $"tenant IN ({string.Join(", ", tenants.Select(t => PostgreSqlText.Literal(t.Value)))})";

    /// <inheritdoc/>
    protected override string IsPresent => SharedLedger.IsPresentOf("tenant");

    /// <summary>Nobody's: one tenant's owner says nothing for the others.</summary>
    protected override string TrustedOwner => "0";

    /// <inheritdoc/>
    protected override string Believed => NameList;
}
