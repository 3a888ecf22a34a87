namespace SchemaSync.Adapters.Tests;

/// <summary>A validation that reads of a file what the database does not hold finds the same as one that reads all.</summary>
public sealed class OutlineTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    private static readonly SchemaSyncEngine Engine = new(new(new PostgreSqlAdapter()));

    public static TheoryData<string> Servers => ["PostgreSql 13", "PostgreSql 15", "PostgreSql 18"];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Each_change_of_the_schema_is_told_as_if_the_file_had_been_read_whole(string server)
    {
        var token = TestContext.Current.CancellationToken;
        using var database = TestServer.Of(server).CreateDatabase().Run(StampTests.Start);
        var snapshot = await Engine.SnapshotAsync(database.Tenant, withGrants: true, token);
        foreach (var file in new[] { snapshot, snapshot.Empty().SpokenOf(snapshot) }.Select(SnapshotFile.Write))
        {
            var target = SchemaTarget.Of(SnapshotFile.Read(file, "f"));
            await File.WriteAllTextAsync(_file, file, token);
            var outline = (await SnapshotOutline.OfAsync(_file, token))!;
            database.Run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").Run(StampTests.Start);
            Assert.True((await Engine.ValidateAsync(database.Tenant, outline, null, token))!.IsEqual);
            foreach (var change in StampTests.Changes.Where((_, i) => i % 3 == 0)
                .Concat(["GRANT SELECT ON a TO public", "CREATE TABLE more (id int)", "DROP TABLE b"]))
            {
                database.Run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").Run(StampTests.Start).Run(change);
                var whole = await Engine.ValidateAsync(database.Tenant, target, token);
                var part = (await Engine.ValidateAsync(database.Tenant, outline, null, token))!;
                Assert.Equal(Words(whole), Words(part));
                Assert.Equal(whole.Diff.To.Fingerprint, part.Diff.To.Fingerprint);
            }
        }
    }

    private static string Words(Validation validation) => string.Join('\n',
        [.. validation.Diff.Changes.Select(c => c.ToString()), "", .. validation.Diagnostics.Select(d => d.ToString()), "",
            .. validation.Unmanaged.Select(u => u.ToString())]);
}
