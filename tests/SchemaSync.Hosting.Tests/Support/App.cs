using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using WebApp;

namespace SchemaSync.Hosting.Tests;

/// <summary>The sample <c>samples/WebApp</c> in this process, on a database of its own.</summary>
internal sealed class App : WebApplicationFactory<Note>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schemasync-web-");

    public string Database => Path.Combine(_folder.FullName, "notes.db");

    /// <summary>What is changed about the settings in appsettings.json.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public LogLines Lines { get; } = new();

    public void Do(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The same application once more, on the same database.</summary>
    public App Again(string onStart)
    {
        var again = new App();
        File.Copy(Database, again.Database);
        again.Settings["SchemaSync:OnStart"] = onStart;
        return again;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory).UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Notes", $"Data Source={Database};Pooling=False");
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(l => l.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Lines));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists) _folder.Delete(recursive: true);
    }
}
