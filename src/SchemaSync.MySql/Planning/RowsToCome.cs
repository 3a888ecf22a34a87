namespace SchemaSync.MySql.Planning;

/// <summary>The rows of a table as its new definition will hold them, as far as the old one tells:
/// what keys and checks can be asked about before the first statement.</summary>
internal sealed class RowsToCome(Table before, Table after)
{
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

    private bool IsAsItWas(Identifier column) => before.Column(column) is { } was && after.Column(column) is { } now
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
        { Computed: { } computed } => after.Columns.All(c => !MySqlText.Mentions(computed.Expression, c.Name) || IsAsItWas(c.Name))
            ? computed.Expression.Text : null,
        var now when before.Column(column) is { Computed: null } was => Converted(was, now),
        { CharSet: null, Identity: null, Nullable: true, Default: null } when before.Column(column) is null => "NULL",
        { CharSet: null, Default: { } value } when before.Column(column) is null && Defaults.IsConstant(value) => value.Text,
        _ => null,
    };

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
