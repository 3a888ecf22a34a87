using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary>One verb: its words, its options, and what it does.</summary>
internal sealed record Verb(string Name, string Description, IReadOnlyList<Option> Options,
    Func<Invocation, CancellationToken, Task<int>> Run)
{
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    public Command Build(Setting setting)
    {
        var command = new Command(Name, Description);
        foreach (var argument in Arguments) command.Add(argument);
        foreach (var option in Options.Concat(Cli.Options.Common)) command.Add(option);
        command.SetAction((parsed, cancellationToken) => new Invocation(parsed, setting).RunAsync(Run, cancellationToken));
        return command;
    }
}
