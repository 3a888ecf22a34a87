namespace SchemaSync.Tasks.Tests;

/// <summary>The samples are projects like a user's, with the packed package. The demo has Shop.</summary>
public sealed class SamplesTests(Feed feed)
{
    [Fact]
    public void Every_tenant_of_the_sample_is_published_and_a_tenant_that_differs_fails_the_build()
    {
        var project = UserProject.Sample(feed, "Tenants");
        project.Publish().Succeeded().Says("SchemaSync: applied 3 changes to 3 tenants");
        project.Build("--no-restore").Succeeded();

        var globex = new ShopDatabase(project["tenants/globex.db"]);
        globex.Do("INSERT INTO invoices (customer, amount_in_cents) VALUES ('J. Doe', 950); DROP INDEX ix_invoices_customer_issued_on");
        project.Write("tenants/names.txt", "acme\nglobex\ninitech\nhooli\n");
        project.Build("--no-restore").Failed("Invoice.cs(5,")
            .Says("error SSY1001: index invoices.ix_invoices_customer_issued_on is declared but missing in the database "
                + "tenants/globex.db; run dotnet publish to add it")
            .Says("error SSY0205: cannot open tenants/hooli.db: there is no such file (there are ")
            .IsSilentAbout("tenants/acme.db");
        Assert.False(File.Exists(project["tenants/hooli.db"]));

        project.Publish("--no-restore").Succeeded().Says("SchemaSync: applied 2 changes to 2 tenants");
        Assert.Equal(["J. Doe"], globex.Read("SELECT customer FROM invoices"));
        project.Build("--no-restore").Succeeded();

        var run = Run.Program("dotnet", project.Folder, ["bin/Release/net10.0/publish/Tenants.dll", "acme", "J. Doe", "950"]).Succeeded();
        Assert.Equal("acme     1 invoices\nglobex   1 invoices\ninitech  0 invoices\nhooli    0 invoices\n", run.Output);
    }

    [Fact]
    public void The_demo_ends_well() =>
        Run.Program("bash", Repository.Root, ["build/demo.sh", "--packed"], ("NUGET_PACKAGES", Feed.UserPackages)).Succeeded()
            .Says("The demo is done: every step was as it should be.");
}
