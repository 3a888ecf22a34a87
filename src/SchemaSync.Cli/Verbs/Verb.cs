using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary>One verb: its words, its options, and what it does.</summary>
internal sealed record Verb(string Name, string Description, IReadOnlyList<Option> Options,
    Func<Invocation, CancellationToken, Task<int>> Run)
{
    public Argument? Argument { get; init; }

    public Command Build(Setting setting)
    {
        var command = new Command(Name, Description);
        if (Argument is not null) command.Add(Argument);
        foreach (var option in Options.Concat(Cli.Options.Common)) command.Add(option);
        command.SetAction((parsed, cancellationToken) => new Invocation(parsed, setting).RunAsync(Run, cancellationToken));
        return command;
    }
}
