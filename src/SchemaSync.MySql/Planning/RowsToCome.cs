namespace SchemaSync.MySql.Planning;

/// <summary>The rows of a table as its new definition will hold them, as far as the old one tells:
/// what keys and checks can be asked about before the first statement.</summary>
internal sealed class RowsToCome(Table before, Table after, RowValues? values)
{
    // Another value each time, and the words of a query.
    private static readonly Identifier[] Moving = [new("select"), new("nextval"), new("next"), new("rand")];

    /// <summary>Whether the value of a column can be told by now.</summary>
    public bool IsKnown(Identifier column) => IsAsItWas(column) || Computed(column) is not null;

    /// <summary>Whether a column that comes is NULL in every row: no key says anything about these.</summary>
    public bool IsNull(Identifier column) => before.Column(column) is null && Computed(column) == "NULL";

    /// <summary>What stands behind FROM: the table itself, or a query in its place in which
    /// columns that will be computed are computed already.</summary>
    public string From(IEnumerable<Identifier> columns, string? alias = null)
    {
        var computed = columns.Distinct().Where(c => !IsAsItWas(c)).ToList();
        if (computed.Count == 0) return alias is null ? Q(after.Name) : $"{Q(after.Name)} AS {alias}";
        var others = before.Columns.Select(c => c.Name).Where(c => !computed.Contains(c)).Select(Q);
        var list = others.Concat(computed.Select(c => $"({Computed(c)}) AS {Q(c)}"));
        return $"(SELECT {string.Join(", ", list)} FROM {Q(after.Name)}) AS {alias ?? MySqlText.Quote(after.Name.Name)}";
    }

    /// <summary>Whether SQL for rows can be tried by now: it reads nothing but its row, and of that what stays as it is.</summary>
    public bool CanBeAsked(Intent intent)
    {
        var text = new SqlExpression(intent.Sql!);
        return !Moving.Any(m => MySqlText.Mentions(text, m)) && after.Columns.Concat(before.Columns).All(c =>
            !MySqlText.Mentions(text, c.Name) || (before.Column(c.Name) is { } was
                && (after.Column(c.Name) is not { } now || was.Type == now.Type || c.Name == intent.Subject.Name)));
    }

    private Intent? Fill(Identifier column) => values?.Fill(ObjectId.In(ObjectKind.Column, after.Name, column));

    private Intent? Conversion(Identifier column) => values?.Conversion(ObjectId.In(ObjectKind.Column, after.Name, column));

    private bool IsSaid(Identifier column) => Fill(column) is not null || Conversion(column) is not null;

    private bool IsAsItWas(Identifier column) => !IsSaid(column) && before.Column(column) is { } was && after.Column(column) is { } now
        && (now.Computed is null || was.Computed?.Expression == now.Computed.Expression) && (was.Type == now.Type || IsSame(was, now))
        && (now.Computed is not { } text
            || after.Columns.All(c => c.Name == column || !MySqlText.Mentions(text.Expression, c.Name) || IsAsItWas(c.Name)));

    // A text of another length or character set is the same text, and a whole number of another width the same number.
    private static bool IsSame(Column was, Column now) => was.CharSet is not null && now.CharSet is not null ? !IsList(was) && !IsList(now)
        : NativeType.Of(was.Type.Native!).IsInteger && NativeType.Of(now.Type.Native!).IsInteger;

    // An enum or set gives its number where it is computed with.
    private static bool IsList(Column column) => NativeType.Of(column.Type.Native!).Name is "enum" or "set";

    private string? Computed(Identifier column) => after.Column(column) switch
    {
        null => null,
        var now when IsSaid(column) => Said(now),
        { Computed: { } computed } => after.Columns.All(c => !MySqlText.Mentions(computed.Expression, c.Name) || IsAsItWas(c.Name))
            ? computed.Expression.Text : null,
        var now when before.Column(column) is { Computed: null } was => Converted(was, now),
        { CharSet: null, Identity: null, Nullable: true, Default: null } when before.Column(column) is null => "NULL",
        { CharSet: null, Default: { } value } when before.Column(column) is null && Defaults.IsConstant(value) => value.Text,
        _ => null,
    };

    // What is declared for rows that are there, as a value of the column.
    private string? Said(Column column)
    {
        var (was, fill, conversion) = (before.Column(column.Name), Fill(column.Name), Conversion(column.Name));
        var own = conversion is not null ? Typed(conversion, column)
            : was is null ? null
            : was.Type == column.Type ? Q(column.Name) : Converted(was, column);
        if (fill is null || (was is not null && own is null)) return own;
        return Typed(fill, column) is not { } filled ? null : own is null ? filled : $"COALESCE({own}, {filled})";
    }

    private string? Typed(Intent said, Column column)
    {
        var type = NativeType.Of(column.Type.Native!);
        return !CanBeAsked(said) ? null
            : type.IsInteger ? $"ROUND({said.Sql})"
            : column is { CharSet: { } set, Collation: { } collation } && !IsList(column)
                ? $"CONVERT(({said.Sql}) USING {set}) COLLATE {collation}"
            : type.Name == "date" || (type.Name == "decimal" && type.Modifiers.Length == 0) ? $"CAST(({said.Sql}) AS {column.Type.Native})"
            : null;
    }

    // What the server makes of a number and of a text; values of which it makes nothing are asked for by themselves.
    private static string? Converted(Column was, Column now)
    {
        var (from, to) = (NativeType.Of(was.Type.Native!), NativeType.Of(now.Type.Native!));
        if (from.Name is "json" or "binary" or "varbinary" || from.Name.EndsWith("blob", StringComparison.Ordinal)) return null;
        if (to.IsInteger)
            return was.CharSet is not null && !IsList(was) ? $"ROUND(CAST({Q(was.Name)} AS DECIMAL(65,10)))" : $"ROUND({Q(was.Name)} + 0)";
        return now is { CharSet: { } set, Collation: { } collation } && !IsList(now) && (was.CharSet is null || IsList(was))
            ? $"CONVERT(CAST({Q(was.Name)} AS CHAR) USING {set}) COLLATE {collation}"
            : null;
    }

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
