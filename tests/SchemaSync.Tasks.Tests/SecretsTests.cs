using System.IO.Compression;
using System.Text;

namespace SchemaSync.Tasks.Tests;

/// <summary>What is in the environment stays there.</summary>
public sealed class SecretsTests(Feed feed)
{
    private const string Password = "open-'sesame)$(7391";

    [Theory]
    [InlineData("SCHEMASYNC_CONNECTION", "")]
    [InlineData("SHOP_DATABASE", "<SchemaSyncConnectionVariable>SHOP_DATABASE</SchemaSyncConnectionVariable>")]
    public void The_connection_string_in_a_variable_is_in_no_log_at_any_verbosity(string variable, string property)
    {
        var project = new UserProject(feed, "Secret" + variable, property);
        (string, string)[] environment = [(variable, $"Data Source=kept.db;Password=\"{Password}\"")];
        // The SQLite of the package knows no encryption, so the connection fails only after the password was really used.
        new ShopDatabase(project["kept.db"]).Do("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        var build = project.Dotnet(["build", "-v:diagnostic", "-bl:all.binlog"], environment).Failed("error SSY0205: ");
        build.Says("validate --provider Sqlite --connection-variable " + variable).IsSilentAbout(Password);

        using var log = new GZipStream(File.OpenRead(project["all.binlog"]), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        log.CopyTo(bytes);
        Assert.True(bytes.GetBuffer().AsSpan().IndexOf(Encoding.UTF8.GetBytes(variable)) > 0);
        Assert.True(bytes.GetBuffer().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Password)) < 0);
        foreach (var file in Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(Password, File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_project_is_refused_without_repeating_it()
    {
        var project = new UserProject(feed, "SecretInProject",
            $"<SchemaSyncConnection>Data Source=shop.db;Password=hunter2</SchemaSyncConnection>");
        project.Build()
            .Failed($"{project["SecretInProject.csproj"]} : error SSY0951: the property SchemaSyncConnection holds a password, which "
                + "build logs would keep; put the connection string into the environment "
                + "variable SCHEMASYNC_CONNECTION and take it out of the property")
            .IsSilentAbout("hunter2");
    }
}
