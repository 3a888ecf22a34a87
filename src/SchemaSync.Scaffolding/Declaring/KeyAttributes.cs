namespace SchemaSync.Scaffolding.Declaring;

/// <summary>
/// Keys, constraints and indexes of a table as attributes: on the property where they are about one column and nothing else, on the class
/// otherwise.
/// </summary>
internal sealed class KeyAttributes(Table table, DeclaredClass home, ClassDirectory classes, KnownOptions options)
{
    private readonly List<AttributeText> _onClass = [];
    private readonly Dictionary<Identifier, List<AttributeText>> _onColumns = [];

    /// <summary>Those on the class.</summary>
    public IReadOnlyList<AttributeText> OnClass => _onClass;

    /// <summary>Those on the property of a column.</summary>
    public IReadOnlyList<AttributeText> On(Identifier column) => _onColumns.GetValueOrDefault(column, []);

    /// <summary>Reads all of the table.</summary>
    public static KeyAttributes Of(Table table, DeclaredClass home, ClassDirectory classes,
        IReadOnlyDictionary<QualifiedName, Table> tables, KnownOptions options, Missing missing)
    {
        var keys = new KeyAttributes(table, home, classes, options);
        keys.AddKeys();
        foreach (var index in table.Indexes)
        {
            missing.Add(ObjectId.Of(table.Name, index), index.Invalid, "that it was never finished");
            keys.AddIndex(index);
        }

        foreach (var key in table.ForeignKeys) keys.AddForeignKey(key, tables);
        foreach (var check in table.CheckConstraints)
        {
            missing.Add(ObjectId.Of(table.Name, check), !check.Column.IsEmpty, "that it stands at its column");
            keys._onClass.Add(Check(check));
        }

        foreach (var exclusion in table.ExclusionConstraints)
            keys._onClass.Add(ExclusionText.Of(ObjectId.Of(table.Name, exclusion), exclusion, missing));
        foreach (var policy in table.Policies) keys._onClass.Add(Policy(policy));
        return keys;
    }

    /// <summary>The indexes of a materialized view, all of them on its class.</summary>
    public static IEnumerable<AttributeText> Indexes(MaterializedView view, DeclaredClass home, KnownOptions options) =>
        view.Indexes.Select(i => Index(i, PartText.Of(i.Columns, home), home, options.OfIndex(ObjectId.Of(view.Name, i), i.Options)));

    private void AddKeys()
    {
        if (table.PrimaryKey is { } primary)
        {
            Place(primary.Columns, parts => new AttributeText("PrimaryKey").With(parts).Text("Name", primary.Name)
                .List("Include", PartText.Of(primary.Include, home)).Choice("Deferrability", primary.Deferrability)
                .Flag("WithoutOverlaps", primary.WithoutOverlaps)
                .Options("Options", options.OfIndex(ObjectId.Of(table.Name, primary), primary.Options)).Text("Comment", primary.Comment));
        }

        foreach (var unique in table.UniqueConstraints)
        {
            if (AsIndex(unique) is { } index) AddIndex(index);
            else Place(unique.Columns, parts => Unique(unique, parts));
        }
    }

    private AttributeText Unique(UniqueConstraint unique, IEnumerable<string> parts) => new AttributeText("Unique").With(parts)
        .Text("Name", unique.Name).List("Include", PartText.Of(unique.Include, home)).Flag("NullsNotDistinct", unique.NullsNotDistinct)
        .Choice("Deferrability", unique.Deferrability).Flag("WithoutOverlaps", unique.WithoutOverlaps)
        .Options("Options", options.OfIndex(ObjectId.Of(table.Name, unique), unique.Options)).Text("Comment", unique.Comment);

    // Where a unique constraint is an index and nothing else, it may be what only the attribute of an index has words for.
    private static Index? AsIndex(UniqueConstraint unique)
    {
        const string Method = "USING", Hidden = "INVISIBLE";
        if (unique.Columns.All(p => p.Expression is null) && !unique.Options.Any(o => o.Name is Method or Hidden)) return null;
        return new()
        {
            Name = unique.Name, Columns = unique.Columns, Unique = true, Comment = unique.Comment,
            Method = unique.Options.FirstOrDefault(o => o.Name == Method)?.Value,
            Invisible = unique.Options.Any(o => o.Name == Hidden),
            Options = [.. unique.Options.Where(o => o.Name is not (Method or Hidden))],
        };
    }

