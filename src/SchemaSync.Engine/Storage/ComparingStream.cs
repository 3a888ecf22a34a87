namespace SchemaSync.Engine.Storage;

/// <summary>Takes what is written and tells whether a file holds just that.</summary>
internal sealed class ComparingStream(Stream present) : Stream
{
    private byte[] _buffer = [];
    private bool _differs;

    /// <summary>Whether all that was written is all that is there.</summary>
    public bool IsSame => !_differs && present.ReadByte() < 0;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_differs) return;
        if (_buffer.Length < buffer.Length) _buffer = new byte[buffer.Length];
        var there = _buffer.AsSpan(0, buffer.Length);
        _differs = present.ReadAtLeast(there, there.Length, throwOnEndOfStream: false) != there.Length || !there.SequenceEqual(buffer);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
