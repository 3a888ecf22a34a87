namespace SchemaSync.Engine.Tests;

/// <summary>What a run left behind is one sentence, and a diagnostic ends with it.</summary>
public sealed class RunStateTests
{
    private const string Finish = "run 'schemasync sync' again to finish";

    [Theory]
    [InlineData(0, 0, "", "nothing was changed")]
    [InlineData(0, 3, "", "nothing was changed")]
    [InlineData(5, 0, "", "5 of 7 statements are done and stay; " + Finish)]
    [InlineData(5, 1, "", "5 of 7 statements are done and stay, 1 was rolled back; " + Finish)]
    [InlineData(7, 0, "", "all 7 statements are done and stay; " + Finish)]
    [InlineData(5, 0, "add column t.a",
        "5 of 7 statements are done and stay, and nobody could tell whether 'add column t.a' was done; " + Finish)]
    [InlineData(0, 0, "add column t.a",
        "none of 7 statements is known to be done, and nobody could tell whether 'add column t.a' was done; " + Finish)]
    [InlineData(2, 0, "a|b|c",
        "2 of 7 statements are done and stay, and nobody could tell whether the 3 from 'a' on were committed; " + Finish)]
    public void It_says_what_stays_what_is_gone_and_what_nobody_knows(int kept, int rolledBack, string uncertain, string sentence) =>
        Assert.Equal(sentence,
            new RunState(7, kept, rolledBack, [.. uncertain.Split('|', StringSplitOptions.RemoveEmptyEntries)], Finish).ToString());

    [Fact]
    public void A_diagnostic_ends_with_it_and_claims_nothing_without_one()
    {
        var failed = Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "add column t.a", "shop", "no");
        Assert.Equal("add column t.a failed on shop: no", failed.Message);
        Assert.Equal("add column t.a failed on shop: no; nothing was changed", (failed with { State = "nothing was changed" }).Message);
    }

    // What is true depends on the provider and on how far the run was: a text that is always the same cannot know.
    [Fact]
    public void No_code_that_ends_a_run_claims_a_state_by_itself()
    {
        // Raised before the first statement, or where no run is.
        string[] before = ["SSY0508", "SSY0509", "SSY0512", "SSY0519"];
        var wrong = DiagnosticCatalog.All.Values.Where(e => !before.Contains(e.Code))
            .Where(e => new[] { "rolled back", "was kept", "was changed", "was run" }.Any(w =>
                e.Message.Contains(w, StringComparison.Ordinal))).Select(e => e.Code);
        Assert.Empty(wrong);
    }
}
