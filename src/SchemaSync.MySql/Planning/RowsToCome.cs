namespace SchemaSync.MySql.Planning;

/// <summary>The rows of a table as its new definition will hold them, as far as the old one tells:
/// what keys and checks can be asked about before the first statement.</summary>
internal sealed class RowsToCome(Table before, Table after)
{
    /// <summary>Whether the value of a column can be told by now.</summary>
    public bool IsKnown(Identifier column) => IsAsItWas(column) || Computed(column) is not null;

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

    private string? Computed(Identifier column) => after.Column(column) is { Computed: { } computed }
        && after.Columns.All(c => !MySqlText.Mentions(computed.Expression, c.Name) || IsAsItWas(c.Name)) ? computed.Expression.Text : null;

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
