using System.Diagnostics;
using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>What pg_dump says of a database, our ledger left out: an oracle that knows nothing of us.</summary>
internal static class PgDump
{
    /// <summary>The dump, without the two lines that hold a key which is new each time.</summary>
    public static string Of(TestDatabase database, params string[] options)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        string[] place = ["--exclude-table=__schemasync*", "-h", settings.Host!, "-p",
            $"{settings.Port}", "-U", settings.Username!, settings.Database!];
        var start = new ProcessStartInfo(Path.Combine(SchemaCase.Root(), "..", "build", "servers", "pg-dump.sh"), [.. options, .. place])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = settings.Password },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return string.Join('\n',
            text.Split('\n')
                .Where(l => !l.StartsWith("\\restrict", StringComparison.Ordinal)
                    && !l.StartsWith("\\unrestrict", StringComparison.Ordinal)));
    }
}
