namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A trigger that somebody created, with the server's own statement for it.</summary>
internal sealed record TriggerRow(
    uint Oid, uint Relation, string Name, int Bits, int[] Columns, string State, bool IsConstraint, bool Deferrable, bool Deferred,
    uint From, string? OldTable, string? NewTable,
    string Definition, string? ParentState, string? Comment, string? Shown)
{
    /// <summary>A trigger that a partition has from its parent is part of the parent's; until version 14 it counts as internal.</summary>
    public const string Sql = """
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT t.oid, t.tgrelid, t.tgname::text, t.tgtype::int, t.tgattr::text, t.tgenabled::text, t.tgconstraint <> 0, t.tgdeferrable,
            t.tginitdeferred, t.tgconstrrelid,
          t.tgoldtable::text, t.tgnewtable::text, pg_get_triggerdef(t.oid, false),
          (SELECT p.tgenabled::text FROM pg_trigger p WHERE p.oid = t.tgparentid), d.description,
          CASE WHEN t.tgconstrrelid <> 0 THEN pg_get_triggerdef(t.oid, true) || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' ENABLED '
            || t.tgenabled::text END END
        FROM ours JOIN pg_trigger t ON t.tgrelid = ours.objid AND (NOT t.tgisinternal OR (t.tgparentid <> 0 AND t.tgconstrrelid = 0))
          LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_trigger'::regclass
        """;

    /// <summary>Whether it came from the table that this one is a partition of.</summary>
    public bool IsInherited => ParentState is not null;

    /// <summary>Reads one row.</summary>
    public static TriggerRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Text(), row.Int(), row.Numbers(), row.Text(), row.Flag(),
        row.Flag(), row.Flag(), row.Oid(), row.TextOrNull(), row.TextOrNull(),
        row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
}
