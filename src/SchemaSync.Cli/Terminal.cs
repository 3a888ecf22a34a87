using Spectre.Console;

namespace SchemaSync.Cli;

/// <summary>
/// Where text goes. Everything passes through <see cref="Secrets.Hide"/> and <see cref="Printable"/>, the one place where
/// what a database holds meets terminals, builds and pipelines; colours only where a person looks.
/// </summary>
public sealed class Terminal
{
    private const int WidthOfFiles = 4096;

    private readonly Secrets _secrets;

    internal Terminal(Secrets secrets) => _secrets = secrets;

    /// <summary>Whether somebody is there to answer a question.</summary>
    internal static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Whether progress on stderr can be overwritten.</summary>
    internal static bool ShowsProgress => !Console.IsErrorRedirected && !IsDumb;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    // no-color.org: present and not empty.
    private static bool HasColours =>
        !Console.IsOutputRedirected && !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    internal Secrets Secrets => _secrets;

    /// <summary>One line.</summary>
    public void Line(string text = "") => Console.Out.WriteLine(Printable.Line(_secrets.Hide(text)));

    /// <summary>One line on stderr. Where that cannot be written nobody can be told, and the exit code alone says it.</summary>
    public void Error(string text)
    {
        try
        {
            Console.Error.WriteLine(Printable.Line(_secrets.Hide(text)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Several lines, such as a JSON document.</summary>
    public void Lines(string text) => Console.Out.WriteLine(Printable.Lines(_secrets.Hide(text)));

    /// <summary>What a program reads exactly as it is, such as a script; a person at a
    /// terminal sees its control characters instead.</summary>
    internal void Data(string text)
    {
        var shown = _secrets.Hide(text);
        Console.Out.Write(Console.IsOutputRedirected ? shown : Printable.Lines(shown));
    }

    /// <summary>A status line on stderr that the next one writes over.</summary>
    internal void Status(string text)
    {
        var width = Math.Max(20, Console.WindowWidth - 1);
        var line = Printable.Line(_secrets.Hide(text));
        Console.Error.Write('\r' + (line.Length > width ? line[..width] : line.PadRight(width)) + '\r');
    }

    internal void Draw(Outline outline)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = Console.IsOutputRedirected ? WidthOfFiles : Math.Max(60, Console.WindowWidth);
        console.Write(outline.Tree);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n')) Console.Out.WriteLine(_secrets.Hide(line.TrimEnd()));
    }

    /// <summary>Asks; only a clear yes is one.</summary>
    internal async Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken) =>
        (await AnswerAsync($"{question} [y/N]", cancellationToken).ConfigureAwait(false)).Trim() is "y" or "Y" or "yes";

    /// <summary>Asks for a line.</summary>
    internal async Task<string> AnswerAsync(string question, CancellationToken cancellationToken)
    {
        await Console.Error.WriteAsync(Printable.Line(_secrets.Hide(question)) + " ").ConfigureAwait(false);
        // A console is read without an end: whoever presses Ctrl+C instead does not wait for it.
        return await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false) ?? "";
    }
}
