namespace SchemaSync.Engine.Tests;

/// <summary>A committed snapshot is read back exactly or refused (SSY0208).</summary>
public sealed class SnapshotFileTests
{
    [Fact]
    public void A_snapshot_survives_its_file()
    {
        var text = SnapshotFile.Write(Sample.Full());
        var read = SnapshotFile.Read(text, "f");
        Assert.Equal(Sample.Full().Objects, read.Objects);
        Assert.Equal(Sample.Full().Intents, read.Intents);
        Assert.Equal(Sample.Full().Unsupported, read.Unsupported);
        Assert.Equal(Sample.Form, read.Form);
        Assert.Equal(text, SnapshotFile.Write(read));
    }

    [Fact]
    public void Bytes_do_not_depend_on_the_order_of_objects()
    {
        var full = Sample.Full();
        Assert.Equal(SnapshotFile.Write(full), SnapshotFile.Write(full.With(full.Objects.Reverse())));
    }

    [Fact]
    public void Line_ends_are_line_feeds_and_may_be_changed_by_a_checkout()
    {
        var text = SnapshotFile.Write(Sample.Full());
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Equal(Sample.Full().Fingerprint, SnapshotFile.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), "f").Fingerprint);
    }

    [Theory]
    [InlineData("\"INTEGER\"", "\"TEXT\"", "edited by hand")]
    [InlineData("'a;b", "'c;b", "edited by hand")] // the text, which no fingerprint covers
    [InlineData("\"mail\"", "\"post\"", "edited by hand")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2")]
    [InlineData("\"version\": 1", "\"version\": 0", "unknown version 0")]
    [InlineData("\"version\": 1,", "", "'version' is missing")]
    [InlineData("schemasync-snapshot", "schemasync-plan", "its format is")]
    [InlineData("\"provider\": \"Sqlite\"", "\"provider\": \"MySql\"", "edited by hand")]
    [InlineData("\"digest\": \"", "\"digest\": \"0", "edited by hand")]
    [InlineData("{\n  \"format\"", "[{\n  \"format\"", "line")]
    public void Every_change_is_refused(string from, string to, string reason)
    {
        var text = SnapshotFile.Write(Sample.Full());
        Assert.Contains(from, text, StringComparison.Ordinal);
        Refused(text.Replace(from, to, StringComparison.Ordinal), reason);
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var text = SnapshotFile.Write(Sample.Full());
        for (var length = 0; length < text.TrimEnd().Length; length += 7) Refused(text[..length], "");
    }

    [Fact]
    public void A_member_of_a_newer_version_is_refused()
    {
        var text = SealedJson.Write("schemasync-snapshot", 1, json =>
        {
            SnapshotFile.WriteContent(json, Sample.Full());
            json.String("holograms", "x");
        });
        Refused(text, "not known");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() => SnapshotFile.LoadAsync("/nowhere/x.snapshot.json"));
        Assert.Equal("SSY0208", e.Diagnostics.Single().Entry.Code);
        Assert.Contains("/nowhere/x.snapshot.json", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_would_not_change_is_not_written()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(directory, "schema", "s.json");
        Assert.True(await SnapshotFile.SaveAsync(path, Sample.Full()));
        Assert.False(await SnapshotFile.SaveAsync(path, Sample.Full()));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task A_directory_keeps_snapshots_by_fingerprint()
    {
        var store = new DirectorySnapshotStore(Directory.CreateTempSubdirectory().FullName);
        await store.SaveAsync(Sample.Full().Fingerprint, Sample.Full(), CancellationToken.None);
        Assert.Equal(Sample.Full().Objects, (await store.FindAsync(Sample.Full().Fingerprint, CancellationToken.None))!.Objects);
        Assert.Null(await store.FindAsync(new("../" + Sample.Full().Fingerprint.Value), CancellationToken.None));
    }

    private static void Refused(string text, string reason)
    {
        var diagnostic = Assert.Throws<SchemaSyncException>(() => SnapshotFile.Read(text, "schema/sqlite.snapshot.json")).Diagnostics.Single();
        Assert.Equal("SSY0208", diagnostic.Entry.Code);
        Assert.Contains(reason, diagnostic.Message, StringComparison.Ordinal);
    }
}
