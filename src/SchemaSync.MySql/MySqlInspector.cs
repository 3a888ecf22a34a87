using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql;

/// <summary>Reads a database in two round trips: the catalogue, then the definitions that the catalogue keeps back.</summary>
internal sealed class MySqlInspector(MySqlConnection connection, string database, MySqlCapabilities server, MySqlHome home, Trial? trial) : SchemaInspector
{
    /// <inheritdoc/>
    public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        var rows = await new CatalogReader(connection, database, server).ReadAsync(cancellationToken).ConfigureAwait(false);
        trial?.StandIns.Restore(rows);
        rows.Tables.RemoveAll(t => IsLedger(t) || t.Type == "TEMPORARY");
        await new HiddenValues(connection, rows, server).RestoreAsync(cancellationToken).ConfigureAwait(false);
        var reader = new DefinitionReader(connection);
        var definitions = await reader.ReadAsync(Wanted(rows), cancellationToken).ConfigureAwait(false);
        foreach (var ((_, name), reason) in reader.Refusals.Where(r => r.Key.Kind == ObjectKind.Table)) rows.Refused.TryAdd(name, $"something that cannot be opened ({reason})");
        new StoredCharacters(rows, definitions, server).Restore();
        var unopened = new UnopenedViews(connection, database, server, home);
        await unopened.RestoreAsync(rows, definitions, cancellationToken).ConfigureAwait(false);
        var unsupported = new List<UnsupportedObject>();
        var objects = new TableReader(rows, definitions, server, unsupported).Read().Concat<TopLevelObject>(new BodyReader(rows, definitions, reader.Refusals, server, unsupported).Read().Select(o => trial?.Events.Awake(o) ?? o)).ToList();
        objects = await new OutsideUses(connection, database, server, home).AddAsync(objects, cancellationToken).ConfigureAwait(false);
        unsupported.AddRange(SameButForCase(objects));
        return home.Leave(new()
        {
            Form = server.ServerForm,
            Objects = ReferenceCase.Align(objects, StringComparer.OrdinalIgnoreCase).Select(Uses.Add(objects)).OrderBy(o => o.Name).ThenBy(o => o.Kind).ToEquatableArray(),
            Unsupported = unsupported.OrderBy(u => u.Id.ToString(), StringComparer.Ordinal).ToEquatableArray(),
        });
    }

    /// <inheritdoc/>
    public override async Task<Snapshot> InspectInOrderAsync(CancellationToken cancellationToken)
    {
        var read = await InspectAsync(cancellationToken).ConfigureAwait(false);
        return server.IsMariaDb ? read : await new KeyOrder(connection).RestoreAsync(read, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindMissingAsync(IReadOnlyList<ExternalNeed> needs, CancellationToken cancellationToken) =>
        OutsideObjects.FindMissingAsync(connection, home, server, needs, cancellationToken);

    /// <inheritdoc/>
    public override async Task CheckBodiesAsync(CancellationToken cancellationToken)
    {
        if (await FindBrokenBodiesAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } broken) throw new SchemaSyncException(broken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindBrokenBodiesAsync(CancellationToken cancellationToken) => new BrokenViews(connection, database).FindAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindFaultsAsync(CancellationToken cancellationToken) => FindBrokenBodiesAsync(cancellationToken);

    // Our own tables; whatever else bears such a name is an object like any other.
    private static bool IsLedger(TableRow row) => row.Type == TableReader.BaseTable && LedgerTables.IsOurs(row.Name);

    private IEnumerable<(ObjectKind Kind, string Name)> Wanted(CatalogRows rows) =>
    [
        .. rows.Views.Select(v => (ObjectKind.View, v.Name)),
        .. rows.Triggers.Select(t => (ObjectKind.Trigger, t.Name)),
        .. rows.Routines.Select(r => (r.IsProcedure ? ObjectKind.Procedure : ObjectKind.Function, r.Name)),
        .. rows.Events.Select(e => (ObjectKind.Event, e.Name)),
        .. rows.Tables.Where(t => t.Type == TableReader.SequenceType).Select(t => (ObjectKind.Sequence, t.Name)),
        .. TableReader.NeedDefinition(rows, server).Select(t => (ObjectKind.Table, t)),
    ];

    private static IEnumerable<UnsupportedObject> SameButForCase(List<TopLevelObject> objects) => objects.Where(o => o is Table or View)
        .GroupBy(o => o.Name, new QualifiedNameComparer(StringComparer.OrdinalIgnoreCase)).Where(g => g.Count() > 1)
        .SelectMany(g => g.Skip(1).Select(o => new UnsupportedObject(ObjectId.Of(o), string.Create(CultureInfo.InvariantCulture, $"a name that differs from {g.First().LocalName} in case alone"))));
}
