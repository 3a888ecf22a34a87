namespace SchemaSync.MySql.Kinds;

/// <summary>Partitions, from what SHOW CREATE TABLE prints behind the options of a table, and back.</summary>
internal static class Partitions
{
    private const string Begin = "PARTITION BY ", Engine = "ENGINE";

    /// <summary>How a table is partitioned; null for parts of partitions that have names
    /// of their own, which the model has no word for.</summary>
    public static (SqlExpression By, EquatableArray<Partition> Partitions)? Read(string table)
    {
        var start = table.LastIndexOf(Begin, StringComparison.Ordinal);
        // SUBPARTITION BY ends the same way.
        while (start > 0 && table[start - 1] == 'B') start = table.LastIndexOf(Begin, start - 1, StringComparison.Ordinal);
        if (start < 0) return null;
        var text = table[(start + Begin.Length)..].TrimEnd();
        if (text.EndsWith("*/", StringComparison.Ordinal)) text = text[..^2].TrimEnd();
        var tokens = Lexer.Read(text).Significant;
        var list = Enumerable.Range(0, tokens.Count - 1)
            .FirstOrDefault(i => tokens[i].Is("(") && tokens[i + 1].IsWord("PARTITION"), tokens.Count);
        var by = new SqlExpression(MySqlText.Fold(list < tokens.Count ? text[..tokens[list].Start] : text));
        var partitions = new List<Partition>();
        for (var at = list + 1; at < tokens.Count && tokens[at].IsWord("PARTITION");)
        {
            if (One(text, tokens, ref at) is not { } partition) return null;
            partitions.Add(partition);
        }

        return (by, partitions.ToEquatableArray());
    }

    /// <summary>What stands behind the options in CREATE TABLE, and in ALTER TABLE.</summary>
    public static string Render(Table table)
    {
        if (table.PartitionBy is not { } by) return "";
        return $"PARTITION BY {by.Text}{(table.Partitions.IsEmpty ? "" : $"\n({string.Join(",\n ", table.Partitions.Select(Render))})")}";
    }

    /// <summary>One partition.</summary>
    public static string Render(Partition partition) =>
        $"PARTITION {MySqlText.Quote(partition.Name)}{(partition.Values is { } values ? $" VALUES {values.Text}" : "")}"
            + $"{string.Concat(partition.Options.Select(o => $" {o.Name} = {o.Value}"))}";

    private static Partition? One(string text, List<SqlToken> tokens, ref int at)
    {
        var name = MySqlText.NameOf(tokens[at + 1])!;
        var end = End(tokens, at);
        var values = default(SqlExpression);
        var options = new List<TableOption>();
        for (var i = at + 2; i < end; i++)
        {
            if (tokens[i].Is("(") && tokens[i + 1].IsWord("SUBPARTITION")) return null;
            if (tokens[i].IsWord("VALUES"))
            {
                var last = i + 1;
                // LESS THAN (…), LESS THAN MAXVALUE or IN (…).
                while (!tokens[last].Is("(") && !tokens[last].IsWord("MAXVALUE")) last++;
                if (tokens[last].Is("(")) last = SqlTokens.Closing(tokens, last);
                values = new(MySqlText.Fold(text[tokens[i + 1].Start..tokens[last].End]));
                i = last;
            }
            else if (i + 2 < end && tokens[i + 1].Is("="))
            {
                if (!(tokens[i].IsWord(Engine) && tokens[i + 2].IsWord(TableOptions.InnoDb)))
                    options.Add(new(tokens[i].ToString().ToUpperInvariant(), tokens[i + 2].ToString()));
                i += 2;
            }
            // HISTORY, CURRENT and whatever else there may be.
            else return null;
        }

        at = end + 1;
        return new()
        {
            Name = new(name),
            Values = values,
            Options = options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    // The comma behind a partition, or the parenthesis behind the last.
    private static int End(List<SqlToken> tokens, int at)
    {
        for (; !tokens[at].Is(",") && !tokens[at].Is(")"); at++)
        {
            if (tokens[at].Is("(")) at = SqlTokens.Closing(tokens, at);
        }

        return at;
    }
}
