namespace SchemaSync.Adapters.Tests;

/// <summary>A directory that goes with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("schemasync-");

    public string File(string name) => Path.Combine(_directory.FullName, name);

    public TenantContext Tenant(string name = "a.db", string more = "") =>
        new("test", ProviderNames.Sqlite, $"Data Source={File(name)}{more}");

    public void Dispose() => _directory.Delete(recursive: true);
}
