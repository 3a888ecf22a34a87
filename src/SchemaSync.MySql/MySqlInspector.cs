using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql;

/// <summary>
/// Reads the databases in two round trips: the catalogue, then the definitions that the catalogue keeps back. Shared ones are looked up
/// before.
/// </summary>
internal sealed class MySqlInspector(
    MySqlConnection connection, ManagedDatabases databases, MySqlCapabilities server, MySqlHome home, Trial? trial) : SchemaInspector
{
    /// <inheritdoc/>
    public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        var managed = await databases.FindAsync(cancellationToken).ConfigureAwait(false);
        var all = await new CatalogReader(connection, managed, server, trial?.Names).ReadAsync(cancellationToken).ConfigureAwait(false);
        var ledgers = all.Skip(1).SelectMany(r => r.Tables.Where(IsLedger).Select(t => ObjectId.Top(ObjectKind.Table, r.Named(t.Name))));
        var beside = ledgers.ToEquatableArray();
        foreach (var rows in all)
        {
            trial?.StandIns.Restore(rows);
            rows.Tables.RemoveAll(t => IsLedger(t) || t.Type == "TEMPORARY");
            await new HiddenValues(connection, rows, server).RestoreAsync(cancellationToken).ConfigureAwait(false);
        }

        await new DefinitionReader(connection, trial?.Names).ReadAsync(all.SelectMany(r => Wanted(r, server)), cancellationToken)
            .ConfigureAwait(false);
        var (objects, unsupported) = (new List<TopLevelObject>(), new List<UnsupportedObject>());
        foreach (var rows in all) objects.AddRange(await ReadAsync(rows, unsupported, cancellationToken).ConfigureAwait(false));
        var outside = new OutsideUses(connection, managed, server, home, trial?.Names);
        objects = await outside.AddAsync(objects, cancellationToken).ConfigureAwait(false);
        objects.AddRange(managed.Skip(1).Select(d => new Schema { Name = new(d.Schema) }));
        unsupported.AddRange(
            SameButForCase(objects.Where(o => o is Table or View)).Concat(SameButForCase(objects.Where(o => o is Schema))));
        return home.Leave(new()
        {
            Form = server.ServerForm,
            Objects = ReferenceCase.Align(objects, StringComparer.OrdinalIgnoreCase).Select(Uses.Add(objects)).OrderBy(o => o.Name)
                .ThenBy(o => o.Kind).ToEquatableArray(),
            Unsupported = unsupported.OrderBy(u => u.Id.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Beside = beside,
        });
    }

    private async Task<IEnumerable<TopLevelObject>> ReadAsync(
        CatalogRows rows, List<UnsupportedObject> unsupported, CancellationToken cancellationToken)
    {
        foreach (var ((_, name), reason) in rows.Refusals.Where(r => r.Key.Kind == ObjectKind.Table))
            rows.Refused.TryAdd(name, $"something that cannot be opened ({reason})");
        new StoredCharacters(rows, server).Restore();
        await new UnopenedViews(connection, rows, server, home, trial?.Names).RestoreAsync(cancellationToken).ConfigureAwait(false);
        var bodies = new BodyReader(rows, server, unsupported).Read().Select(o => trial?.Events.Awake(o) ?? o);
        return [.. new TableReader(rows, server, unsupported).Read(), .. bodies];
    }

    /// <inheritdoc/>
    public override async Task<Snapshot> InspectInOrderAsync(CancellationToken cancellationToken)
    {
        var read = await InspectAsync(cancellationToken).ConfigureAwait(false);
        return server.IsMariaDb ? read : await new KeyOrder(connection).RestoreAsync(read, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken)
    {
        var own = new Identifier(databases.Own.Place);
        return (await DigestsAsync([own], key, cancellationToken).ConfigureAwait(false))?.ByName.GetValueOrDefault(own);
    }

    /// <inheritdoc/>
    public override async Task<TenantDigests?> DigestsAsync(IReadOnlyList<Identifier> names, DigestKey key,
        CancellationToken cancellationToken)
    {
        var shared = (await databases.FindAsync(cancellationToken).ConfigureAwait(false)).Skip(1).Select(d => d.Place);
        return await new DatabaseDigests(connection, server, key).ReadAsync(names, [.. shared], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindMissingAsync(IReadOnlyList<ExternalNeed> needs,
        CancellationToken cancellationToken) =>
        OutsideObjects.FindMissingAsync(connection, home, server, needs, cancellationToken);

    /// <summary>
    /// Whether the account may make and drop the databases of the plan, which would be found out in the middle of it, and whether declared
    /// SQL runs routines of others.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0235: it may not. SSY0242: it does.</exception>
    public override async Task RefuseCodeOfOthersAsync(Plan plan, CancellationToken cancellationToken)
    {
        await new DatabaseRights(connection, server).RequireAsync(plan, cancellationToken).ConfigureAwait(false);
        await HookedRoutines.RefuseAsync(connection, plan, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task CheckBodiesAsync(CancellationToken cancellationToken)
    {
        if (await FindBrokenBodiesAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } broken)
            throw new SchemaSyncException(broken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindBrokenBodiesAsync(CancellationToken cancellationToken) =>
        new BrokenViews(connection, databases, server, trial?.Names).FindAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindFaultsAsync(CancellationToken cancellationToken) =>
        FindBrokenBodiesAsync(cancellationToken);

    // Our own tables; whatever else bears such a name is an object like any other.
    private static bool IsLedger(TableRow row) => row.Type == TableReader.BaseTable && LedgerTables.IsOurs(row.Name);

    /// <summary>What the catalogue keeps back and SHOW CREATE prints.</summary>
    internal static IEnumerable<(CatalogRows Rows, ObjectKind Kind, string Name)> Wanted(CatalogRows rows, MySqlCapabilities server) =>
    [
        .. rows.Views.Select(v => (rows, ObjectKind.View, v.Name)),
        .. rows.Triggers.Select(t => (rows, ObjectKind.Trigger, t.Name)),
        .. rows.Routines.Select(r => (rows, r.IsProcedure ? ObjectKind.Procedure : ObjectKind.Function, r.Name)),
        .. rows.Packages.Select(p => (rows, OpaqueReader.KindOf(p), p.Name)),
        .. rows.Events.Select(e => (rows, ObjectKind.Event, e.Name)),
        .. rows.Tables.Where(t => t.Type == TableReader.SequenceType).Select(t => (rows, ObjectKind.Sequence, t.Name)),
        .. TableReader.NeedDefinition(rows, server).Select(t => (rows, ObjectKind.Table, t)),
    ];

    // A database may be called like a table.
    private static IEnumerable<UnsupportedObject> SameButForCase(IEnumerable<TopLevelObject> objects) => objects
        .GroupBy(o => o.Name, new QualifiedNameComparer(StringComparer.OrdinalIgnoreCase)).Where(g => g.Count() > 1)
        .SelectMany(g =>
            g.Skip(1).Select(o =>
                new UnsupportedObject(ObjectId.Of(o),
                    string.Create(CultureInfo.InvariantCulture, $"a name that differs from {g.First().LocalName} in case alone"))));
}
