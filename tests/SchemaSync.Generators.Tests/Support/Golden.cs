using System.Runtime.CompilerServices;

namespace SchemaSync.Generators.Tests;

/// <summary>
/// Compares a text with the file beside the test, named as Verify names its files. A difference leaves a
/// <c>*.received.txt</c>; accept all of them with <c>SCHEMASYNC_ACCEPT=1 dotnet test</c>, then review the diff.
/// </summary>
internal static class Golden
{
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (verified, received) = ($"{stem}.verified.txt", $"{stem}.received.txt");
        if (Environment.GetEnvironmentVariable("SCHEMASYNC_ACCEPT") == "1") File.WriteAllText(verified, text);
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
