using System.Runtime.CompilerServices;

namespace SchemaSync.Engine.Tests;

/// <summary>The files under tests/data/formats: what each version wrote, and what it has to be read as.</summary>
internal static class FormatCorpus
{
    /// <summary>The last version of every format that somebody may have files of; those are never written again.</summary>
    private const int Published = 0;

    private const string Expected = "expected.txt";

    private static bool Accepts => Environment.GetEnvironmentVariable("SCHEMASYNC_ACCEPT") == "1";

    /// <summary>The files of one format, of all versions or of one.</summary>
    public static IReadOnlyList<(int Version, string Name, string Text)> Files(string format, string ending, int? only = null) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Root(), format))
            .Select(d => (Version: int.Parse(Path.GetFileName(d)[1..], System.Globalization.CultureInfo.InvariantCulture), Directory: d))
            .Where(d => only is null || d.Version == only).OrderBy(d => d.Version)
            .SelectMany(d =>
                Directory.GetFiles(d.Directory, "*" + ending).Order(StringComparer.Ordinal)
                    .Select(f => (d.Version, Path.GetFileName(f), File.ReadAllText(f)))),
    ];

    /// <summary>Writes a file of a version that is not published, when that is asked for.</summary>
    public static void Offer(string format, int version, string name, Func<string> text)
    {
        if (!Accepts || version <= Published) return;
        var file = Path.Combine(Root(), format, $"v{version}", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text());
    }

    /// <summary>What is written today is what lies there.</summary>
    public static void Same(string format, int version, string name, string written)
    {
        Offer(format, version, name, () => written);
        var file = Path.Combine(Root(), format, $"v{version}", name);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == written,
            $"What is written as {format}, version {version}, is no longer {name}. "
            + (version <= Published
                ? "That version is published: add an upgrade, which makes a new one, and leave its files alone."
                : "Run 'SCHEMASYNC_ACCEPT=1 build/formats.sh' and review the diff.")
            + " See tests/data/formats/README.md.");
    }

    /// <summary>What a file is read as is what it was read as when it was written.</summary>
    public static void ReadAs(string format, int version, string name, string read)
    {
        var file = Path.Combine(Root(), format, $"v{version}", Expected);
        var lines = File.Exists(file)
            ? File.ReadAllLines(file).ToDictionary(l => l[..l.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal)
            : [];
        if (Accepts && version > Published)
        {
            lines[name] = $"{name} {read}";
            File.WriteAllText(file, string.Join("\n", lines.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value)) + "\n");
        }

        Assert.Equal($"{name} {read}", lines.GetValueOrDefault(name, $"{name} is not in {Expected}"));
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/formats"));
}
