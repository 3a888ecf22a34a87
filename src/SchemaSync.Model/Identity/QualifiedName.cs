using System.Text;

namespace SchemaSync.Model.Identity;

/// <summary>
/// The name of an object that stands by itself: unqualified it is in the tenant's own schema, whatever that is called, and qualified it
/// is where it says for every tenant.
/// </summary>
/// <param name="Schema">The schema, on MySQL and MariaDB another database; empty for the tenant's own.</param>
/// <param name="Name">The name in it.</param>
public readonly record struct QualifiedName(Identifier Schema, Identifier Name) : IComparable<QualifiedName>
{
    private const char Separator = '.', Quote = '"';

    /// <summary>A name in the tenant's own schema.</summary>
    public QualifiedName(string name) : this(default, new(name))
    {
    }

    /// <summary>A name in the tenant's own schema.</summary>
    public QualifiedName(Identifier name) : this(default, name)
    {
    }

    /// <summary>Whether there is no name.</summary>
    public bool IsEmpty => Name.IsEmpty;

    /// <summary>Whether it says in which schema.</summary>
    public bool IsQualified => !Schema.IsEmpty;

    /// <summary>Another name in the same schema.</summary>
    public QualifiedName Sibling(Identifier name) => new(Schema, name);

    /// <summary>By schema, the tenant's own first, then by name; ordinal.</summary>
    public int CompareTo(QualifiedName other) => Schema.CompareTo(other.Schema) is var order and not 0 ? order : Name.CompareTo(other.Name);

    /// <summary>As people write it: <c>orders</c>, <c>sales.orders</c>, in double quotes what holds a point or a quote itself.</summary>
    public override string ToString() => IsQualified ? $"{Written(Schema.Value)}.{Written(Name.ToString())}" : Written(Name.ToString());

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It has more than two parts, an empty one, or a quote that is never closed.</exception>
    public static QualifiedName Parse(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at <= text.Length;)
        {
            var (part, end) = at < text.Length && text[at] == Quote ? Quoted(text, at) : Plain(text, at);
            parts.Add(part);
            if (end < text.Length && text[end] != Separator) throw new FormatException($"'{text}' has something after a closing quote");
            at = end + 1;
        }

        if (parts.Count > 2)
            throw new FormatException(
                $"'{text}' has more parts than a schema and a name; put a name that holds a point into double quotes");
        return parts.Count == 1 ? new(parts[0])
            : parts.TrueForAll(p => p.Length > 0) ? new(new(parts[0]), new(parts[1]))
            : throw new FormatException($"'{text}' has an empty part");
    }

    private static string Written(string name) =>
        name.IndexOf(Separator) < 0 && name.IndexOf(Quote) < 0 ? name : $"{Quote}{name.Replace("\"", "\"\"")}{Quote}";

    private static (string Part, int End) Plain(string text, int start)
    {
        var end = text.IndexOf(Separator, start);
        if (end < 0) end = text.Length;
        return (text.Substring(start, end - start), end);
    }

    private static (string Part, int End) Quoted(string text, int start)
    {
        var part = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != Quote) part.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == Quote) part.Append(text[i++]);
            else return (part.ToString(), i + 1);
        }

        throw new FormatException($"'{text}' has a quote that is never closed");
    }
}
