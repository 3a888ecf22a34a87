namespace SchemaSync.Benchmarks;

/// <summary>A class library of a user with our package, with its targets or without them, that the SDK of this machine builds.</summary>
internal sealed class SampleLibrary
{
    // Nothing that this machine or its user has set may decide what a build does.
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CI"] = "false", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1", ["SCHEMASYNC_CONNECTION"] = "",
    };

    private SampleLibrary(string folder) => Folder = folder;

    public string Folder { get; }

    public string Assembly => Path.Combine(Folder, "obj/Debug/net10.0/Shop.dll");

    /// <summary>Creates and builds it; with our targets, its database is brought to the declaration as well.</summary>
    public static SampleLibrary Create(TemporaryFolder root, string name, int tables, bool withTargets)
    {
        var library = Write(root, name, "Shop", tables, Project(withTargets));
        if (withTargets) library.Build("-t:SchemaSyncApply");
        library.Build();
        return library;
    }

    /// <summary>One of several projects, which is not built yet: it names no database, and its tables are its own.</summary>
    public static SampleLibrary CreatePart(TemporaryFolder root, string name, int tables, IEnumerable<string> references)
    {
        var project = Project(withTargets: true).Replace("<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>",
            "", StringComparison.Ordinal);
        var referred = string.Concat(references.Select(r => $"<ProjectReference Include=\"../{r}/{r}.csproj\" />"));
        return Write(root, name, name, tables, project.Replace("</ItemGroup>", referred + "</ItemGroup>", StringComparison.Ordinal));
    }

    private static SampleLibrary Write(TemporaryFolder root, string name, string space, int tables, string project)
    {
        Isolate(root);
        var library = new SampleLibrary(Directory.CreateDirectory(root.File(name)).FullName);
        File.WriteAllText(Path.Combine(library.Folder, space + ".csproj"), project);
        for (var i = 0; i < tables; i++) File.WriteAllText(Path.Combine(library.Folder, $"Order{i:000}.cs"), Class(i, space));
        return library;
    }

    /// <summary>Nothing above the folder is part of what is built there.</summary>
    public static void Isolate(TemporaryFolder root)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(root.File(file), "<Project />");
        File.WriteAllText(root.File("nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"local\" value=\"{Path.Combine(Repository.Root, "artifacts/packages")}"
                + "\" /></packageSources></configuration>");
    }

    /// <summary>Runs <c>dotnet build</c>, which must succeed.</summary>
    public Cost Build(params string[] more) => Processes.Run(Folder, Environment, "dotnet", ["build", "--nologo", "-v:quiet", .. more]);

    /// <summary>Runs any other command there.</summary>
    public Cost Run(string file, params string[] arguments) => Processes.Run(Folder, Environment, file, arguments);

    private static string Project(bool withTargets) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestorePackagesPath>../packages</RestorePackagesPath>
            <SchemaSyncProvider>Sqlite</SchemaSyncProvider>
            <SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SchemaSync.Build" Version="{PackageVersion()}" PrivateAssets="all" {(withTargets ? "" : "ExcludeAssets=\"build\"")} />
          </ItemGroup>
        </Project>
        """;

    public static string PackageVersion()
    {
        var file = Path.Combine(Repository.Root, "artifacts/packages/version.txt");
        return File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : throw new InvalidOperationException("there is no package to measure; run build/pack.sh first");
    }

    private static string Class(int number, string space) => $$"""
            using SchemaSync;

            namespace {{space}};

            [Table("{{(space == "Shop" ? "orders" : space.ToLowerInvariant())}}_{{number:000}}"), Index("CustomerName", "CreatedAt DESC")]
            public sealed class Order{{number:000}}
            {
                [PrimaryKey, Identity] public long Id { get; init; }
                [MaxLength(200), Unique] public required string Number { get; init; }
                [MaxLength(100)] public required string CustomerName { get; init; }
                [Default("CURRENT_TIMESTAMP")] public DateTime CreatedAt { get; init; }
                public DateTime? ShippedAt { get; init; }
                [Check("total >= 0")] public long Total { get; init; }
                public bool IsPaid { get; init; }
                public int Priority { get; init; }
                public string? Remark { get; init; }
                [ForeignKey(typeof(Order{{number / 10 * 10:000}})), Index] public long? ParentId { get; init; }
            }

            """;
}
