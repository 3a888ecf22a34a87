namespace SchemaSync.Tasks.Tests;

/// <summary>A solution as a user has it: projects side by side that share their properties.</summary>
internal sealed class UserSolution
{
    private readonly Feed _feed;
    private readonly List<UserProject> _projects = [];

    public UserSolution(Feed feed, string name, string properties)
    {
        (_feed, Name, Folder) = (feed, name, Path.Combine(feed.Folder, name));
        Directory.CreateDirectory(Folder);
        Properties(properties);
    }

    public string Name { get; }

    public string Folder { get; }

    /// <summary>What all projects share.</summary>
    public void Properties(string properties) => File.WriteAllText(Path.Combine(Folder, "Directory.Build.props"), $"""
        <Project>
          <PropertyGroup>
            <SchemaSyncProvider>Sqlite</SchemaSyncProvider>
            {properties}
          </PropertyGroup>
        </Project>
        """);

    public UserProject Add(string name, string file, string source, string properties = "")
    {
        var project = new UserProject(_feed, Path.Combine(Name, name), properties);
        File.Delete(project["Customer.cs"]);
        // What all share is in one place.
        project.Replace($"{name}.csproj", "<SchemaSyncProvider>Sqlite</SchemaSyncProvider>", "");
        project.Write(file, "using SchemaSync; " + source);
        Hold(project);
        return project;
    }

    /// <summary>Projects in folders of this one that the solution holds.</summary>
    public void Hold(params UserProject[] projects)
    {
        _projects.AddRange(projects);
        File.WriteAllText(Path.Combine(Folder, Name + ".slnx"),
            $"<Solution>{string.Concat(_projects.Select(p => $"<Project Path=\"{p.Name}/{p.Name}.csproj\" />"))}</Solution>");
    }

    /// <summary>A filter in a folder of its own, since a folder with two solutions needs one named.</summary>
    public void Filter(string name, params UserProject[] projects)
    {
        var filters = Directory.CreateDirectory(Path.Combine(Folder, "filters")).FullName;
        var paths = string.Join(", ", projects.Select(p => $"\"{p.Name}/{p.Name}.csproj\""));
        File.WriteAllText(Path.Combine(filters, name), $$"""{ "solution": { "path": "../{{Name}}.slnx", "projects": [{{paths}}] } }""");
    }

    public Run Dotnet(string verb, params string[] arguments) => Run.Dotnet(Folder, [verb, Name + ".slnx", .. arguments]);
}
