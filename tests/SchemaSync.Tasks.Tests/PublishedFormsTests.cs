namespace SchemaSync.Tasks.Tests;

/// <summary>What a publish may make of an app: native code, one file, an image. The database comes after it, whatever it is.</summary>
public sealed class PublishedFormsTests(Feed feed)
{
    private const string Apply =
        "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    private static string Portable => $"{(OperatingSystem.IsMacOS() ? "osx" : "linux")}-"
        + $"{System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    [Fact]
    public void A_native_app_and_an_app_in_one_file_bring_their_database_forward()
    {
        var project = App("Native");
        project.Publish("-p:PublishAot=true").Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Assert.Equal(["customers"], new ShopDatabase(project["shop.db"]).Tables);
        Assert.False(File.Exists(project[$"bin/Release/net10.0/{Portable}/publish/Native.dll"]));
        File.Delete(project["shop.db"]);
        project.Publish("-p:PublishSingleFile=true", "-r", Portable, "--self-contained", "false").Succeeded()
            .Says("SchemaSync: applied 1 change to shop.db");
        project.Publish("-p:PublishSingleFile=true", "-r", Portable, "--self-contained", "false", "--no-build").Succeeded()
            .Says("SchemaSync: the Sqlite database has the schema of Native");
    }

    [Fact]
    public void A_file_is_an_app_too()
    {
        var folder = new UserProject(feed, "OneFile");
        File.Delete(folder["OneFile.csproj"]);
        File.Delete(folder["Customer.cs"]);
        folder.Write("app.cs", $$"""
            #:package SchemaSync.Build@[{{feed.Version}}]
            #:property PublishAot=false
            #:property SchemaSyncProvider=Sqlite
            #:property SchemaSyncConnection=Data Source=shop.db
            #:property SchemaSyncOnPublish=Apply
            using SchemaSync;
            System.Console.WriteLine(new Customer().Id);

            [Table("customers")]
            public sealed class Customer
            {
                [PrimaryKey, Identity] public long Id { get; set; }
            }
            """);
        // With an argument of MSBuild's own the file would be no app.
        Run Dotnet(string verb) => Run.Program("dotnet", folder.Folder, [verb, "app.cs"]);
        Dotnet("publish").Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        File.Delete(folder["shop.db"]);
        Dotnet("build").Failed("app.cs(10,").Says("run dotnet publish app.cs to add it");
    }

    [Fact]
    public void An_image_is_made_before_the_database_is_changed_and_when_it_fails_nothing_is()
    {
        using var registry = new FakeRegistry();
        var project = App("Boxed");
        Run Publish(string tag, params string[] arguments) => project.Dotnet(
            ["publish", "-t:PublishContainer", $"-p:ContainerBaseImage={registry.Image}", "-p:ContainerArchiveOutputPath=image.tar.gz",
                $"-p:ContainerImageTag={tag}", .. arguments],
            ("NO_PROXY", "localhost"), ("no_proxy", "localhost"),
            ("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Image.Split('/')[0]));

        Publish("not*a*tag").Failed("CONTAINER").IsSilentAbout("SchemaSync: ");
        Assert.False(File.Exists(project["shop.db"]));
        var published = Publish("good", "--no-restore").Succeeded();
        Assert.True(published.Position("image.tar.gz") < published.Position("SchemaSync: applied 1 change to shop.db"), published.Output);
        Assert.True(File.Exists(project["image.tar.gz"]));
        Assert.Equal(["customers"], new ShopDatabase(project["shop.db"]).Tables);
    }

    private UserProject App(string name)
    {
        var project = new UserProject(feed, name, "<OutputType>Exe</OutputType>" + Apply);
        project.Write("Program.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        return project;
    }
}
