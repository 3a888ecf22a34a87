using System.Xml;
using System.Xml.Linq;

namespace SchemaSync.Tasks;

/// <summary>What MSBuild hands the projects of a solution: XML with the path of each, and what it is built as.</summary>
internal static class SolutionProjects
{
    /// <summary>The paths of all projects, as they stand there.</summary>
    public static IEnumerable<string> Paths(string? contents) =>
        Elements(contents).Select(e => e.Attribute("AbsolutePath")?.Value).OfType<string>().Where(p => p.Length > 0);

    /// <summary>The projects that this build builds, with the configuration and platform of each.</summary>
    public static IEnumerable<(string Path, string Configuration, string Platform)> Built(string? contents) =>
        from element in Elements(contents)
        let path = element.Attribute("AbsolutePath")?.Value
        where path?.Length > 0
        where string.Equals(element.Attribute("BuildProjectInSolution")?.Value, "True", StringComparison.OrdinalIgnoreCase)
        let words = element.Value.Split('|')
        select (Path.GetFullPath(path), words[0].Trim(), words.Length > 1 ? words[1].Trim() : "");

    private static IEnumerable<XElement> Elements(string? contents)
    {
        if (string.IsNullOrWhiteSpace(contents)) return [];
        using var text = new StringReader(contents!);
        return XmlText.Read(text)?.Descendants().ToList() ?? [];
    }
}

/// <summary>XML as far as it can be read: a file that MSBuild will refuse is not ours to judge.</summary>
internal static class XmlText
{
    public static XElement? Read(TextReader text)
    {
        try
        {
            using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
