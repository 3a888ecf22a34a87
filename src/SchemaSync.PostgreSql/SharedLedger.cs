using System.Globalization;

namespace SchemaSync.PostgreSql;

/// <summary>
/// The ledger of all tenants that are schemas of one database: the same tables, in a schema of our own, whose rows say which tenant's they
/// are. A tenant is its schema's name; and since a schema may be dropped and another one get its name, the runs also say which schema that
/// was, by its oid. Oids mean nothing once a database was restored: then the schema of the tables has another one as well, and the name
/// decides.
/// </summary>
/// <param name="tenant">The tenant's schema.</param>
internal sealed class SharedLedger(string tenant) : PostgreSqlLedger(Home)
{
    /// <summary>The schema of the tables. It is nobody's to manage, and in no snapshot.</summary>
    public const string Home = "__schemasync";

    // No name of a schema is as long (NAMEDATALEN): what is put aside can be no tenant's.
    private const string AsideSince = "put aside because it could not be read, and since then nobody's: the ledger of ";

    private readonly string _tenant = PostgreSqlText.Literal(tenant);

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    protected override string Tenant => _tenant;

    /// <inheritdoc/>
    protected override string Place => PlaceOf(_tenant);

    /// <inheritdoc/>
    protected override string IsPresent => IsPresentOf(_tenant);

    /// <summary>Two who come at the same moment make them one after the other.</summary>
    public override IReadOnlyList<string> Prepare =>
    [
        $"SELECT pg_advisory_xact_lock({AdvisoryKeys.Of(Home).ToString(CultureInfo.InvariantCulture)})",
        $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = '{Home}') THEN CREATE SCHEMA {Home}; END IF; END $$",
        .. Create,
    ];

    /// <inheritdoc/>
    public override string Advice => $"have somebody who may create schemas in the database run CREATE SCHEMA {Home} "
        + "AUTHORIZATION for this account, or let each schema keep a ledger of its own (--ledger Own)";

    /// <summary>What is remembered of a schema that had the name before goes as it would have gone with that schema.</summary>
    public override IReadOnlyList<string> Begun =>
    [
        $"WITH former AS (SELECT FROM {Table(Names[0])} WHERE {Mine} AND NOT {IsPresent} LIMIT 1), "
            + $"a AS ({Forget(Names[0])}), b AS ({Forget(Names[1])}) {Forget(Names[2])}",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> SetAside(string table, string suffix) =>
        [$"UPDATE {Table(table)} SET tenant = {PostgreSqlText.Literal(AsideName(suffix))} WHERE {Mine}"];

    /// <inheritdoc/>
    public override string Aside(string table, string suffix) =>
        $"(SELECT * FROM {Table(table)} WHERE tenant = {PostgreSqlText.Literal(AsideName(suffix))}) rows";

    /// <summary>Whether it holds anything of the tenant, one row if so.</summary>
    public string Has => $"SELECT 1 FROM {Table(Names[0])} WHERE {Mine} LIMIT 1";

    /// <summary>The look for somebody who reads.</summary>
    public string LookToRead => Look(writes: false);

    /// <summary>Whoever may create schemas could have made this one: only the tenant's own owner is believed beside the account's own
    /// roles.</summary>
    protected override string TrustedOwner => $"(SELECT t.nspowner FROM pg_namespace t WHERE t.nspname = {_tenant})";

    /// <summary>All of them: the runs of every tenant are there.</summary>
    protected override string Believed => NameList;

    /// <summary>Removes everything of the tenant.</summary>
    public IReadOnlyList<string> Drop => [Look(writes: true), .. Names.Select(n => $"DELETE FROM {Table(n)} WHERE {Mine}")];

    /// <summary>The place that the rows of a run of a tenant are about.</summary>
    public static string PlaceOf(string tenant) => "(SELECT concat(t.oid, '/', h.oid) FROM pg_namespace t, pg_namespace h "
        + $"WHERE t.nspname = {tenant} AND h.nspname = '{Home}')";

    /// <summary>Which runs are about the place as it is now.</summary>
    public static string IsPresentOf(string tenant) =>
        $"(SELECT p = place OR split_part(p, '/', 2) <> split_part(place, '/', 2) FROM {PlaceOf(tenant)} AS q(p))";

    private string Forget(string table) => $"DELETE FROM {Table(table)} WHERE {Mine} AND EXISTS (SELECT FROM former)";

    private string AsideName(string suffix) => AsideSince + tenant + suffix;
}
