namespace SchemaSync.PostgreSql.Digests;

/// <summary>
/// Lists of the objects of schemas, which everything that is said about them hangs on. What there is thousands of is joined, from a list
/// of its own: of what IN asks for, and of one list for all kinds, the server expects too little, and looks every row up by itself.
/// </summary>
internal static class Anchors
{
    /// <summary>The lists as common table expressions: <c>schema</c> and <c>oid</c>; with names the name too, and the kind of a
    /// relation.</summary>
    /// <param name="names">Whether names are looked up.</param>
    public static string Sql(bool names) => $"""
        WITH schema AS MATERIALIZED (SELECT n.oid AS schema FROM pg_namespace n WHERE n.oid = ANY ($1)),
        relation AS MATERIALIZED ({Members("pg_class", names ? ", o.relname AS name, o.relkind AS kind" : "", names)}),
        type AS MATERIALIZED ({Members("pg_type", names ? ", o.typname AS name" : "", names)}),
        routine AS MATERIALIZED ({Members("pg_proc", "", named: false)}),
        other AS MATERIALIZED (SELECT d.refobjid AS schema, d.classid, d.objid AS oid FROM pg_depend d
          WHERE {OfSchema} AND d.classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass)),
        index AS MATERIALIZED (SELECT relation.schema, i.indexrelid AS oid FROM relation JOIN pg_index i ON i.indrelid = relation.oid),
        bound AS MATERIALIZED (
          SELECT relation.schema, k.oid FROM relation JOIN pg_constraint k ON k.conrelid = relation.oid
          UNION ALL SELECT type.schema, k.oid FROM type JOIN pg_constraint k ON k.contypid = type.oid),
        trigger AS MATERIALIZED (SELECT relation.schema, t.oid FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid),
        policy AS MATERIALIZED (SELECT relation.schema, p.oid FROM relation JOIN pg_policy p ON p.polrelid = relation.oid),
        rule AS MATERIALIZED (SELECT relation.schema, r.oid FROM relation JOIN pg_rewrite r ON r.ev_class = relation.oid)
        """;

    private const string OfSchema = "d.refclassid = 'pg_namespace'::regclass AND d.refobjid = ANY ($1)";

    private static string Members(string catalogue, string columns, bool named) => $"""
        SELECT d.refobjid AS schema, d.objid AS oid{columns} FROM pg_depend d{(named ? $" JOIN {catalogue} o ON o.oid = d.objid" : "")}
          WHERE {OfSchema} AND d.classid = '{catalogue}'::regclass
        """;
}
