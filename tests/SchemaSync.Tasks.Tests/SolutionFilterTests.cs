namespace SchemaSync.Tasks.Tests;

/// <summary>Filters of a solution, of which a project hears nothing.</summary>
public sealed class SolutionFilterTests
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemasync-filter").FullName;

    [Theory]
    [InlineData("apps.slnf", """{ "solution": { "path": "shop.slnx", "projects": ["Data/Data.csproj"] } }""")]
    [InlineData("a/apps.slnf", """{ "solution": { "path": "..\\shop.slnx", "projects": ["Data\\Data.csproj"] } }""")]
    [InlineData("a/b/apps.slnf", """{ "solution": { "path": "../../shop.slnx", "projects": ["Data/Data.csproj", "Gone/Gone.csproj"] } }""")]
    public void A_filter_is_named_or_denied(string file, string json)
    {
        Write(file, json);
        var (unnamed, said) = Ask(filter: "");
        Assert.False(unnamed.Execute());
        var error = Assert.Single(said.Errors);
        Assert.Equal("SSY0976", error.Code);
        Assert.Contains($"has a filter, {file},", error.Message, StringComparison.Ordinal);

        var (denied, _) = Ask("none");
        Assert.True(denied.Execute());
        Assert.Equal((true, 2), (denied.IsPart, denied.Others.Length));

        var (named, _) = Ask(file);
        Assert.True(named.Execute());
        Assert.Equal((true, 0), (named.IsPart, named.Others.Length));
    }

    [Fact]
    public void An_owner_outside_of_the_filter_is_no_part()
    {
        Write("apps.slnf", """{ "solution": { "path": "shop.slnx", "projects": ["Web/Web.csproj", "Jobs/Jobs.csproj"] } }""");
        var (task, _) = Ask("apps.slnf");
        Assert.True(task.Execute());
        Assert.Equal((false, 2), (task.IsPart, task.Others.Length));
    }

    [Theory]
    [InlineData("""{ "solution": { "path": "other.slnx", "projects": [] } }""")]
    [InlineData("""{ "solution": {} }""")]
    [InlineData("""{ "solution": { "path": "\u0000" } }""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("no filter")]
    public void What_is_no_filter_of_the_solution_counts_only_when_it_is_named(string json)
    {
        Write("apps.slnf", json);
        var (unnamed, _) = Ask("");
        Assert.True(unnamed.Execute());
        Assert.Equal(2, unnamed.Others.Length);
        foreach (var name in new[] { "apps.slnf", "gone.slnf", ".", "\0" })
        {
            var (named, said) = Ask(name);
            Assert.False(named.Execute());
            Assert.Equal("SSY0977", Assert.Single(said.Errors).Code);
        }
    }

    private void Write(string file, string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
        File.WriteAllText(Path.Combine(_root, file), json);
    }

    private (SolutionProjectsTask Task, MessageEngine Said) Ask(string filter)
    {
        var said = new MessageEngine();
        var projects = new[] { "Data", "Web", "Jobs" }.Select(p =>
            $"<ProjectConfiguration AbsolutePath=\"{_root}/{p}/{p}.csproj\" BuildProjectInSolution=\"True\">Release"
                + "</ProjectConfiguration>");
        return (new()
        {
            BuildEngine = said,
            ProjectFile = _root + "/Data/Data.csproj",
            SolutionPath = _root + "/shop.slnx",
            StartupDirectory = _root,
            Filter = filter,
            Solution = $"<SolutionConfiguration>{string.Concat(projects)}</SolutionConfiguration>",
        }, said);
    }
}
