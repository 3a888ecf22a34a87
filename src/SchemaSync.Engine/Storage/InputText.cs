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

    private const int Chunk = 1 << 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A name with a character that was guessed is the name of something else.
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text, UTF-8 or what its byte order mark says.</summary>
    /// <exception cref="IOException">It cannot be read, is longer than <paramref name="most"/>
    /// bytes, or no text; <see cref="FileFault"/> has the words.</exception>
    public static Task<string> ReadAsync(string path, int most, CancellationToken cancellationToken) =>
        ReadAsync(path, most, Patience, cancellationToken);

    /// <summary>The same for whoever waits another while for the next bytes.</summary>
    public static async Task<string> ReadAsync(string path, int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) throw new InputFaultException("it is a directory");
        // Opening and reading a pipe that nobody writes blocks without end, and neither can be called off (fifo(7)).
        var opened = Task.Run(() =>
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
            CancellationToken.None);
        try
        {
            var stream = await opened.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                return Decode(await ReadAsync(stream, most, patience, cancellationToken).ConfigureAwait(false));
        }
        catch (TimeoutException e)
        {
            // Whoever writes to it later must not be heard by somebody who has left.
            _ = opened.ContinueWith(late => late.Result.Dispose(), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw new InputFaultException($"nothing came from it for {patience.TotalSeconds:0.#} s; a pipe needs a program that writes it",
                e);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputFaultException("it is no text in UTF-8", e);
        }
    }

    private static async Task<MemoryStream> ReadAsync(FileStream stream, int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var buffer = new byte[Chunk];
        while (await Task.Run(() => stream.Read(buffer), CancellationToken.None)
            .WaitAsync(patience, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            whole.Write(buffer, 0, count);
            if (whole.Length > most) throw new InputFaultException($"it is longer than {most >> 20} MB");
            if (whole.Length == count && IsBinary(buffer.AsSpan(0, count)))
                throw new InputFaultException("it is no text, because it holds zero bytes");
        }

        whole.Position = 0;
        return whole;
    }

    private static string Decode(MemoryStream whole)
    {
        using var reader = new StreamReader(whole, Strict, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
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
