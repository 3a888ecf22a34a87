using System.Globalization;
using System.Text;
using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Asks for values of which neither information_schema nor SHOW CREATE TABLE prints a character of four bytes: there is a question mark
/// instead, and it may be meant. Values of enums and sets are made and read as text, on MariaDB in a variable of the column's type, on
/// MySQL in a temporary table.
/// </summary>
internal sealed class HiddenValues(MySqlConnection connection, CatalogRows rows, MySqlCapabilities server)
{
    private const string Probe = "`__schemasync_values`";

    /// <summary>Corrects the rows.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var tables = rows.Tables.Where(t => t.Type is "BASE TABLE" or "SYSTEM VERSIONED").Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (tables.Contains(rows.Columns[i].Table)) rows.Columns[i] = await RestoreAsync(rows.Columns[i], cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<ColumnRow> RestoreAsync(ColumnRow column, CancellationToken cancellationToken)
    {
        try
        {
            if (StoredCharacters.HasDoubtfulValues(column)) column = await ValuesAsync(column, cancellationToken).ConfigureAwait(false);
            return server.IsMariaDb && StoredCharacters.IsDoubtful(column, server) ? await DefaultAsync(column, cancellationToken)
                .ConfigureAwait(false) : column;
        }
        catch (MySqlException e) when (MySqlErrors.IsDenied(e))
        {
            rows.Refused.TryAdd(column.Table,
                $"values of {column.Name} with a '?', which may stand for a character "
                    + "that the server does not print (GRANT CREATE TEMPORARY TABLES shows it)");
        }
        catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
        {
            rows.Refused.TryAdd(column.Table, $"something that cannot be opened ({e.Message})");
        }

        return column;
    }

    private async Task<ColumnRow> ValuesAsync(ColumnRow column, CancellationToken cancellationToken)
    {
        var count = NativeType.Of(column.Type).Values.Count;
        var numbers = Enumerable.Range(0, count).Select(i => (column.DataType == "set" ? 1UL << i : (ulong)i + 1)
            .ToString(CultureInfo.InvariantCulture)).ToList();
        var texts = await (server.IsMariaDb ? InVariablesAsync(column, numbers, cancellationToken)
            : InTableAsync(column, numbers, cancellationToken)).ConfigureAwait(false);
        return column with { Type = $"{column.DataType}({string.Join(",", texts.Select(h => MySqlText.Literal(Text(h))))})" };
    }

    private async Task<List<string>> InVariablesAsync(ColumnRow column, List<string> numbers, CancellationToken cancellationToken)
    {
        var values = string.Concat(numbers.Select(n => $"SET v = {n}; SELECT {Hex("v")}; "));
        return await ReadAsync($"BEGIN NOT ATOMIC DECLARE v TYPE OF {rows.Quoted(column.Table)}.{Quote(column.Name)}; {values}END",
            cancellationToken).ConfigureAwait(false);
    }

    // A session that may only read makes no temporary table either; this one holds nothing of the database's rows and goes at once.
    private async Task<List<string>> InTableAsync(ColumnRow column, List<string> numbers, CancellationToken cancellationToken)
    {
        var access = (await ReadAsync("SELECT @@SESSION.transaction_read_only", cancellationToken).ConfigureAwait(false))[0];
        await RunAsync("SET SESSION transaction_read_only = 0", cancellationToken).ConfigureAwait(false);
        try
        {
            await RunAsync($"CREATE TEMPORARY TABLE {Probe} AS SELECT {Quote(column.Name)} AS v FROM {rows.Quoted(column.Table)} LIMIT 0",
                cancellationToken).ConfigureAwait(false);
            await RunAsync($"INSERT INTO {Probe} VALUES {string.Join(", ", numbers.Select(n => $"({n})"))}",
                cancellationToken).ConfigureAwait(false);
            var texts = await ReadAsync($"SELECT {Hex("v")} FROM {Probe} ORDER BY v + 0", cancellationToken).ConfigureAwait(false);
            await RunAsync($"DROP TEMPORARY TABLE {Probe}", cancellationToken).ConfigureAwait(false);
            return texts;
        }
        finally
        {
            await RunAsync($"SET SESSION transaction_read_only = {access}", CancellationToken.None).ConfigureAwait(false);
        }
    }

    // A row that is not there has the defaults of the columns that may be null; for the others a row has to be there.
    private async Task<ColumnRow> DefaultAsync(ColumnRow column, CancellationToken cancellationToken)
    {
        var isBytes = column.CharSet is null;
        var value = isBytes ? $"HEX(DEFAULT(t.{Quote(column.Name)}))" : Hex($"DEFAULT(t.{Quote(column.Name)})");
        var from = column.Nullable ? $"(SELECT 1 AS one) AS o LEFT JOIN {rows.Quoted(column.Table)} AS t ON FALSE"
            : $"{rows.Quoted(column.Table)} AS t LIMIT 1";
        var found = await ReadAsync($"SELECT {value} FROM {from}", cancellationToken).ConfigureAwait(false);
        return found is [{ } hex] ? column with { WrittenDefault = isBytes ? $"x'{hex.ToLowerInvariant()}'" : MySqlText.Literal(Text(hex)) }
            : column;
    }

    private static string Hex(string value) => $"HEX(CONVERT({value} USING utf8mb4))";

    private static string Text(string hex) => Encoding.UTF8.GetString(Convert.FromHexString(hex));

    private static string Quote(string name) => MySqlText.Quote(new Identifier(name));

    private async Task<List<string>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        do
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!reader.IsDBNull(0)) texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
            }
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        return texts;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
