using Spectre.Console;
using Spectre.Console.Rendering;

namespace SchemaSync.Cli;

/// <summary>Where text goes. Everything passes through <see cref="Secrets.Hide"/>; colours only where a person looks.</summary>
internal sealed class Terminal(Secrets secrets)
{
    private const int WidthOfFiles = 4096;

    /// <summary>Whether somebody is there to answer a question.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Whether progress on stderr can be overwritten.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected && !IsDumb;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    // no-color.org: present and not empty.
    private static bool HasColours => !Console.IsOutputRedirected && !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public Secrets Secrets => secrets;

    public void Line(string text = "") => Console.Out.WriteLine(secrets.Hide(text));

    public void Error(string text) => Console.Error.WriteLine(secrets.Hide(text));

    /// <summary>Text as it is, without a line end of ours.</summary>
    public void Raw(string text) => Console.Out.Write(secrets.Hide(text));

    public void Draw(IRenderable content)
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
        console.Write(content);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n')) Line(line.TrimEnd());
    }

    /// <summary>Asks; only a clear yes is one.</summary>
    public bool Confirm(string question)
    {
        Console.Error.Write(secrets.Hide(question) + " [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
