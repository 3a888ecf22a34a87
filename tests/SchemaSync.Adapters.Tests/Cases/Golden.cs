namespace SchemaSync.Adapters.Tests;

/// <summary>Golden plans under tests/golden; SCHEMASYNC_ACCEPT=1 writes them.</summary>
public static class Golden
{
    public static void Verify(string actual, string dialect, string kind, string name)
    {
        var file = Path.Combine(SchemaCase.Root(), "golden", dialect, kind, name + ".verified.sql");
        var received = Path.ChangeExtension(file, null).Replace(".verified", ".received", StringComparison.Ordinal) + ".sql";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (Environment.GetEnvironmentVariable("SCHEMASYNC_ACCEPT") == "1") File.WriteAllText(file, actual);
        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected != actual) File.WriteAllText(received, actual);
        Assert.Equal(expected, actual);
        File.Delete(received);
    }
}
