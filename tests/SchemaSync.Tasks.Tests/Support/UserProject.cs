namespace SchemaSync.Tasks.Tests;

/// <summary>A project as a user writes it, in a folder of its own.</summary>
internal sealed class UserProject
{
    private readonly Feed _feed;

    private UserProject(Feed feed, string name)
    {
        _feed = feed;
        Name = Path.GetFileName(name);
        Folder = Path.Combine(feed.Folder, name);
        Directory.CreateDirectory(Folder);
    }

    public UserProject(Feed feed, string name, string properties = "", string frameworks = "<TargetFramework>net10.0</TargetFramework>")
        : this(feed, name)
    {
        Write($"{Name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {frameworks}
                <OutputType>Library</OutputType>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <SchemaSyncProvider>Sqlite</SchemaSyncProvider>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SchemaSync.Build" Version="[{feed.Version}]" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        Write("Customer.cs", """
            using SchemaSync;

            namespace Shop;

            [Table("customers")]
            public sealed class Customer
            {
                [PrimaryKey, Identity] public long Id { get; set; }
                public string Email { get; set; } = "";
                public string? Phone { get; set; }
            }
            """);
    }

    /// <summary>The tracked files of a sample, as a project with the package of this run.</summary>
    public static UserProject Sample(Feed feed, string name, string? folder = null)
    {
        var project = new UserProject(feed, folder ?? name);
        var source = Path.Combine(Repository.Root, "samples", name);
        foreach (var file in Run.Program("git", source, ["ls-files", "--cached", "--others", "--exclude-standard"]).Succeeded().Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(project[file])!);
            project.Write(file,
                File.ReadAllText(Path.Combine(source, file))
                    .Replace("$(SchemaSyncVersion)", $"[{feed.Version}]", StringComparison.Ordinal));
        }

        return project;
    }

    public string Name { get; }

    public string Folder { get; }

    public string this[string path] => Path.Combine(Folder, path);

    public string Read(string path) => File.ReadAllText(this[path]);

    public void Replace(string path, string text, string by)
    {
        Assert.Contains(text, Read(path), StringComparison.Ordinal);
        Write(path, Read(path).Replace(text, by, StringComparison.Ordinal));
    }

    /// <summary>Adds references to projects beside this one.</summary>
    public UserProject Refer(params UserProject[] others)
    {
        var references = string.Concat(others.Select(o => $"<ProjectReference Include=\"{o[o.Name + ".csproj"]}\" />"));
        Replace($"{Name}.csproj", "</ItemGroup>", references + "</ItemGroup>");
        return this;
    }

    public void Write(string path, string text) => File.WriteAllText(this[path], text);

    public void Touch(string path) => File.SetLastWriteTimeUtc(this[path], DateTime.UtcNow.AddSeconds(1));

    public Run Build(params string[] arguments) => Dotnet(["build", .. arguments]);

    public Run Publish(params string[] arguments) => Dotnet(["publish", .. arguments]);

    public Run Dotnet(string[] arguments, params (string Name, string Value)[] environment) => Run.Dotnet(Folder, arguments, environment);

    /// <summary>A command line that notes how it was called, says <paramref name="output"/> and
    /// ends; the property that puts it in place of the packed one.</summary>
    public FakeCli Fake(string output = "", int exitCode = 0) =>
        new(_feed.Folder, Path.GetRelativePath(_feed.Folder, Folder).Replace(Path.DirectorySeparatorChar, '-'), output, exitCode);
}

/// <summary>Stands for the packed command line where a test is about the targets alone.</summary>
internal sealed class FakeCli
{
    private readonly string _folder;

    public FakeCli(string parent, string name, string output, int exitCode)
    {
        _folder = Path.Combine(parent, "cli-" + name);
        var program = Path.Combine(_folder,
            System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier is { } rid
                && rid.Contains("musl", StringComparison.Ordinal) ? rid : Portable(), "schemasync");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, $"""
            #!/bin/sh
            echo "$@" >> "{Log}"
            cat "{Path.Combine(_folder, "output")}"
            exit $(cat "{Path.Combine(_folder, "exit")}")
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Says(output, exitCode);
    }

    public string Property => $"-p:_SchemaSyncCli={_folder}";

    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    private string Log => Path.Combine(_folder, "calls");

    public void Says(string output, int exitCode)
    {
        File.WriteAllText(Path.Combine(_folder, "output"), output.Length > 0 ? output + "\n" : "");
        File.WriteAllText(Path.Combine(_folder, "exit"), exitCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Portable() =>
        $"{(OperatingSystem.IsMacOS() ? "osx" : "linux")}-"
            + $"{System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
}
