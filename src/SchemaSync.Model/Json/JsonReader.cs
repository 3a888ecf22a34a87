using System.Globalization;
using System.Text;

namespace SchemaSync.Model.Json;

/// <summary>Reads JSON (RFC 8259) strictly: duplicate members, trailing text and deep nesting are errors.</summary>
public ref struct JsonReader
{
    private const int MaxDepth = 64;
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;

    private JsonReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Parses a whole text.</summary>
    /// <exception cref="JsonFormatException">It is not JSON; the message names line and column.</exception>
    public static JsonValue Parse(string text)
    {
        var reader = new JsonReader(text.AsSpan());
        var value = reader.Value();
        reader.SkipSpace();
        if (reader._at < reader._text.Length) throw reader.Error("text after the end");
        return value;
    }

    private JsonValue Value()
    {
        SkipSpace();
        if (++_depth > MaxDepth) throw Error("nested too deeply");
        JsonValue value = Peek() switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => new JsonString(String()),
            't' => Literal("true", new JsonBoolean(true)),
            'f' => Literal("false", new JsonBoolean(false)),
            'n' => Literal("null", new JsonNull()),
            _ => Number(),
        };
        _depth--;
        return value;
    }

    private JsonObject Object()
    {
        _at++;
        var members = new List<KeyValuePair<string, JsonValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (SkipSpace(); Peek() != '}';)
        {
            if (members.Count > 0) Expect(',');
            SkipSpace();
            var name = String();
            if (!names.Add(name)) throw Error($"member '{name}' stands twice");
            SkipSpace();
            Expect(':');
            members.Add(new(name, Value()));
            SkipSpace();
        }

        _at++;
        return new(members.ToEquatableArray());
    }

    private JsonArray Array()
    {
        _at++;
        var items = new List<JsonValue>();
        for (SkipSpace(); Peek() != ']';)
        {
            if (items.Count > 0) Expect(',');
            items.Add(Value());
            SkipSpace();
        }

        _at++;
        return new(items.ToEquatableArray());
    }

    private string String()
    {
        Expect('"');
        var rest = _text.Slice(_at);
        var plain = rest.IndexOfAny('"', '\\');
        if (plain >= 0 && rest[plain] == '"')
        {
            _at += plain + 1;
            return CheckControl(rest.Slice(0, plain).ToString());
        }

        var builder = new StringBuilder();
        while (Peek() is var c && c != '"')
        {
            _at++;
            builder.Append(c == '\\' ? Escape() : c);
            if (c < ' ') throw Error("control character in a text");
        }

        _at++;
        return builder.ToString();
    }

    private readonly string CheckControl(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ') throw Error("control character in a text");
        }

        return text;
    }

    private char Escape()
    {
        var c = Peek();
        _at++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _at + 4 <= _text.Length && int.TryParse(
                _text.Slice(_at, 4).ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw Error("unknown escape");
        }
    }

    private JsonValue Literal(string word, JsonValue value)
    {
        if (!_text.Slice(_at).StartsWith(word.AsSpan(), StringComparison.Ordinal)) throw Error("unknown word");
        _at += word.Length;
        return value;
    }

    private JsonNumber Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsDigit(_text[_at]) || _text[_at] is '-' or '+' or '.' or 'e' or 'E')) _at++;
        var text = _text.Slice(start, _at - start).ToString();
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) throw Error("a value was expected");
        return new(text);
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : throw Error("the text ends early");

    private void Expect(char c)
    {
        if (Peek() != c) throw Error($"'{c}' was expected");
        _at++;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' or '\r' or '\n')) _at++;
    }

    private readonly JsonFormatException Error(string message)
    {
        var before = _text.Slice(0, Math.Min(_at, _text.Length)).ToString();
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new JsonFormatException($"line {line}, column {column}: {message}");
    }
}
