namespace SchemaSync.Tasks.Tests;

/// <summary>The tasks that decide who publishes, without a build.</summary>
public sealed class PublishTaskTests
{
    [Theory]
    [InlineData("Publish;PublishContainer", true)]
    [InlineData("Publish", false)]
    [InlineData("PublishContainer;publish", false)]
    [InlineData("", false)]
    public void What_follows_is_read_from_the_request(string targets, bool follows)
    {
        var engine = new KnowingEngine(targets.Split(';'));
        var task = new WhatFollowsTask { BuildEngine = engine, Target = "Publish", Next = "PublishContainer", ProjectFile = "Shop.csproj" };
        Assert.True(task.Execute());
        Assert.Equal(follows, task.Follows);
        Assert.Empty(engine.Warnings);
    }

    [Fact]
    public void An_MSBuild_that_does_not_tell_what_it_was_asked_for_is_said()
    {
        var engine = new MessageEngine();
        var task = new WhatFollowsTask { BuildEngine = engine, Target = "Publish", Next = "PublishContainer", ProjectFile = "Shop.csproj" };
        Assert.True(task.Execute());
        Assert.False(task.Follows);
        var warning = Assert.Single(engine.Warnings);
        Assert.Equal(("SSY0962", "Shop.csproj"), (warning.Code, warning.File));
        Assert.Contains("the database is changed after Publish, and before PublishContainer", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_projects_of_a_solution_are_those_that_it_builds_each_as_it_builds_it()
    {
        static string Project(string path, bool isBuilt, string text) =>
            $"<ProjectConfiguration AbsolutePath=\"{path}\" BuildProjectInSolution=\"{isBuilt}\">{text}</ProjectConfiguration>";
        var task = new SolutionProjectsTask
        {
            BuildEngine = new MessageEngine(),
            ProjectFile = "/shop/Data/Data.csproj",
            Solution = "<SolutionConfiguration>" + Project("/shop/Data/Data.csproj", true, "Release|AnyCPU")
                + Project("/shop/50%3B;/Web.csproj", true, "Debug|x64") + Project("/shop/Old/Old.csproj", false, "Release|AnyCPU")
                + "</SolutionConfiguration>",
        };
        Assert.True(task.Execute());
        Assert.True(task.IsPart);
        var other = Assert.Single(task.Others);
        Assert.Equal("/shop/50%3B;/Web.csproj", other.ItemSpec);
        Assert.Equal("Configuration=Debug;Platform=x64", other.GetMetadata("AdditionalProperties"));
    }

    [Theory]
    [InlineData("shop/Data/Data.csproj", "shop/Data", "")]
    [InlineData("shop/Data/Data.csproj", "shop", " Data")]
    [InlineData("shop/Data/Data.csproj", "shop/Web", " ../Data")]
    [InlineData("shop/Two/A.csproj", "shop/Two", " A.csproj")]
    [InlineData("shop/My Data/Data.csproj", "shop", " \"My Data\"")]
    [InlineData("shop/app.cs.csproj", "shop", " app.cs")]
    public void A_command_names_the_project_where_it_is_typed(string project, string startup, string argument)
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-command").FullName;
        foreach (var file in new[]
        {
            "shop/Data/Data.csproj", "shop/Two/A.csproj", "shop/Two/B.csproj", "shop/My Data/Data.csproj", "shop/app.cs",
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        Directory.CreateDirectory(Path.Combine(folder, "shop/Web"));
        var task = new ProjectCommandTask
        {
            BuildEngine = new MessageEngine(),
            ProjectFile = Path.Combine(folder, project),
            StartupDirectory = Path.Combine(folder, startup),
            TargetFrameworks = " net10.0; net9.0",
        };
        Assert.True(task.Execute());
        Assert.Equal((argument, " -f net10.0"), (task.Argument, task.Framework));
        Directory.Delete(folder, recursive: true);
    }

    // The shape that MSBuild's own has.
    private sealed class KnowingEngine(string[] targets) : MessageEngine
    {
        private readonly Entry _requestEntry = new(new([.. targets]));

        public override string ToString() => _requestEntry.ToString();
    }

    private sealed record Entry(Wish Request);

    private sealed record Wish(List<string> Targets);
}
