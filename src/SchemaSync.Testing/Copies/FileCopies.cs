using System.Data.Common;

namespace SchemaSync.Testing.Copies;

/// <summary>A database that is a file: copied as one.</summary>
internal sealed class FileCopies(SchemaSyncEngine engine, string provider, string connectionString) : DatabaseCopies
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    private string Template => PathOf(0);

    /// <inheritdoc/>
    public override async Task PrepareAsync(SchemaTarget target, CancellationToken cancellationToken)
    {
        // A schema without tables has a file as well.
        await File.WriteAllBytesAsync(Template, [], cancellationToken).ConfigureAwait(false);
        await engine.SyncTenantAsync(TenantOf(0), target, execute: true, Unguarded, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<TenantContext> CopyAsync(int number, CancellationToken cancellationToken)
    {
        File.Copy(Template, PathOf(number));
        return Task.FromResult(TenantOf(number));
    }

    /// <inheritdoc/>
    public override Task DropAsync(TenantContext tenant)
    {
        // Its journals have the same name and more.
        foreach (var file in _folder.EnumerateFiles(tenant.Id + ".db*")) file.Delete();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (_folder.Exists) _folder.Delete(recursive: true);
        return default;
    }

    private TenantContext TenantOf(int number)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        settings["Data Source"] = PathOf(number);
        // A connection that is kept would keep the file on Windows.
        if (!settings.ContainsKey("Pooling")) settings["Pooling"] = "False";
        return new(NameOf(number), provider, settings.ConnectionString);
    }

    private string PathOf(int number) => Path.Combine(_folder.FullName, NameOf(number) + ".db");

    private static string NameOf(int number) => FormattableString.Invariant($"test-{number}");
}
