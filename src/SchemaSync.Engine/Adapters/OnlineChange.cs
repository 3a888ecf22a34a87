namespace SchemaSync.Engine.Adapters;

/// <summary>A program that changes large tables by copying them while everybody works, in place of the server.</summary>
/// <param name="Command">
/// Program and arguments, with placeholders in braces that the provider's page lists.
/// No shell reads it; quotes hold a part with spaces together.
/// </param>
/// <param name="Rows">Tables with more rows than this are handed over.</param>
public sealed record OnlineChange(string Command, long Rows = OnlineChange.DefaultRows)
{
    /// <summary>The limit where none is given.</summary>
    public const long DefaultRows = 1_000_000;
}

/// <summary>A step that another program does.</summary>
/// <param name="Told">What that program is told, for the ledger; holds no secret.</param>
/// <param name="IsRemainder">Whether an object is one that such a program leaves
/// behind when it fails, and clears away the next time.</param>
/// <param name="RunAsync">Runs it to its end.</param>
public sealed record HandedStep(string Told, Func<ObjectId, bool> IsRemainder, Func<CancellationToken, Task> RunAsync);
