using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>Each cause why a file cannot be written has its own words and cure (SSY0510). The rest, which
/// needs an account without privileges, is tested on the command line.</summary>
public sealed class SqliteReadOnlyTests
{
    [Fact]
    public void A_read_only_mount_is_no_matter_of_permissions()
    {
        var mount = new IOException("Read-only file system", 30);
        foreach (var (reason, cure) in new[] { SqliteReadOnly.OfFile(mount, "/data/shop.db"), SqliteReadOnly.OfDirectory(mount, "/data") })
        {
            Assert.Contains("is mounted read-only", reason, StringComparison.Ordinal);
            Assert.Contains("permissions do not help", cure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_and_a_directory_are_told_apart()
    {
        Assert.Contains("the file itself", SqliteReadOnly.OfFile(new UnauthorizedAccessException(), "/data/shop.db").Reason,
            StringComparison.Ordinal);
        Assert.Contains("the directory /data", SqliteReadOnly.OfDirectory(new UnauthorizedAccessException(), "/data").Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_replaced_needs_another_run()
    {
        var told = SqliteErrors.Explain("shop.db",
            new SqliteException("SQLite Error 8: 'attempt to write a readonly database'.", 8, 1032))!;
        Assert.Equal("SSY0510", told.Entry.Code);
        Assert.EndsWith("the file was moved or replaced while it was open; run again", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_the_cause_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllBytesAsync(directory.File("shop.db"), [], TestContext.Current.CancellationToken);
        Assert.Contains("attempt to write",
            SqliteErrors.Explain(directory.File("shop.db"),
                new SqliteException("SQLite Error 8: 'attempt to write a readonly database'.", 8, 8))!.Message, StringComparison.Ordinal);
        Assert.Equal(["shop.db"],
            Directory.GetFileSystemEntries(Path.GetDirectoryName(directory.File("shop.db"))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_connection_string_is_named_when_it_is_the_cause()
    {
        using var file = new SqliteFile().Run("CREATE TABLE t (a)");
        await using var session =
            await new SqliteAdapter().OpenAsync(file.Tenant with { ConnectionString = $"Data Source={file.Path};Mode=ReadOnly" },
                SessionAccess.Write, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            session.Runner.LockAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.Contains("Mode=ReadOnly; take that out of it", refused.Message, StringComparison.Ordinal);
    }
}
