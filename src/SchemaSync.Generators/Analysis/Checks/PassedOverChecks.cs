namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>
/// What declares data in C#, and in Entity Framework's eyes in the database, and becomes nothing here: navigations without a foreign key,
/// classes that derive from a table, keys that nobody numbers.
/// </summary>
internal static class PassedOverChecks
{
    public static void Run(DeclaredSchema schema)
    {
        List<Reference>? keys = null;
        foreach (var table in schema.Tables)
        {
            if (!table.Type.Members.Any(m => m.Type.Target is not null)) continue;
            keys ??= schema.Tables.SelectMany(t => t.Table.ForeignKeys, (t, f) => new Reference(t.Table.Name, f)).ToList();
            Navigations(table, keys, schema.Context);
        }
    }

    // [Key] is Entity Framework's, which numbers it; the database does so by itself only where that is its way.
    public static void Run(DeclaredTable table, BuildContext context)
    {
        if (context.Profile.IdentityOnPrimaryKeyOnly || table.Table.PrimaryKey is not { Columns: [{ } only] }) return;
        if (table.Head.Columns.FirstOrDefault(c => c.Column == only.Column.Value) is not { } column) return;
        var member = table.Type.Members.First(m => m.Name == column.Property);
        var use = member.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.PrimaryKey && a.IsStandard);
        var isWhole = member.Type is { IsArray: false, IsEnum: false }
            && member.Type.Logical is LogicalType.Int16 or LogicalType.Int32 or LogicalType.Int64;
        if (use is null || !isWhole || IsGiven(member) || IsReference(table, only.Column)) return;
        context.Report(AttributeDiagnostics.KeyNotNumbered, use.Place, table.Type.Name, member.Name, context.Profile.Name);
    }

    /// <summary>A class that is no table itself and has properties that its base, which is one, lacks.</summary>
    public static IEnumerable<Finding> OfDerived(string fullName, string name, string table, IReadOnlyList<string> properties)
    {
        if (properties.Count > 0)
            yield return new(AttributeDiagnostics.DerivedFromTable, Place.OfType(fullName), [name, table, string.Join(", ", properties)]);
    }

    private static void Navigations(DeclaredTable table, List<Reference> keys, BuildContext context)
    {
        var own = table.Table.Name;
        var leading = table.Type.Members.Where(m => m.Type.Target is not null && context.One(m.Attributes, AttributeKind.Ignore) is null)
            .Select(m => (Member: m, Target: context.Heads.ByType(context.Profile.Name, m.Type.Target!)))
            .Where(m => m.Target is not null).ToList();
        foreach (var group in leading.GroupBy(m => m.Target!.Table))
        {
            var between = keys.Where(k => k.Joins(own, group.Key)).ToList();
            var isJoined = between.Count > 0 || keys.Where(k => k.Key.ReferencedTable == own).Select(k => k.From)
                .Intersect(keys.Where(k => k.Key.ReferencedTable == group.Key).Select(k => k.From)).Any();
            var single = group.Where(m => !m.Member.Type.IsCollection).ToList();
            foreach (var (member, target) in group)
            {
                // More ways than keys: each needs one that is called like it.
                var isKnown = member.Type.IsCollection ? isJoined
                    : between.Count > 0 && (single.Count <= between.Count || between.Any(k => IsOf(k, member, table)));
                if (isKnown) continue;
                context.Report(AttributeDiagnostics.LooseNavigation, member.Place, member.Name, table.Type.Name, target!.Display);
            }
        }
    }

    private static bool IsOf(Reference reference, MemberDeclaration navigation, DeclaredTable table) =>
        navigation.Has(AttributeKind.ForeignKeyNames)
        || reference.Key.Columns.Any(c => table.Head.Columns.Any(h => h.Column == c.Value && Is(h.Property, navigation.Name, table)));

    private static bool Is(string property, string navigation, DeclaredTable table) =>
        property.StartsWith(navigation, StringComparison.OrdinalIgnoreCase) || IsNamed(table, property, navigation);

    // [ForeignKey("Author")] on the property with the key.
    private static bool IsNamed(DeclaredTable table, string property, string navigation) =>
        table.Type.Members.Any(m => m.Name == property
            && m.Attributes.Any(a => a.Kind == AttributeKind.ForeignKeyNames && a.Text("Name") == navigation));

    private static bool IsGiven(MemberDeclaration member) => member.Attributes.Any(a => a.Kind == AttributeKind.Identity
        || a.Kind == AttributeKind.Default || a.Kind == AttributeKind.DefaultSql || a.Kind == AttributeKind.Computed
        || a.Standard == "DatabaseGenerated");

    private static bool IsReference(DeclaredTable table, Identifier column) => table.Table.ForeignKeys.Any(f => f.Columns.Contains(column));

    private sealed record Reference(QualifiedName From, ForeignKey Key)
    {
        public bool Joins(QualifiedName one, QualifiedName other) =>
            (From == one && Key.ReferencedTable == other) || (From == other && Key.ReferencedTable == one);
    }
}
