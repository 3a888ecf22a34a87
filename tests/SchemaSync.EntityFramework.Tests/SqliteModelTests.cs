using Microsoft.EntityFrameworkCore;
using SchemaSync.Adapters.Tests;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>What EF Core makes of a model on SQLite is what we read in it.</summary>
public sealed class SqliteModelTests
{
    public static TheoryData<string> Models => ModelFile.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task IsReadAsEfReadsIt(string model)
    {
        using var file = new SqliteFile();
        await Judge.CheckAsync(model, file.Tenant, file.Run,
            new DbContextOptionsBuilder().UseSqlite($"{file.Tenant.ConnectionString};Pooling=False").Options);
    }
}
