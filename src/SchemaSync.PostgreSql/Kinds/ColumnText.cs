using System.Globalization;
using System.Text;

namespace SchemaSync.PostgreSql.Kinds;

/// <summary>The clauses that make a column.</summary>
internal static class ColumnText
{
    /// <summary>A column in CREATE TABLE or ADD COLUMN.</summary>
    public static string Define(Column column)
    {
        var text = new StringBuilder(Q(column.Name)).Append(' ').Append(column.Type.Native);
        if (column.Compression is { } compression) text.Append(" COMPRESSION ").Append(compression);
        if (column.Collation is { } collation) text.Append(" COLLATE ").Append(Collation(collation));
        if (column.Default is { } value) text.Append(" DEFAULT ").Append(Value(value.Text));
        if (column.Computed is { } computed)
            text.Append(" GENERATED ALWAYS AS (").Append(computed.Expression.Text).Append(computed.Stored ? ") STORED" : ") VIRTUAL");
        if (column.Identity is { } identity) text.Append(' ').Append(Identity(identity));
        if (!column.Nullable && !column.NotNullNotValid) text.Append(column.NotNullNoInherit ? " NOT NULL NO INHERIT" : " NOT NULL");
        return text.ToString();
    }

    /// <summary>Clauses of ALTER TABLE for what a definition cannot say.</summary>
    public static IEnumerable<string> Settings(Column column)
    {
        if (column.NotNullNotValid) yield return $"ADD {NotNull(column)} NOT VALID";
        if (column.Storage is { } storage) yield return $"ALTER COLUMN {Q(column.Name)} SET STORAGE {storage}";
        if (column.Options.FirstOrDefault(o => o.Name == StorageOptions.Statistics) is { } statistics)
            yield return $"ALTER COLUMN {Q(column.Name)} SET STATISTICS {statistics.Value}";
        var parameters = StorageOptions.Parameters(column.Options);
        if (parameters.Length > 0) yield return $"ALTER COLUMN {Q(column.Name)} SET {parameters}";
    }

    /// <summary>NOT NULL as a constraint of the table.</summary>
    public static string NotNull(Column column) => $"NOT NULL {Q(column.Name)}{(column.NotNullNoInherit ? " NO INHERIT" : "")}";

    /// <summary>GENERATED … AS IDENTITY with its numbers.</summary>
    public static string Identity(Identity identity)
    {
        var numbers = SequenceText.Numbers(identity.Start, identity.Increment, identity.Min, identity.Max, identity.Cache, identity.Cycle);
        return $"GENERATED {(identity.Always ? "ALWAYS" : "BY DEFAULT")} AS "
            + $"IDENTITY{(numbers.Length == 0 ? "" : $" ({numbers.TrimStart()})")}";
    }

    /// <summary>A default; in parentheses unless it is one token, because the grammar takes fewer operators there.</summary>
    public static string Value(string text) => Lexer.Read(text).Significant.Count == 1 ? text : $"({text})";

    /// <summary>A collation as the catalogue or a declaration names it: one name, or schema and name.</summary>
    public static string Collation(string name) => string.Join('.', name.Split('.', 2).Select(part => Q(new Identifier(part))));

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);
}

/// <summary>The clauses and statements of sequences.</summary>
internal static class SequenceText
{
    /// <summary>CREATE SEQUENCE; the owner follows when its table is there.</summary>
    public static string Create(Sequence sequence) =>
        $"CREATE {(sequence.Options.Any(o => o.Name == StorageOptions.Unlogged) ? "UNLOGGED " : "")}SEQUENCE "
        + $"{PostgreSqlText.Quote(sequence.Name)}{(sequence.Type is { } type ? $" AS {type.Native}" : "")}"
        + Numbers(sequence.Start, sequence.Increment, sequence.Min, sequence.Max, sequence.Cache, sequence.Cycle);

    /// <summary>The owner, or none.</summary>
    public static string Own(Sequence sequence) =>
        $"ALTER SEQUENCE {PostgreSqlText.Quote(sequence.Name)} OWNED BY "
            + $"{(sequence.OwnedBy is { } owner ? $"{PostgreSqlText.Quote(owner.Table)}.{PostgreSqlText.Quote(owner.Column)}" : "NONE")}";

    /// <summary>Brings a sequence, an expression of its name, behind the numbers that rows have already.</summary>
    public static string BringBehind(string sequence, string table, Identifier column)
    {
        var largest = $"pg_catalog.max({PostgreSqlText.Quote(column)})";
        return $"SELECT pg_catalog.setval({sequence}, {largest}) FROM {table} HAVING {largest} IS NOT NULL";
    }

    /// <summary>Numbers as options; those that are not given are left to the server.</summary>
    public static string Numbers(long? start, long? increment, long? min, long? max, long? cache, bool cycle) =>
        Number(" INCREMENT BY ", increment) + Number(" MINVALUE ", min) + Number(" MAXVALUE ", max) + Number(" START WITH ", start)
            + Number(" CACHE ", cache) + (cycle ? " CYCLE" : "");

    /// <summary>Every number as a clause of its own, for a change: what is not given goes back to the server's own choice.</summary>
    public static IEnumerable<string> AllNumbers(long? start, long? increment, long? min, long? max, long? cache, bool cycle)
    {
        var isUp = (increment ?? 1) > 0;
        yield return Number("INCREMENT BY ", increment ?? 1);
        yield return min is null ? "NO MINVALUE" : Number("MINVALUE ", min);
        yield return max is null ? "NO MAXVALUE" : Number("MAXVALUE ", max);
        if (start is not null || isUp || max is not null) yield return Number("START WITH ", start ?? (isUp ? min ?? 1 : max));
        else yield return "START WITH -1";
        yield return Number("CACHE ", cache ?? 1);
        yield return cycle ? "CYCLE" : "NO CYCLE";
    }

    private static string Number(string words, long? number) => number is { } n ? words + n.ToString(CultureInfo.InvariantCulture) : "";
}
