namespace SchemaSync.Engine;

/// <summary>A trigger that somebody created, with the server's own statement for it.</summary>
internal sealed record TriggerRow(
    uint Oid, uint Relation, string Name, int Bits, int[] Columns, string State, bool IsConstraint, bool Deferrable, bool Deferred, uint From, string? OldTable, string? NewTable,
    string Definition, bool IsInherited, string? Comment)
{
    /// <summary>A trigger that a partition has from its parent is part of the parent's.</summary>
    public const string Sql = """
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = $1 AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT t.oid, t.tgrelid, t.tgname::text, t.tgtype::int, t.tgattr::text, t.tgenabled::text, t.tgconstraint <> 0, t.tgdeferrable, t.tginitdeferred, t.tgconstrrelid,
          t.tgoldtable::text, t.tgnewtable::text, pg_get_triggerdef(t.oid, false),
          t.tgparentid <> 0, d.description
        FROM ours JOIN pg_trigger t ON t.tgrelid = ours.objid AND NOT t.tgisinternal
          LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_trigger'::regclass
        """;

    /// <summary>Reads one row.</summary>
    public static TriggerRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Text(), row.Int(), row.Numbers(), row.Text(), row.Flag(), row.Flag(), row.Flag(), row.Oid(), row.TextOrNull(), row.TextOrNull(),
        row.Text(), row.Flag(), row.TextOrNull());
}
