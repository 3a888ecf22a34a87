using System.Globalization;

namespace SchemaSync.Model.Json;

/// <summary>
/// Writes JSON with a fixed layout, so that equal content gives equal bytes: indented (committed files,
/// for line diffs) or on one line (manifests).
/// </summary>
public sealed class JsonWriter
{
    private const int Kept = 1 << 17;

    // One for each thread, for the texts of the compiler, of which there are many one after the other.
    [ThreadStatic]
    private static char[]? _spare;

    private readonly bool _indented;
    private readonly string _quote;
    private readonly TextWriter? _into;
    private char[] _text;
    private int _length;
    private int _depth;
    private bool _first = true;

    /// <summary>Writes a text of its own.</summary>
    public JsonWriter(bool indented)
        : this(indented, new char[256], "\"")
    {
    }

    /// <summary>Writes on one line into a text that is too long to be held: whoever uses it flushes at the end.</summary>
    public JsonWriter(TextWriter into)
        : this(false, new char[Kept / 4], "\"") => _into = into;

    private JsonWriter(bool indented, char[] text, string quote) => (_indented, _text, _quote) = (indented, text, quote);

    /// <summary>One line in a verbatim literal of C#, where a quote is doubled: a large text is not copied to be escaped.</summary>
    /// <param name="before">What stands before the JSON.</param>
    /// <param name="write">Writes the JSON.</param>
    /// <param name="after">What follows it.</param>
    public static string Verbatim(string before, Action<JsonWriter> write, string after)
    {
        var json = new JsonWriter(false, _spare ?? new char[Kept / 4], "\"\"");
        _spare = null;
        json.Put(before);
        write(json);
        json.Put(after);
        if (json._text.Length <= Kept) _spare = json._text;
        return json.ToString();
    }

    /// <summary>What was written so far, and not yet passed on.</summary>
    public override string ToString() => new(_text, 0, _length);

    /// <summary>The same without a copy; valid until more is written.</summary>
    public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    /// <summary>Begins anew in the same room, for many short texts one after the other.</summary>
    public void Restart() => (_length, _depth, _first) = (0, 0, true);

    /// <summary>Passes on what was written so far.</summary>
    public void Flush()
    {
        _into?.Write(_text, 0, _length);
        if (_into is not null) _length = 0;
    }

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
        if (value is null) Put("null");
        else Quote(value);
    }

    /// <summary>Writes a number.</summary>
    public void Number(string? name, long value)
    {
        Separate(name);
        if (value < 0) Put(value.ToString(CultureInfo.InvariantCulture));
        else Digits(value);
    }

    /// <summary>Writes a flag.</summary>
    public void Boolean(string? name, bool value)
    {
        Separate(name);
        Put(value ? "true" : "false");
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
            case JsonNumber n: Separate(name); Put(n.Text); break;
            default: String(name, null); break;
        }
    }

    // Without a text of its own for each: locations are five numbers for every property.
    private void Digits(long value)
    {
        if (value > 9) Digits(value / 10);
        Put((char)('0' + (value % 10)));
    }

    private void Open(string? name, char bracket)
    {
        if (_into is not null && _length > Kept / 8) Flush();
        Separate(name);
        Put(bracket);
        _depth++;
        _first = true;
    }

    private void Close(char bracket)
    {
        _depth--;
        if (!_first) NewLine();
        Put(bracket);
        _first = false;
    }

    private void Separate(string? name)
    {
        if (!_first) Put(',');
        if (_depth > 0) NewLine();
        _first = false;
        if (name is null) return;
        Quote(name);
        Put(_indented ? ": " : ":");
    }

    private void NewLine()
    {
        // Always \n: the file is compared byte by byte on every operating system.
        if (!_indented) return;
        Put('\n');
        for (var i = 0; i < _depth; i++) Put("  ");
    }

    private void Quote(string value)
    {
        Put(_quote);
        Reserve(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= ' ' and < '\x7f' and not ('"' or '\\') || Escape(c) is not { } escape)
            {
                _text[_length++] = c;
                continue;
            }

            Put(escape);
            Reserve(value.Length - i);
        }

        Put(_quote);
    }

    private void Put(char c)
    {
        if (_length == _text.Length) Reserve(1);
        _text[_length++] = c;
    }

    private void Put(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    private void Reserve(int more)
    {
        if (_text.Length - _length < more) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
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

    // Who reviews a file, or has it printed, sees what a terminal would obey and what hides or turns around the text beside it. A list of
    // ours: the categories of Unicode grow, and equal content gives equal bytes. Joiners (U+200C, U+200D) are parts of words and emoji.
    private static bool IsHidden(char c) =>
        c is (>= '\x7f' and <= '\x9f') or '\xad' or '\x61c' or '\x180e' or '\x200b' or '\x200e' or '\x200f'
            or (>= '\x2028' and <= '\x202e') or (>= '\x2060' and <= '\x206f') or '\xfeff' or (>= '\xfff9' and <= '\xfffb');
}
