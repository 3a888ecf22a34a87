using System.Globalization;
using System.Text;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Puts back what information_schema does not show as it is: on MySQL every letter beyond ASCII in an expression (twice encoded) and zero
/// bytes, on both servers characters of four bytes, which it has no room for. Where the server gives no way to tell, the table is
/// refused, never guessed.
/// </summary>
internal sealed class StoredCharacters(CatalogRows rows, MySqlCapabilities server)
{
    // Sets with characters of which information_schema shows a question mark.
    private static readonly string[] Wide = ["utf8mb4", "utf16", "utf16le", "utf32", "gb18030"];

    private readonly Dictionary<string, PrintedTable> _tables = [];

    /// <summary>Tables whose texts have to be looked up in SHOW CREATE TABLE.</summary>
    public static IEnumerable<string> NeedDefinition(CatalogRows rows, MySqlCapabilities server)
    {
        var owners = rows.CheckOwners.ToDictionary(o => o.Name, o => o.Table, StringComparer.OrdinalIgnoreCase);
        bool IsHidden(string? text) => server.IsMariaDb ? text?.Contains("????", StringComparison.Ordinal) == true
            : StoredText.IsBeyondAscii(text);
        return rows.Columns.Where(c => IsHidden(c.Generation)
            || (server.IsMariaDb ? IsHidden(c.Default) : c.IsExpressionDefault ? IsHidden(c.Default) : IsDoubtful(c, server)))
            .Select(c => c.Table)
            .Concat(rows.Indexes.Where(i => IsHidden(i.Expression)).Select(i => i.Table))
            .Concat(rows.Checks.Where(c => IsHidden(c.Clause)).Select(c => c.Table ?? owners.GetValueOrDefault(c.Name, "")));
    }

    /// <summary>Whether a constant may hold characters or bytes that are not shown.</summary>
    public static bool IsDoubtful(ColumnRow column, MySqlCapabilities server) =>
        column is { Default: { } text, IsExpressionDefault: false } && column.DataType switch
    {
        _ when server.IsMariaDb && !text.StartsWith('\'') => false,
        "binary" or "varbinary" => !server.IsMariaDb || text.Contains('?', StringComparison.Ordinal),
        _ => HasQuestion(column, text),
    };

    /// <summary>Whether values of an enum or a set may be others than they are shown.</summary>
    public static bool HasDoubtfulValues(ColumnRow column) => column.DataType is "enum" or "set" && HasQuestion(column, column.Type);

    /// <summary>Corrects the rows.</summary>
    public void Restore()
    {
        for (var i = 0; i < rows.Columns.Count; i++) rows.Columns[i] = server.IsMariaDb ? OfMariaDb(rows.Columns[i])
            : OfMySql(rows.Columns[i]);
        if (!server.IsMariaDb)
            for (var i = 0; i < rows.Indexes.Count; i++)
                rows.Indexes[i] = rows.Indexes[i] with { Expression = Decoded(rows.Indexes[i].Table, rows.Indexes[i].Expression) };
        var owners = rows.CheckOwners.ToDictionary(o => o.Name, o => o.Table, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.Checks.Count; i++)
        {
            var check = rows.Checks[i];
            var clause = server.IsMariaDb ? Printed(check.Table!, check.Clause, t => check.IsOfColumn ? t.OfColumn(check.Name, check.Clause)
                : t.OfCheck(check.Name, check.Clause))
                : owners.TryGetValue(check.Name, out var table) ? Decoded(table, check.Clause) : check.Clause;
            rows.Checks[i] = check with { Clause = clause ?? check.Clause };
        }
    }

    private static bool HasQuestion(ColumnRow column, string text) => text.Contains('?', StringComparison.Ordinal)
        && Wide.Contains(column.CharSet, StringComparer.OrdinalIgnoreCase);

    private ColumnRow OfMySql(ColumnRow column)
    {
        column = column with { Generation = Decoded(column.Table, column.Generation) };
        if (column.IsExpressionDefault) return column with { Default = Decoded(column.Table, column.Default) };
        if (!IsDoubtful(column, server)) return column;
        if (Table(column.Table)?.ConstantOf(column.Name) is { } constant) return column with { WrittenDefault = Readable(constant,
            column.CharSet) };
        Refuse(column.Table, $"the default of {column.Name}");
        return column;
    }

    private ColumnRow OfMariaDb(ColumnRow column)
    {
        if (column is { CharSet: null, WrittenDefault: null } && IsDoubtful(column, server)) Refuse(column.Table,
            $"a constant of bytes as the default of {column.Name}, an expression such as DEFAULT (x'…') aside,");
        return column with
        {
            Generation = Printed(column.Table, column.Generation, t => t.OfColumn(column.Name, column.Generation!)),
            Default = column.WrittenDefault is null ? Printed(column.Table, column.Default, t => t.OfColumn(column.Name, column.Default!))
                : column.Default,
        };
    }

    // MySQL prints what its three bytes cannot hold as the bytes of the column's own set.
    private static string Readable(string constant, string? charset) => charset == "utf8mb4"
        && constant.StartsWith("0x", StringComparison.Ordinal)
        ? MySqlText.Literal(Encoding.UTF8.GetString(Convert.FromHexString(constant[2..]))) : constant;

    private string? Decoded(string table, string? shown)
    {
        if (string.IsNullOrEmpty(shown)) return shown;
        if (!StoredText.IsBeyondAscii(shown)) return MySqlText.Unescape(shown);
        if (Table(table) is { } printed)
        {
            if (StoredText.Decode(shown) is { } decoded && StoredText.IsPrintedIn(printed.Definition, decoded)) return decoded;
            // A server that encodes once.
            if (MySqlText.Unescape(shown) is var plain && StoredText.IsPrintedIn(printed.Definition, plain)) return plain;
        }

        Refuse(table, "an expression");
        return shown;
    }

    private string? Printed(string table, string? shown, Func<PrintedTable, string?> find)
    {
        if (shown?.Contains("????", StringComparison.Ordinal) != true) return shown;
        if (Table(table) is { } printed && find(printed) is { } text) return text;
        Refuse(table, "an expression");
        return shown;
    }

    private PrintedTable? Table(string name)
    {
        if (_tables.TryGetValue(name, out var known)) return known;
        return rows.Definitions.GetValueOrDefault((ObjectKind.Table, name)) is { } text ? _tables[name] = new(text) : null;
    }

    private void Refuse(string table, string where) =>
        rows.Refused.TryAdd(table,
        string.Create(CultureInfo.InvariantCulture, $"{where} with characters that the server does not show as they are"));
}
