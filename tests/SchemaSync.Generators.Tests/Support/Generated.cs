using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>What the generator made of a project, in forms that tests read.</summary>
internal sealed class Generated
{
    private Generated(GeneratorDriverRunResult result, Compilation output)
    {
        Result = result;
        Output = output;
    }

    public GeneratorDriverRunResult Result { get; }

    public Compilation Output { get; }

    public static Generated From(Project project)
    {
        var driver = project.Driver(tracks: false).RunGeneratorsAndUpdateCompilation(project.Compile(), out var output, out _);
        var result = driver.GetRunResult();
        Assert.Empty(result.Diagnostics);
        Assert.Null(result.Results[0].Exception);
        return new(result, output);
    }

    public static Generated From(string source) => From(Project.Of(source));

    /// <summary>The models, read back from the compiled attribute.</summary>
    public EquatableArray<SchemaModel> Models =>
        Manifest.Read(Metadata(Manifest.SnapshotKey) ?? throw new InvalidOperationException("no manifest"));

    public SchemaModel Model => Assert.Single(Models);

    public IReadOnlyDictionary<ObjectId, SourceLocation> Locations =>
        Manifest.ReadLocations(Metadata(Manifest.LocationsKey) ?? throw new InvalidOperationException("no locations"));

    public string Names => Source("SchemaSync.Names.g.cs");

    public Table Table(string name) => Assert.Single(Model.Objects.OfType<Table>(), t => t.Name.Name.Value == name);

    /// <summary>The models as indented JSON.</summary>
    public string Json
    {
        get
        {
            var json = new JsonWriter(indented: true);
            json.Value(null, JsonReader.Parse(Metadata(Manifest.SnapshotKey)!));
            return json.ToString() + "\n";
        }
    }

    public string Source(string file) => Result.GeneratedTrees.Single(t => t.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();

    public string? Metadata(string key) => Output.Assembly.GetAttributes()
        .Where(a => a.AttributeClass?.Name == "AssemblyMetadataAttribute" && Equals(a.ConstructorArguments[0].Value, key))
        .Select(a => (string)a.ConstructorArguments[1].Value!).ToList() is { Count: > 0 } parts ? Manifest.Join(parts) : null;
}
