using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>The clients of MySQL and MariaDB, set up by somebody who had other things in mind.</summary>
public static class MySqlShellProgram
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("schemasync-mysql-").FullName;

    private static readonly Lazy<string> Settings = new(() =>
    {
        var file = Path.Combine(Folder, "my.cnf");
        const string Session = "sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES', time_zone = '+05:30', autocommit = 0, "
            + "foreign_key_checks = 0, sql_safe_updates = 1, lock_wait_timeout = 1, group_concat_max_len = 10, "
            + "sql_select_limit = 2, sql_auto_is_null = 1";
        File.WriteAllText(file, $"""
            [client]
            default-character-set = latin1
            init-command = "SET SESSION {Session}"

            """);
        return file;
    });

    /// <summary>Runs a script as its head says.</summary>
    public static Task<ShellRun> RunAsync(TestDatabase database, string script, params string[] options)
    {
        var to = new MySqlConnectionStringBuilder(database.ConnectionString);
        var isMariaDb = database.Server.Provider == ProviderNames.MariaDb;
        var environment = new Dictionary<string, string> { ["MYSQL_PWD"] = to.Password, ["SCHEMASYNC_TEST_FOLDER"] = Folder };
        return ProviderShell.RunAsync(isMariaDb ? "mariadb" : "mysql", script, environment,
            [$"--defaults-file={Settings.Value}", "-h", to.Server, "-P", $"{to.Port}", "-u", to.UserID, "--protocol=tcp",
                isMariaDb ? "--skip-ssl" : "--ssl-mode=DISABLED", .. isMariaDb ? (string[])[] : ["--get-server-public-key"],
                "--binary-mode", "--comments", "--skip-named-commands", "--default-character-set=utf8mb4", .. options, database.Name]);
    }
}
