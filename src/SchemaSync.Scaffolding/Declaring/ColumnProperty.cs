namespace SchemaSync.Scaffolding.Declaring;

/// <summary>A column as a property.</summary>
internal sealed class ColumnProperty(PropertyTypes types, ScaffoldOptions options, KnownOptions known, Missing missing)
{
    /// <summary>The lines of the property; attributes of keys and indexes come first.</summary>
    public IEnumerable<string> Of(Table table, Column column, string member, IEnumerable<AttributeText> keys)
    {
        var type = types.Of(column.Type);
        var id = ObjectId.Of(table.Name, column);
        missing.Add(id, column.NotNullNotValid, "that its NOT NULL was never checked on rows that are there");
        missing.Add(id, column.NotNullNoInherit, "that its NOT NULL is not inherited");
        missing.Add(id, IsKey(table, column) && column.Nullable, "that a column of the primary key may be NULL");
        var attributes = keys.Append(Column(column, type, known.OfColumn(id, column.Options))).Concat(More(column, type));
        return [.. attributes.Select(a => a.ToString()), Line(type.CSharp, column.Nullable && !IsKey(table, column), member)];
    }

    /// <summary>An attribute of a composite type as a property.</summary>
    public IEnumerable<string> Of(CompositeAttribute part, string member)
    {
        var type = types.Of(part.Type);
        var attributes = Sized(type.Exact).Prepend(new AttributeText("Column").With(CSharp.Text(part.Name.Value))
            .Text("Type", type.Exact is null ? part.Type.Native : null));
        if (part.Collation is { } collation) attributes = attributes.Append(new AttributeText("Collation").With(CSharp.Text(collation)));
        if (part.Comment is { } comment) attributes = attributes.Append(new AttributeText("Comment").With(CSharp.Text(comment)));
        return [.. attributes.Select(a => a.ToString()), Line(type.CSharp, isNullable: true, member)];
    }

    private static bool IsKey(Table table, Column column) => table.PrimaryKey?.Columns.Any(p => p.Column == column.Name) ?? false;

    private static AttributeText Column(Column column, PropertyType type, EquatableArray<TableOption> known) => new AttributeText("Column")
        .With(CSharp.Text(column.Name.Value))
        .Text("Type", type.Exact is null ? column.Type.Native : null)
        .Flag("Invisible", column.Invisible).Number("Srid", column.Srid).Text("Storage", column.Storage)
        .Text("Compression", column.Compression).Options("Options", known);

    private IEnumerable<AttributeText> More(Column column, PropertyType type)
    {
        foreach (var sized in Sized(type.Exact)) yield return sized;
        if (column.Nullable is false && type.CSharp.IsReference && !options.Nullable) yield return Required;
        if (column.Identity is { } identity) yield return Identity(identity);
        if (column.Default is { } value) yield return Sql("DefaultSql", value);
        if (column.OnUpdate is { } update) yield return Sql("OnUpdate", update);
        if (column.Computed is { } computed) yield return Sql("Computed", computed.Expression).Flag("Stored", computed.Stored);
        if (column.CharSet is { } set) yield return new AttributeText("CharSet").With(CSharp.Text(set));
        if (column.Collation is { } collation) yield return new AttributeText("Collation").With(CSharp.Text(collation));
        if (column.Comment is { } comment) yield return new AttributeText("Comment").With(CSharp.Text(comment));
    }

    // There is no word of ours for it: the type says it, unless it may not.
    private static AttributeText Required => new("System.ComponentModel.DataAnnotations.Required");

    private static IEnumerable<AttributeText> Sized(ColumnType? type)
    {
        if (type?.MaxLength is { } length) yield return new AttributeText("MaxLength").With(CSharp.Number(length));
        if (type?.Precision is not { } precision) yield break;
        var digits = new AttributeText("Precision").With(CSharp.Number(precision));
        yield return type.Scale is { } scale ? digits.With(CSharp.Number(scale)) : digits;
    }

    private static AttributeText Identity(Identity identity) => new AttributeText("Identity")
        .Number("Start", identity.Start).Number("Increment", identity.Increment).Flag("Always", identity.Always)
        .Number("Min", identity.Min).Number("Max", identity.Max).Number("Cache", identity.Cache).Flag("Cycle", identity.Cycle);

    private static AttributeText Sql(string attribute, SqlExpression sql) => new AttributeText(attribute).With(CSharp.Text(sql.Text));

    private string Line(CSharpType type, bool isNullable, string member)
    {
        var mark = isNullable && (options.Nullable || !type.IsReference) ? "?" : "";
        var value = options.Nullable && type.IsReference && !isNullable ? " = null!;" : "";
        return $"public {type.Name}{mark} {CSharp.Name(member)} {{ get; set; }}{value}";
    }
}
