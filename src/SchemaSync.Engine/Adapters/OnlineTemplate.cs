using System.Text;

namespace SchemaSync.Engine.Adapters;

/// <summary>The template of a command, as arguments with placeholders. A value fills a
/// placeholder whole, whatever it holds: there is no shell to quote for.</summary>
public sealed class OnlineTemplate
{
    private readonly IReadOnlyList<string> _parts;

    private OnlineTemplate(IReadOnlyList<string> parts) => _parts = parts;

    /// <summary>The program, as written.</summary>
    public string Program => _parts[0];

    /// <summary>Its name without folder and extension, to tell programs apart.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Program);

    /// <summary>Splits a template and checks its placeholders.</summary>
    /// <exception cref="SchemaSyncException">SSY0512: nothing to run, an open quote, a
    /// placeholder that is not known, or one that is missing.</exception>
    public static OnlineTemplate Parse(string command, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        var parts = Split(command);
        if (parts.Count == 0) throw Wrong("it is empty");
        var used = parts.SelectMany(Placeholders).ToHashSet(StringComparer.Ordinal);
        if (used.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw Wrong($"there is no placeholder {{{unknown}}}; there are {string.Join(", ", known.Select(k => $"{{{k}}}"))}");
        if (required.Except(used, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw Wrong($"the command does not say {{{missing}}}");
        return new(parts);
    }

    /// <summary>Whether a placeholder is used.</summary>
    public bool Uses(string placeholder) => _parts.SelectMany(Placeholders).Contains(placeholder, StringComparer.Ordinal);

    /// <summary>The arguments behind the program.</summary>
    public IReadOnlyList<string> Arguments(IReadOnlyDictionary<string, string> values) => [.. _parts.Skip(1).Select(p => Fill(p, values))];

    /// <summary>The whole command as a person would write it.</summary>
    public string Words(IReadOnlyDictionary<string, string> values) => string.Join(' ', Arguments(values).Prepend(Program).Select(Quoted));

    private static string Fill(string part, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < part.Length; i++)
        {
            if (NameAt(part, i) is not { } name)
            {
                text.Append(part[i]);
                continue;
            }

            text.Append(values[name]);
            i += name.Length + 1;
        }

        return text.ToString();
    }

    private static IEnumerable<string> Placeholders(string part) =>
        Enumerable.Range(0, part.Length).Select(i => NameAt(part, i)).OfType<string>();

    // Braces around anything but letters are the program's own, such as JSON.
    private static string? NameAt(string part, int start)
    {
        if (part[start] != '{') return null;
        var end = part.IndexOf('}', start);
        return end > start + 1 && part[(start + 1)..end] is var name && name.All(char.IsAsciiLetter) ? name : null;
    }

    private static List<string> Split(string command)
    {
        var (parts, part, quote, isOpen) = (new List<string>(), new StringBuilder(), '\0', false);
        foreach (var c in command)
        {
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isOpen) parts.Add(part.ToString());
                part.Clear();
                isOpen = false;
                continue;
            }

            isOpen = true;
            if (c == quote) quote = '\0';
            else if (quote == '\0' && c is '\'' or '"') quote = c;
            else part.Append(c);
        }

        if (quote != '\0') throw Wrong($"the quote {quote} has no end");
        if (isOpen) parts.Add(part.ToString());
        return parts;
    }

    private static string Quoted(string part) =>
        part.Length > 0 && !part.Any(c => char.IsWhiteSpace(c) || c is '\'' or '"' or '`')
            ? part
            : $"'{part.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static SchemaSyncException Wrong(string reason) => new(ExecutionDiagnostics.OnlineChangeRefused, "a large table", reason);
}
