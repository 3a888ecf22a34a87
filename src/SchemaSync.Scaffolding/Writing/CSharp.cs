using System.Globalization;
using System.Text;

namespace SchemaSync.Scaffolding.Writing;

/// <summary>Pieces of C#.</summary>
internal static class CSharp
{
    // C# language reference, keywords; contextual ones are names everywhere a class or property is called.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        // No class may be called so without it.
        "record", "required", "scoped", "file", "field", "var", "dynamic", "partial", "where", "yield", "await", "async", "nint", "nuint",
        "extension", "notnull", "unmanaged", "allows",
    };

    /// <summary>A name where C# takes a name.</summary>
    public static string Name(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Whether a text is a namespace.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(part =>
        part.TrimStart('@') is { Length: > 0 } name && (char.IsLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsLetterOrDigit(c) || c == '_') && (part[0] == '@' || Name(part) == part));

    /// <summary>A word of a path as a part of a namespace.</summary>
    public static string NamespacePart(string word)
    {
        var name = string.Concat(word.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return Name(char.IsDigit(name[0]) ? "_" + name : name);
    }

    /// <summary>A text constant of one line.</summary>
    public static string Text(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var c in text)
        {
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => IsShown(c) ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return written.Append('"').ToString();
    }

    /// <summary>An array of constants.</summary>
    public static string Array(IEnumerable<string> items) => $"new[] {{ {string.Join(", ", items)} }}";

    /// <summary>A number.</summary>
    public static string Number(long number) =>
        // The least has no literal of its own.
        number == long.MinValue ? "long.MinValue" : number.ToString(CultureInfo.InvariantCulture);

    // What an editor would not show, or a compiler take for the end of the line.
    private static bool IsShown(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
