using System.Text;

namespace SchemaSync.Engine.Storage;

/// <summary>Text files that people name: whatever is there instead (a device, a pipe that
/// nobody writes, a program) is refused after a bounded look at it.</summary>
internal static class InputText
{
    /// <summary>More than the snapshot of any database needs.</summary>
    public const int MostOfASnapshot = 1 << 28;

    /// <summary>More than the names of any number of tenants that one run can do.</summary>
    public const int MostOfAList = 1 << 24;

    private const int Chunk = 1 << 20, Least = 1 << 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A name with a character that was guessed is the name of something else.
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text, UTF-8 or what its byte order mark says.</summary>
    /// <exception cref="IOException">It cannot be read, is longer than <paramref name="most"/>
    /// bytes, or no text; <see cref="FileFault"/> has the words.</exception>
    public static Task<string> ReadAsync(string path, int most, CancellationToken cancellationToken) =>
        ReadAsync(path, most, Patience, cancellationToken);

    /// <summary>The same for whoever waits another while for the next bytes.</summary>
    public static async Task<string> ReadAsync(string path, int most, TimeSpan patience, CancellationToken cancellationToken) =>
        Decode(await BytesAsync(path, most, patience, cancellationToken).ConfigureAwait(false));

    /// <summary>The bytes of such a text, which <see cref="Decode"/> reads.</summary>
    /// <exception cref="IOException">As for the text, but that it may be none.</exception>
    public static Task<ArraySegment<byte>> BytesAsync(string path, int most, CancellationToken cancellationToken) =>
        BytesAsync(path, most, Patience, cancellationToken);

    /// <summary>Passes the bytes of a file on, piece by piece; they are not held.</summary>
    /// <returns>Whether it is a file: what can be read only once is not begun.</returns>
    /// <exception cref="IOException">As for the text, but that it may be none.</exception>
    public static async Task<bool> PassAsync(string path, int most, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(path, Patience, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (!stream.CanSeek || stream.Length == 0) return false;
            if (stream.Length > most) throw TooLong(most);
            var buffer = new byte[Least];
            while (await NextAsync(stream, buffer, Patience, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                take(buffer.AsMemory(0, count));
            return true;
        }
    }

    private static async Task<ArraySegment<byte>> BytesAsync(string path, int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(path, patience, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            return await ReadAsync(stream, most, patience, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FileStream> OpenAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) throw new InputFaultException("it is a directory");
        // Opening and reading a pipe that nobody writes blocks without end, and neither can be called off (fifo(7)).
        var opened = Task.Run(() =>
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
            CancellationToken.None);
        try
        {
            return await opened.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            // Whoever writes to it later must not be heard by somebody who has left.
            _ = opened.ContinueWith(late => late.Result.Dispose(), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw Silent(patience, e);
        }
    }

    private static async Task<int> NextAsync(
        FileStream stream, Memory<byte> buffer, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => stream.Read(buffer.Span), CancellationToken.None)
                .WaitAsync(patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw Silent(patience, e);
        }
    }

    private static InputFaultException Silent(TimeSpan patience, Exception e) =>
        new($"nothing came from it for {patience.TotalSeconds:0.#} s; a pipe needs a program that writes it", e);

    private static InputFaultException TooLong(int most) => new($"it is longer than {most >> 20} MB");

    private static async Task<ArraySegment<byte>> ReadAsync(
        FileStream stream, int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        // A file says how long it is, and one byte more shows its end; a pipe says nothing.
        var whole = new byte[Math.Max(Least, stream.CanSeek ? Math.Min(stream.Length, most) + 1 : 0)];
        var length = 0;
        while (true)
        {
            if (length == whole.Length) Array.Resize(ref whole, Math.Max(Chunk, whole.Length * 2));
            var rest = whole.AsMemory(length, Math.Min(Chunk, whole.Length - length));
            var count = await NextAsync(stream, rest, patience, cancellationToken).ConfigureAwait(false);
            if (count == 0) return new(whole, 0, length);
            length += count;
            if (length > most) throw TooLong(most);
            if (length == count && IsBinary(whole.AsSpan(0, count)))
                throw new InputFaultException("it is no text, because it holds zero bytes");
        }
    }

    /// <summary>The text of bytes.</summary>
    /// <exception cref="IOException">They are no text.</exception>
    public static string Decode(ArraySegment<byte> bytes)
    {
        try
        {
            // A mark of another encoding, or of this one, begins with one of these.
            if (bytes is [not (0xEF or 0xFE or 0xFF or 0), ..]) return Strict.GetString(bytes.AsSpan());
            using var reader = new StreamReader(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), Strict,
                detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw new InputFaultException("it is no text in UTF-8", e);
        }
    }

    // Texts of two or four bytes a character hold zero bytes, and begin with a mark that says so.
    private static bool IsBinary(ReadOnlySpan<byte> head) =>
        head.Contains((byte)0) && head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]);
}

/// <summary>A file is there and not what it should be; the message is the end of a sentence.</summary>
internal sealed class InputFaultException : IOException
{
    /// <summary>A fault without a cause.</summary>
    public InputFaultException(string message) : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public InputFaultException(string message, Exception inner) : base(message, inner)
    {
    }
}
