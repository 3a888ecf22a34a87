namespace SchemaSync.PostgreSql.Catalog;

/// <summary>Access lists of the catalogue as texts: privilege, then a star where it
/// may be granted further or a space, then the role.</summary>
internal static class AccessText
{
    /// <summary>Of a relation: nobody but its owner has a right on a new one (manual, section 5.8).</summary>
    public const string OfRelation =
        $"CASE WHEN c.relacl IS NOT NULL THEN (SELECT {Entries} FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner) END";

    /// <summary>Of a routine: everybody may call a new one.</summary>
    public const string OfRoutine =
        "CASE WHEN p.proacl IS NULL THEN '[\"EXECUTE public\"]' ELSE (SELECT "
            + $"{Entries} FROM aclexplode(p.proacl) x WHERE x.grantee <> p.proowner) END";

    /// <summary>Of a type: everybody may use a new one.</summary>
    public const string OfType =
        "CASE WHEN t.typacl IS NULL THEN '[\"USAGE public\"]' ELSE (SELECT "
            + $"{Entries} FROM aclexplode(t.typacl) x WHERE x.grantee <> t.typowner) END";

    private static readonly GrantList None = new();

    private const string Entries =
        "json_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE ' ' END || CASE x.grantee WHEN 0 THEN 'public' ELSE "
            + "pg_get_userbyid(x.grantee)::text END)::text";

    /// <summary>The rights that such texts say. Who granted them is no state: two grantors of one right are one right.</summary>
    public static GrantList Read(string[] entries) => entries.Length == 0 ? None : new()
    {
        Roles = entries.Select(Entry).GroupBy(e => e.Role, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Grant
        {
            Role = g.Key,
            Privileges = Sorted(g.Select(e => e.Privilege)),
            Grantable = Sorted(g.Where(e => e.IsGrantable).Select(e => e.Privilege)),
        }).ToEquatableArray(),
    };

    private static (string Privilege, bool IsGrantable, string Role) Entry(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '*');
        return (text[..end], text[end] == '*', text[(end + 1)..]);
    }

    private static EquatableArray<string> Sorted(IEnumerable<string> privileges) =>
        privileges.Distinct().Order(StringComparer.Ordinal).ToEquatableArray();
}
