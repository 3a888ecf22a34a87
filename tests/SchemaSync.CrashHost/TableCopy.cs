using MySqlConnector;

namespace SchemaSync.CrashHost;

/// <summary>
/// Changes a table as gh-ost and pt-online-schema-change do, by a copy that takes its place: &lt;defaults file&gt; &lt;host&gt;
/// &lt;port&gt; &lt;database&gt; &lt;table&gt; &lt;alter&gt; &lt;mode&gt;. The mode is "work", "fail" or "die", which leave the copy
/// behind.
/// </summary>
internal static class TableCopy
{
    public const string Verb = "copy";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var login = File.ReadAllLines(arguments[0]).Where(l => l.Contains('=', StringComparison.Ordinal)).Select(l => l.Split('=', 2))
            .ToDictionary(p => p[0], p => Unquoted(p[1]));
        var password = login["password"];
        if (password != Environment.GetEnvironmentVariable("MYSQL_PWD")
            || Environment.CommandLine.Contains(password, StringComparison.Ordinal)) return 9;
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(arguments[0]) != (UnixFileMode.UserRead | UnixFileMode.UserWrite))
            return 8;
        var settings = new MySqlConnectionStringBuilder
        {
            Server = arguments[1],
            Port = uint.Parse(arguments[2]),
            Database = arguments[3],
            UserID = login["user"],
            Password = password,
            AllowPublicKeyRetrieval = true,
        };
        await using var connection = new MySqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        var (table, copy, old) = (Quoted(arguments[4]), Quoted($"_{arguments[4]}_new"), Quoted($"_{arguments[4]}_old"));
        await Run($"DROP TABLE IF EXISTS {copy}; CREATE TABLE {copy} LIKE {table}; ALTER TABLE {copy} {arguments[5]}");
        var columns = string.Join(", ",
            await Columns(arguments[4]) is var former && await Columns($"_{arguments[4]}_new") is var coming
                ? former.Intersect(coming).Select(Quoted)
                : []);
        await Run($"INSERT IGNORE INTO {copy} ({columns}) SELECT {columns} FROM {table}");
        Console.WriteLine($"copied the rows as {login["user"]} with {password} from {arguments[0]}");
        if (arguments[6] == "die") System.Diagnostics.Process.GetCurrentProcess().Kill();
        if (arguments[6] == "fail")
        {
            await Console.Error.WriteLineAsync("the replicas are too far behind");
            return 3;
        }

        await Run($"RENAME TABLE {table} TO {old}, {copy} TO {table}; DROP TABLE {old}");
        return 0;

        async Task Run(string sql)
        {
            await using var command = new MySqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        async Task<List<string>> Columns(string of)
        {
            await using var command =
                new MySqlCommand(
                    "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = @table",
                    connection);
            command.Parameters.AddWithValue("@table", of);
            await using var reader = await command.ExecuteReaderAsync();
            var names = new List<string>();
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
            return names;
        }
    }

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Unquoted(string value) =>
        value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
