namespace SchemaSync.Engine.Storage.Formats;

/// <summary>
/// Lays out JSON that stands on one line as <see cref="JsonWriter"/> does when it indents, from inside the outermost object on: behind at
/// least one member of it.
/// </summary>
internal sealed class JsonLayout(Stream stream)
{
    private const int Margin = 256;
    private readonly byte[] _line = new byte[1 << 16];
    private int _length;
    private int _depth = 1;
    private bool _isOpen;
    private bool _isText;
    private bool _isEscape;

    /// <summary>Takes the next piece, which may end anywhere.</summary>
    public void Write(ReadOnlySpan<byte> json)
    {
        while (json.Length > 0)
        {
            if (_isText)
            {
                json = json[Text(json)..];
                continue;
            }

            Mark(json[0]);
            json = json[1..];
        }
    }

    /// <summary>The last line feed.</summary>
    public void End()
    {
        Put((byte)'\n');
        Flush();
    }

    /// <summary>Copies a part of a text.</summary>
    private int Text(ReadOnlySpan<byte> json)
    {
        if (_isEscape)
        {
            Put(json[0]);
            _isEscape = false;
            return 1;
        }

        var length = json.IndexOfAny((byte)'"', (byte)'\\');
        if (length < 0)
        {
            Put(json);
            return json.Length;
        }

        Put(json[..(length + 1)]);
        (_isText, _isEscape) = (json[length] != '"', json[length] == '\\');
        return length + 1;
    }

    private void Mark(byte mark)
    {
        switch (mark)
        {
            case (byte)'}' or (byte)']':
                _depth--;
                if (!_isOpen) NewLine();
                _isOpen = false;
                Put(mark);
                return;
            case (byte)',':
                Put(mark);
                NewLine();
                return;
            case (byte)':':
                Put(mark);
                Put((byte)' ');
                return;
        }

        if (_isOpen) NewLine();
        _isOpen = mark is (byte)'{' or (byte)'[';
        if (_isOpen) _depth++;
        _isText = mark == '"';
        Put(mark);
    }

    private void NewLine()
    {
        if (_line.Length - _length < Margin) Flush();
        _line[_length++] = (byte)'\n';
        var spaces = _depth * 2;
        _line.AsSpan(_length, spaces).Fill((byte)' ');
        _length += spaces;
    }

    private void Put(byte mark)
    {
        if (_length == _line.Length) Flush();
        _line[_length++] = mark;
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        if (text.Length > _line.Length - _length) Flush();
        if (text.Length > _line.Length)
        {
            stream.Write(text);
            return;
        }

        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }

    private void Flush()
    {
        stream.Write(_line, 0, _length);
        _length = 0;
    }
}
