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
    [InlineData("\"version\": 1", "\"version\": 0", "unknown version 0")]
    [InlineData("\"version\": 1,", "", "'version' is missing")]
    [InlineData("schemasync-snapshot", "schemasync-plan", "its format is")]
    [InlineData("\"provider\": \"Sqlite\"", "\"provider\": \"MySql\"", "edited by hand")]
    [InlineData("\"digest\": \"", "\"digest\": \"0", "edited by hand")]
    [InlineData("{\n  \"format\"", "[{\n  \"format\"", "line")]
    [InlineData("  \"digest\"", "<<<<<<< HEAD\n  \"digest\"", "line 4 is the mark of a merge conflict")]
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
        var text = SealedJson.Write(SnapshotFile.Format, json =>
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

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" \n", "it is empty")]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("\0\0", "line 1, column 1")]
    public void A_text_that_is_none_is_refused(string text, string reason) => Refused(text, reason);

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_text()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "s.json");
        await File.WriteAllTextAsync(path, SnapshotFile.Write(Sample.Full()),
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);
        Assert.Equal(Sample.Full().Fingerprint, (await SnapshotFile.LoadAsync(path, TestContext.Current.CancellationToken)).Fingerprint);
    }

    [Fact]
    public void A_hundred_thousand_members_are_refused_at_once()
    {
        var many = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":1"));
        Refused($"{{\"format\":\"schemasync-snapshot\",\"version\":1,{many}}}", "does not fit its digest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"format\":\"schemasync-snapshot\",\"version\":99}")]
    public async Task What_a_directory_keeps_and_nobody_can_read_is_made_again(string damaged)
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        var store = new DirectorySnapshotStore(directory);
        await store.SaveAsync(Sample.Full().Fingerprint, Sample.Full(), CancellationToken.None);
        await File.WriteAllTextAsync(Directory.GetFiles(directory).Single(), damaged, CancellationToken.None);
        Assert.Null(await store.FindAsync(Sample.Full().Fingerprint, CancellationToken.None));
        await store.SaveAsync(Sample.Full().Fingerprint, Sample.Full(), CancellationToken.None);
        Assert.NotNull(await store.FindAsync(Sample.Full().Fingerprint, CancellationToken.None));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_keeps_nothing_and_stops_nobody()
    {
        var file = Path.GetTempFileName();
        var store = new DirectorySnapshotStore(Path.Combine(file, "inside-a-file"));
        await store.SaveAsync(Sample.Full().Fingerprint, Sample.Full(), CancellationToken.None);
        await store.SaveStampAsync(Sample.Full().Fingerprint, "x", CancellationToken.None);
        Assert.Null(await store.FindAsync(Sample.Full().Fingerprint, CancellationToken.None));
        File.Delete(file);
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
        var diagnostic = Assert.Throws<SchemaSyncException>(() => SnapshotFile.Read(text, "schema/sqlite.snapshot.json")).Diagnostics
            .Single();
        Assert.Equal("SSY0208", diagnostic.Entry.Code);
        Assert.Contains(reason, diagnostic.Message, StringComparison.Ordinal);
    }
}
