using Microsoft.Data.Sqlite;
using SchemaSync.Testing;
using WebApp;
using Copy = SchemaSync.Testing.TestDatabase;

namespace SchemaSync.Hosting.Tests;

/// <summary>A fresh file for each test.</summary>
public sealed class SchemaTemplateFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_test_has_a_file_of_its_own_with_the_declared_schema()
    {
        string folder;
        await using (var template = await SchemaTemplate.CreateAsync(DatabaseProvider.Sqlite, SchemaTarget.From(typeof(Note).Assembly),
            "Data Source=ignored;Foreign Keys=True", Token))
        {
            var (first, second) = (await template.CreateDatabaseAsync(Token), await template.CreateDatabaseAsync(Token));
            Assert.Contains("Foreign Keys=True", first.ConnectionString, StringComparison.OrdinalIgnoreCase);
            folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(first.ConnectionString).DataSource)!;
            await DoAsync(first, "INSERT INTO notes (text) VALUES ('milk')");
            await first.AssertAsDeclaredAsync(Token);
            await DoAsync(second, "DROP TABLE notes");
            var found = await Assert.ThrowsAsync<SchemaSyncException>(() => second.AssertAsDeclaredAsync(Token));
            Assert.Equal(["SSY0625", "SSY1001"], found.Diagnostics.Select(d => d.Entry.Code));
            Assert.EndsWith("Note.cs", found.Diagnostics[1].Location!.File, StringComparison.Ordinal);

            await first.DisposeAsync();
            await Assert.ThrowsAsync<SqliteException>(() => DoAsync(first, "SELECT 1"));
        }

        Assert.False(Directory.Exists(folder));
    }

    private static async Task DoAsync(Copy database, string sql)
    {
        await using var connection = new SqliteConnection(database.ConnectionString + ";Mode=ReadWrite");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
