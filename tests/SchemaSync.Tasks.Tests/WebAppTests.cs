using System.Diagnostics;

namespace SchemaSync.Tasks.Tests;

/// <summary>The sample web application as a user has it: with the packed packages, as a program of one file.</summary>
public sealed class WebAppTests(Feed feed)
{
    [Fact]
    public async Task It_starts_tells_its_health_and_does_not_start_on_a_database_that_differs()
    {
        var project = UserProject.Sample(feed, "WebApp");
        // One file: the declaration is read from the loaded assembly, which has none.
        project.Publish("-p:PublishSingleFile=true", "--self-contained", "false", "-o", project["app"]).Succeeded();
        Assert.Empty(Directory.GetFiles(project["app"], "*.dll"));

        Refused(project, "SSY0623: the application is not started, because the database differs from the declaration in one place")
            .Says("SSY1001: table notes is declared but missing in the database notes.db");
        var first = await WhileItRunsAsync(project, "Development", async client =>
        {
            Assert.True((await client.PostAsync("/notes?text=milk", null, Token)).IsSuccessStatusCode);
            return await client.GetStringAsync("/health", Token);
        });
        Assert.Equal("Healthy: as declared\n", first);

        new ShopDatabase(project["app/notes.db"]).Do("ALTER TABLE notes ADD COLUMN color TEXT");
        Refused(project, "SSY1002: column notes.color is in the database notes.db but not declared");
        new ShopDatabase(project["app/notes.db"]).Do("ALTER TABLE notes DROP COLUMN color");
        Assert.Equal("milk\n", await WhileItRunsAsync(project, "Production", client => client.GetStringAsync("/notes", Token)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Run Refused(UserProject project, string because) =>
        Run.Program(project["app/WebApp"], project["app"], ["--environment", "Production", "--urls", "http://127.0.0.1:0"]).Failed(because);

    private static async Task<string> WhileItRunsAsync(UserProject project, string environment, Func<HttpClient, Task<string>> ask)
    {
        const string Listens = "Now listening on: ";
        using var process = Process.Start(new ProcessStartInfo(project["app/WebApp"],
            ["--environment", environment, "--urls", "http://127.0.0.1:0"])
            { WorkingDirectory = project["app"], RedirectStandardOutput = true })!;
        try
        {
            var said = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
            {
                said.Add(line);
                if (line.IndexOf(Listens, StringComparison.Ordinal) is var at and >= 0)
                {
                    using var client = new HttpClient { BaseAddress = new(line[(at + Listens.Length)..]) };
                    return await ask(client);
                }
            }

            throw new InvalidOperationException(string.Join('\n', said));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
