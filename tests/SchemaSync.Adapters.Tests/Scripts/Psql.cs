using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>psql, set up by somebody who had other things in mind.</summary>
public static class Psql
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("schemasync-psql-").FullName;

    private static readonly Lazy<string> Settings = new(() =>
    {
        var file = Path.Combine(Folder, "psqlrc");
        File.WriteAllText(file, """
            SET search_path = pg_catalog;
            SET standard_conforming_strings = off;
            SET statement_timeout = '20s';
            SET check_function_bodies = on;
            \set AUTOCOMMIT off
            \set ON_ERROR_STOP off
            \set ON_ERROR_ROLLBACK on
            \set n 7
            \set now 'DROP TABLE nothing;'
            """);
        return file;
    });

    /// <summary>Runs a script in a database of the server.</summary>
    public static Task<ShellRun> RunAsync(TestDatabase database, string script, params string[] options)
    {
        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var environment = new Dictionary<string, string>
        {
            ["PGPASSWORD"] = to.Password!,
            ["PGTZ"] = "America/St_Johns",
            ["PGDATESTYLE"] = "German, DMY",
            ["PGCLIENTENCODING"] = "LATIN1",
            ["PSQLRC"] = Settings.Value,
            ["SCHEMASYNC_TEST_FOLDER"] = Folder,
        };
        return ProviderShell.RunAsync("psql", script, environment,
            ["-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, "-d", to.Database!, "-f", "-", .. options]);
    }
}
