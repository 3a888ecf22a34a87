using System.Globalization;
using System.Text;

namespace SchemaSync.Model.Json;

/// <summary>
/// Writes JSON with a fixed layout, so that equal content gives equal bytes: indented (committed files,
/// for line diffs) or on one line (manifests).
/// </summary>
public sealed class JsonWriter
{
    private readonly bool _indented;
    private readonly StringBuilder _text;
    private readonly string _quote;
    private int _depth;
    private bool _first = true;

    /// <summary>Writes a text of its own.</summary>
    public JsonWriter(bool indented)
        : this(indented, new(), "\"")
    {
    }

    private JsonWriter(bool indented, StringBuilder text, string quote) => (_indented, _text, _quote) = (indented, text, quote);

    /// <summary>Writes on one line into a verbatim literal of C#, where a quote is doubled: a large text is not copied to be escaped.</summary>
    public static JsonWriter IntoVerbatim(StringBuilder text) => new(false, text, "\"\"");

    /// <summary>What was written so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Opens an object, as a member when a name is given.</summary>
    public void StartObject(string? name = null) => Open(name, '{');

    /// <summary>Closes the innermost object.</summary>
    public void EndObject() => Close('}');

    /// <summary>Opens a list, as a member when a name is given.</summary>
    public void StartArray(string? name = null) => Open(name, '[');

    /// <summary>Closes the innermost list.</summary>
    public void EndArray() => Close(']');

    /// <summary>Writes a text, as a member when a name is given; null is the literal.</summary>
    public void String(string? name, string? value)
    {
        Separate(name);
        if (value is null) _text.Append("null");
        else Quote(value);
    }

    /// <summary>Writes a number.</summary>
    public void Number(string? name, long value)
    {
        Separate(name);
        if (value < 0) _text.Append(value.ToString(CultureInfo.InvariantCulture));
        else Digits(value);
    }

    /// <summary>Writes a flag.</summary>
    public void Boolean(string? name, bool value)
    {
        Separate(name);
        _text.Append(value ? "true" : "false");
    }

    /// <summary>Writes a value that was read before, unchanged.</summary>
    public void Value(string? name, JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                StartObject(name);
                foreach (var member in o.Members) Value(member.Key, member.Value);
                EndObject();
                break;
            case JsonArray a:
                StartArray(name);
                foreach (var item in a.Items) Value(null, item);
                EndArray();
                break;
            case JsonString s: String(name, s.Value); break;
            case JsonBoolean b: Boolean(name, b.Value); break;
            case JsonNumber n: Separate(name); _text.Append(n.Text); break;
            default: String(name, null); break;
        }
    }

    // Without a text of its own for each: locations are five numbers for every property.
    private void Digits(long value)
    {
        if (value > 9) Digits(value / 10);
        _text.Append((char)('0' + (value % 10)));
    }

    private void Open(string? name, char bracket)
    {
        Separate(name);
        _text.Append(bracket);
        _depth++;
        _first = true;
    }

    private void Close(char bracket)
    {
        _depth--;
        if (!_first) NewLine();
        _text.Append(bracket);
        _first = false;
    }

    private void Separate(string? name)
    {
        if (!_first) _text.Append(',');
        if (_depth > 0) NewLine();
        _first = false;
        if (name is null) return;
        Quote(name);
        _text.Append(_indented ? ": " : ":");
    }

    private void NewLine()
    {
        // Always \n: the file is compared byte by byte on every operating system.
        if (_indented) _text.Append('\n').Append(' ', _depth * 2);
    }

    private void Quote(string value)
    {
        _text.Append(_quote);
        var written = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= ' ' and < '\x7f' and not ('"' or '\\') || Escape(c) is not { } escape) continue;
            _text.Append(value, written, i - written).Append(escape);
            written = i + 1;
        }

        _text.Append(value, written, value.Length - written).Append(_quote);
    }

    private string? Escape(char c) => c switch
    {
        '"' => "\\" + _quote,
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // Lone surrogates cannot be stored as UTF-8; escaped, they survive a round trip.
        < ' ' or (>= '\ud800' and <= '\udfff') => Number(c),
        _ => IsHidden(c) ? Number(c) : null,
    };

    private static string Number(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    // Who reviews a file, or has it printed, sees what a terminal would obey and what hides or turns around the text beside it. A list of ours: the
    // categories of Unicode grow, and equal content gives equal bytes. Joiners (U+200C, U+200D) are parts of words and emoji.
    private static bool IsHidden(char c) => c is (>= '\x7f' and <= '\x9f') or '\xad' or '\x61c' or '\x180e' or '\x200b' or '\x200e' or '\x200f' or (>= '\x2028' and <= '\x202e') or (>= '\x2060' and <= '\x206f') or '\xfeff' or (>= '\xfff9' and <= '\xfffb');
}
