namespace SchemaSync.Generators.Analysis;

/// <summary>A value that many ask for and one makes. Where making it is canceled or fails nothing is kept: the next one makes it.</summary>
internal sealed class Once<T>(Func<CancellationToken, T> make) where T : class
{
    private readonly object _making = new();
    private volatile T? _value;

    public T Get(CancellationToken stop)
    {
        if (_value is { } made) return made;
        lock (_making) return _value ??= make(stop);
    }
}
