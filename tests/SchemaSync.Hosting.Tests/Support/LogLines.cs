using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SchemaSync.Hosting.Tests;

/// <summary>What was logged under the category of SchemaSync.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Event, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, EventId Event, string Text)> All => [.. _lines];

    public string Text => string.Join('\n', _lines.Select(l => $"{l.Level} {l.Event.Id}: {l.Text}"));

    public ILogger CreateLogger(string categoryName) => new Category(categoryName == "SchemaSync" ? _lines : null);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<(LogLevel, EventId, string)>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines?.Enqueue((logLevel, eventId, formatter(state, exception)));
    }
}
