using System.Diagnostics;

namespace SchemaSync.Engine.Tests;

/// <summary>A file that people name may be anything: it is read within bounds, or told for what it is.</summary>
public sealed class InputTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schemasync-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("acme\n", "")]
    [InlineData("gelöscht\n", "")]
    [InlineData("a", "EFBBBF")]
    public async Task A_text_is_read_whole(string text, string mark) =>
        Assert.Equal(text, await Read(Write([.. Convert.FromHexString(mark), .. System.Text.Encoding.UTF8.GetBytes(text)])));

    [Fact]
    public async Task A_text_of_two_bytes_a_character_says_so_by_its_mark() =>
        Assert.Equal("acme",
            await Read(Write([.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes("acme")])));

    [Theory]
    [InlineData("61006200", "zero bytes")]
    [InlineData("67656CF673636874", "no text in UTF-8")]
    public async Task What_is_no_text_is_refused(string bytes, string words) => await Refused(Write(Convert.FromHexString(bytes)), words);

    [Fact]
    public async Task A_text_that_is_too_long_is_refused() =>
        await Refused(Write(new byte[(1 << 20) + 1].Select(_ => (byte)'a').ToArray()), "longer than 1 MB");

    [Fact]
    public async Task A_directory_is_refused() => await Refused(_folder, "directory");

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    [InlineData("/dev/urandom")]
    public async Task A_device_without_an_end_is_refused(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files");
        await Refused(device, "no text");
    }

    [Fact]
    public async Task A_pipe_is_read_while_somebody_writes_it_and_refused_when_nobody_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files");
        var pipe = Path.Combine(_folder, "pipe");
        using (var make = Process.Start("mkfifo", [pipe])) await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Refused(pipe, "a pipe needs a program that writes it");
        var written = pipe + "-written";
        using (var make = Process.Start("mkfifo", [written])) await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var writer = Process.Start("sh", ["-c", $"echo acme > {written}"]);
        Assert.Equal("acme\n",
            await InputText.ReadAsync(written, 1 << 20, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_list_a_plan_and_a_snapshot_are_read_within_these_bounds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files");
        var list = TenantList.OfFile("/dev/zero", new(new Sqlite.SqliteAdapter(), "Data Source={tenant}"));
        Assert.Contains("zero bytes", await Message(() => list.ListAsync()),
            StringComparison.Ordinal);
        Assert.Contains("zero bytes", await Message(() => PlanFile.LoadAsync("/dev/zero")), StringComparison.Ordinal);
        Assert.Contains("zero bytes", await Message(() => SnapshotFile.LoadAsync("/dev/zero")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_was_not_edited()
    {
        foreach (var message in new[] { await Message(() => SnapshotFile.LoadAsync("/nowhere/s.json")),
            await Message(() => PlanFile.LoadAsync("/nowhere/p.json")),
            await Message(() => Task.FromResult(ManifestReader.Read("/nowhere/a.dll", "Sqlite"))) })
        {
            Assert.Contains("there is no such file; correct the path, or ", message, StringComparison.Ordinal);
            Assert.DoesNotContain("edit", message, StringComparison.Ordinal);
            Assert.DoesNotContain("again", message, StringComparison.Ordinal);
            Assert.DoesNotContain("[Table]", message, StringComparison.Ordinal);
        }

        Assert.Contains("do not edit it, write it again with 'schemasync snapshot'",
            await Message(() => SnapshotFile.LoadAsync(Write("{}"u8.ToArray()))), StringComparison.Ordinal);
    }

    private static async Task<string> Message(Func<Task> act) => (await Assert.ThrowsAsync<SchemaSyncException>(act)).Message;

    private static Task<string> Read(string path) =>
        InputText.ReadAsync(path, 1 << 20, TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);

    private static async Task Refused(string path, string words) =>
        Assert.Contains(words, FileFault.Of(await Assert.ThrowsAsync<InputFaultException>(() => Read(path))), StringComparison.Ordinal);

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("n"));
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
