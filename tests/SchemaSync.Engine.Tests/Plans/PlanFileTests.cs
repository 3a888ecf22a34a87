namespace SchemaSync.Engine.Tests;

/// <summary>A plan that was reviewed is the plan that is run: read back exactly, or refused (SSY0511).</summary>
public sealed class PlanFileTests
{
    [Fact]
    public void A_plan_survives_its_file()
    {
        var plan = Sample.Plan();
        var read = PlanFile.Read(PlanFile.Write(plan), "f");
        Assert.Equal(plan.Changes, read.Changes);
        Assert.Equal(plan.Steps, read.Steps);
        Assert.Equal(plan.DataChecks, read.DataChecks);
        Assert.Equal(plan.Hazards, read.Hazards);
        // Proved is what no file can say.
        Assert.Equal((plan.From.Fingerprint, plan.To.Fingerprint, false, true),
            (read.From.Fingerprint, read.To.Fingerprint, read.Proved, read.IsRevert));
        Assert.Equal(PlanFile.Hash(plan), PlanFile.Hash(read));
        Assert.Equal(PlanFile.Write(plan), PlanFile.Write(read));
    }

    [Theory]
    [InlineData("ADD COLUMN phone", "ADD COLUMN fax")]
    [InlineData("SSY0402", "SSY0403")]
    [InlineData("\"revert\": true", "\"revert\": false")]
    [InlineData("\"assertion\": true", "\"assertion\": false")]
    public void A_changed_plan_is_refused(string from, string to)
    {
        var text = PlanFile.Write(Sample.Plan());
        Assert.Contains(from, text, StringComparison.Ordinal);
        var e = Assert.Throws<SchemaSyncException>(() => PlanFile.Read(text.Replace(from, to, StringComparison.Ordinal), "plan.json"));
        Assert.Equal("SSY0511", e.Diagnostics.Single().Entry.Code);
    }

    [Fact]
    public async Task A_missing_plan_is_named() =>
        Assert.Equal("SSY0511",
            (await Assert.ThrowsAsync<SchemaSyncException>(() =>
                PlanFile.LoadAsync("/nowhere/plan.json"))).Diagnostics.Single().Entry.Code);

    [Fact]
    public void A_plan_that_is_not_proved_is_refused_whatever_is_allowed()
    {
        var policy = new PlanPolicy(["SSY0401", "SSY0402"]);
        var e = Assert.Throws<SchemaSyncException>(() =>
            Admission.Check(new("t", "Sqlite", ""), Sample.Plan() with { Proved = false }, policy));
        Assert.Equal("SSY0401", e.Diagnostics.Single().Entry.Code);
    }

    [Fact]
    public void Each_hazard_that_is_not_allowed_is_said_with_the_way_to_allow_it()
    {
        var e = Assert.Throws<SchemaSyncException>(() => Admission.Check(new("t", "Sqlite", ""), Sample.Plan(), PlanPolicy.Strict));
        Assert.All(e.Diagnostics, d => Assert.Equal("SSY0506", d.Entry.Code));
        Assert.Contains("--allow SSY0402", e.Message, StringComparison.Ordinal);
    }
}
