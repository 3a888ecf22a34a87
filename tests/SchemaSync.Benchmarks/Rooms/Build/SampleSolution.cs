using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>A solution of projects that refer to each other and hold ordinary code, with a compiler's server of its own.</summary>
internal sealed class SampleSolution : IDisposable
{
    private const int Classes = 20;
    private readonly Dictionary<string, string> _environment;
    private readonly CompilerServer _server;
    private readonly string _folder;

    private SampleSolution(string folder, string temporary)
    {
        _folder = folder;
        _server = new(temporary);
        // Its own place for temporary files is what gives it a server of its own.
        _environment = new(SampleLibrary.Environment.ToDictionary(), StringComparer.Ordinal) { ["TMPDIR"] = temporary };
    }

    /// <summary>Creates and builds it.</summary>
    public static SampleSolution Create(TemporaryFolder root, string name, int projects, bool withPackage)
    {
        SampleLibrary.Isolate(root);
        var solution = new SampleSolution(Directory.CreateDirectory(root.File(name)).FullName,
            Directory.CreateDirectory(root.File("t" + name)).FullName);
        var names = Enumerable.Range(0, projects).Select(i => $"P{i:00}").ToList();
        for (var i = 0; i < projects; i++) solution.Write(names[i], i == 0 ? null : names[i / 2], withPackage);
        File.WriteAllText(Path.Combine(solution._folder, "All.slnx"),
            $"<Solution>{string.Concat(names.Select(n => $"<Project Path=\"{n}/{n}.csproj\" />"))}</Solution>");
        solution.Run("restore");
        solution.Build();
        return solution;
    }

    /// <summary>Runs <c>dotnet build</c> without a restore.</summary>
    public Cost Build(params string[] more) => Run("build", ["--no-restore", .. more]);

    public void Dispose() => _server.Dispose();

    private Cost Run(string verb, params string[] more)
    {
        var before = _server.Cpu;
        var cost = Processes.Run(_folder, _environment, "dotnet", [verb, "All.slnx", "--nologo", "-v:quiet", .. more]);
        return cost with { Cpu = cost.Cpu + _server.Cpu - before };
    }

    private void Write(string name, string? reference, bool withPackage)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var package = withPackage
            ? $"<PackageReference Include=\"SchemaSync.Build\" Version=\"{SampleLibrary.PackageVersion()}\" PrivateAssets=\"all\" />" : "";
        var other = reference is null ? "" : $"<ProjectReference Include=\"../{reference}/{reference}.csproj\" />";
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>../../packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{package}{other}</ItemGroup>
            </Project>
            """);
        for (var i = 0; i < Classes; i++)
            File.WriteAllText(Path.Combine(folder, $"Service{i:00}.cs"), Class(name, i.ToString("00", CultureInfo.InvariantCulture)));
    }

    private static string Class(string space, string number) => $$"""
        namespace {{space}};

        public sealed record Item{{number}}(int Number, string Name, decimal Price);

        public sealed class Service{{number}}
        {
            private readonly Dictionary<string, List<Item{{number}}>> _items = new(StringComparer.Ordinal);

            public int Count => _items.Values.Sum(i => i.Count);

            public void Add(Item{{number}} item)
            {
                if (!_items.TryGetValue(item.Name, out var list)) _items[item.Name] = list = [];
                list.Add(item);
            }

            public IEnumerable<Item{{number}}> Cheapest(int count) =>
                from list in _items.Values from item in list where item.Price > 0 orderby item.Price select item with { Number = count };

            public async Task<string> DescribeAsync(CancellationToken stop)
            {
                await Task.Yield();
                stop.ThrowIfCancellationRequested();
                return string.Join(", ", Cheapest(3).Select(i => $"{i.Number}: {i.Name}"));
            }
        }

        """;
}
