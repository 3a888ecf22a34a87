using Microsoft.EntityFrameworkCore;
using SchemaSync.Adapters.Tests;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>What EF Core makes of a model on PostgreSQL is what we read in it.</summary>
public sealed class PostgreSqlModelTests(PostgreSqlModelTests.OneDatabase one) : IClassFixture<PostgreSqlModelTests.OneDatabase>
{
    public static TheoryData<string> Models => ModelFile.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task IsReadAsEfReadsIt(string model)
    {
        var database = one.Emptied();
        await Judge.CheckAsync(model, database.Tenant, database.Run,
            new DbContextOptionsBuilder().UseNpgsql(database.ConnectionString).Options);
    }

    /// <summary>One for all models: emptying it takes a tenth of making another.</summary>
    public sealed class OneDatabase : IDisposable
    {
        private readonly TestDatabase _database = TestServer.PostgreSql18.CreateDatabase();

        public TestDatabase Emptied() => _database.Run("""
            DO $$
            DECLARE name text;
            BEGIN
                FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', name);
                END LOOP;
                CREATE SCHEMA public;
            END $$
            """);

        public void Dispose() => _database.Dispose();
    }
}
