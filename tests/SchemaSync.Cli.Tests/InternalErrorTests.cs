namespace SchemaSync.Cli.Tests;

/// <summary>A mistake of ours is still a sentence with a code and an exit code, and says what to send us.</summary>
public sealed class InternalErrorTests
{
    [Fact]
    public async Task An_exception_nobody_thought_of_is_SSY0999()
    {
        var (exitCode, error) = await Run("plan", "--provider", "Sqlite");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("schemasync: error SSY0999: internal error in 'schemasync plan' ", error, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: the first line; please report this sentence", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_stack_is_added_when_asked_for() =>
        Assert.Contains("InternalErrorTests", (await Run("plan", "--provider", "Sqlite", "--verbose")).Error, StringComparison.Ordinal);

    private static async Task<(int ExitCode, string Error)> Run(params string[] arguments)
    {
        var setting = new Setting(new(new Secrets()), new AdapterRegistry(Composition.Adapters), Composition.Formats);
        var invocation = new Invocation(CommandLine.Root(setting).Parse(arguments, CommandLine.Parsing), setting);
        using var error = new StringWriter();
        var former = Console.Error;
        Console.SetError(error);
        try
        {
            return (await invocation.RunAsync((_, _) => throw new InvalidOperationException("the first line.\nthe second"),
                TestContext.Current.CancellationToken), error.ToString());
        }
        finally
        {
            Console.SetError(former);
        }
    }
}
