namespace SchemaSync.Tasks.Tests;

/// <summary>How publish goes through many tenants, and how several publishes share that.</summary>
public sealed class TenantRunTests(Feed feed)
{
    [Fact]
    public void A_publish_goes_through_waves_and_shares_its_run_with_others()
    {
        var project = UserProject.Sample(feed, "Tenants");
        project.Write("tenants/list.json", """
            [ { "id": "late", "database": "tenants/late.db" }, { "id": "early", "database": "tenants/early.db", "group": "first" },
              { "id": "other", "database": "tenants/other.db", "group": "second" } ]
            """);
        string[] options = ["-p:SchemaSyncTenants=@tenants/list.json", "-p:SchemaSyncTenantsControl=run.db",
            "-p:SchemaSyncTenantsRun=friday", "-p:SchemaSyncTenantsWaves=second%3Bfirst",
            "-p:SchemaSyncTenantsCanaries=1", "-p:SchemaSyncTenantsParallel=1"];
        project.Publish([.. options, "-p:SchemaSyncTenantsStopAfter=some"]).Failed("error SSY0901: ");
        Assert.False(File.Exists(project["run.db"]));
        project.Publish([.. options, "--no-restore", "-p:SchemaSyncTenantsControl=Host=db%3BPassword=hunter2"])
            .Failed("error SSY0951: the property SchemaSyncTenantsControl holds a password").IsSilentAbout("hunter2");

        project.Publish([.. options, "--no-restore"]).Succeeded().Says("SchemaSync: applied 3 changes to 3 tenants");
        var stages = new ShopDatabase(project["run.db"]).Read(
            "SELECT tenant || ' ' || state FROM __schemasync_fleet_tenants WHERE run = 'friday' ORDER BY stage");
        Assert.Equal(["late done", "other done", "early done"], stages);
        project.Publish([.. options, "--no-restore"]).Succeeded().Says("The run had ended before");
    }
}