    private void AddIndex(Index index) =>
        Place(index.Columns, parts => Index(index, parts, home, options.OfIndex(ObjectId.Of(table.Name, index), index.Options)));

    private void Place(EquatableArray<IndexPart> parts, Func<IEnumerable<string>, AttributeText> attribute)
    {
        if (parts.Count == 1 && PartText.IsPlain(parts[0])) OnColumn(parts[0].Column).Add(attribute([]));
        else _onClass.Add(attribute(PartText.Of(parts, home)));
    }

    private List<AttributeText> OnColumn(Identifier column)
    {
        if (!_onColumns.TryGetValue(column, out var list)) _onColumns.Add(column, list = []);
        return list;
    }

    private static AttributeText Index(Index index, IEnumerable<string> parts, DeclaredClass home,
        EquatableArray<TableOption> known) => new AttributeText("Index").With(parts)
        .Text("Name", index.Name).Flag("Unique", index.Unique).Text("Where", index.Where?.Text)
        .List("Include", PartText.Of(index.Include, home)).Text("Method", index.Method).Flag("NullsNotDistinct", index.NullsNotDistinct)
        .Flag("Invisible", index.Invisible).Text("Parser", index.Parser).Options("Options", known).Text("Comment", index.Comment);

    private void AddForeignKey(ForeignKey key, IReadOnlyDictionary<QualifiedName, Table> tables)
    {
        var target = classes.Table(key.ReferencedTable);
        var attribute = new AttributeText("ForeignKey")
            .With(target is null ? CSharp.Text(key.ReferencedTable.ToString()) : $"typeof({CSharp.Name(target.Name)})");
        var isAlone = key.Columns.Count == 1;
        if (!isAlone) attribute.List("Columns", PartText.Of(key.Columns, home));
        if (target is null || !IsKeyOf(tables[key.ReferencedTable], key.ReferencedColumns))
            attribute.List("References", key.ReferencedColumns.Select(c => Referenced(c, target)).ToList());
        attribute.Text("Name", key.Name).Choice("OnDelete", key.OnDelete).Choice("OnUpdate", key.OnUpdate)
            .Choice("Deferrability", key.Deferrability).Choice("Match", key.Match)
            .List("OnDeleteColumns", PartText.Of(key.OnDeleteColumns, home)).Flag("NotValid", key.NotValid)
            .Flag("NotEnforced", key.NotEnforced).Flag("Period", key.Period).Text("Comment", key.Comment);
        if (isAlone) OnColumn(key.Columns[0]).Add(attribute);
        else _onClass.Add(attribute);
    }

    private static string Referenced(Identifier column, DeclaredClass? target) =>
        target is not null && target.Members.TryGetValue(column, out var member)
            ? $"nameof({CSharp.Name(target.Name)}.{CSharp.Name(member)})"
            : CSharp.Text(column.Value);

    // Then nobody has to say it; where nothing is said, the key is what is meant.
    private static bool IsKeyOf(Table table, EquatableArray<Identifier> columns) =>
        table.PrimaryKey is { } key && (columns.IsEmpty || key.Columns.Select(p => p.Column).SequenceEqual(columns));

    private static AttributeText Check(CheckConstraint check) => new AttributeText("Check").With(CSharp.Text(check.Expression.Text))
        .Text("Name", check.Name).Flag("NoInherit", check.NoInherit).Flag("NotValid", check.NotValid)
        .Flag("NotEnforced", check.NotEnforced).Text("Comment", check.Comment);

    private static AttributeText Policy(Policy policy) => new AttributeText("Policy").With(CSharp.Text(policy.Name.Value))
        .Choice("Command", policy.Command).Flag("Restrictive", policy.Restrictive)
        .List("Roles", policy.Roles.Select(CSharp.Text).ToList()).Text("Using", policy.Using?.Text).Text("Check", policy.Check?.Text)
        .Text("Comment", policy.Comment);
}
