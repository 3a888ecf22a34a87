using System.Runtime.Loader;

namespace SchemaSync.Engine.Tests;

/// <summary>The declaration of an assembly that is loaded and has no file, as in programs of one file.</summary>
public sealed class LoadedManifestTests : IDisposable
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public LoadedManifestTests() => AssemblyLoadContext.Default.Resolving += Resolve;

    [Fact]
    public void A_declaration_is_read_from_an_assembly_without_a_file()
    {
        var app = Loaded("App", Model("orders"));
        Assert.Equal("", app.Location);
        var target = SchemaTarget.From(app);
        Assert.Equal("orders", Assert.Single(target.Objects).Name.Name.Value);
        Assert.Equal("orders.cs", Assert.Single(target.Locations).Value.File);
    }

    [Fact]
    public void Parts_are_loaded_and_composed()
    {
        var part = Part("Sales", Model("customers"));
        var target = SchemaTarget.From(Loaded("App", Model("orders"), part));
        Assert.Equal(["orders", "customers"], target.Objects.Select(o => o.Name.Name.Value));
        Assert.Equal([null, part], target.Locations.Values.OrderByDescending(l => l.File).Select(l => l.Assembly));
    }

    [Fact]
    public void A_part_that_the_program_does_not_hold_is_refused()
    {
        var found = Assert.Throws<SchemaSyncException>(() => SchemaTarget.From(Loaded("App", Model("orders"), "Nowhere")));
        Assert.Equal("SSY0620", found.Diagnostics[0].Entry.Code);
        Assert.Contains("<TrimmerRootAssembly Include=\"Nowhere\" />", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_a_declaration_is_refused() =>
        Refused("without the generator", () => SchemaTarget.From(typeof(object).Assembly));

    [Fact]
    public void One_of_several_declarations_is_named()
    {
        var app = Loaded("App", [.. Model("orders"), .. Model("bestellungen", ProviderNames.PostgreSql)]);
        Refused("it holds one for each of Sqlite, PostgreSql; say for which provider it is meant", () => SchemaTarget.From(app));
        Assert.Equal("bestellungen", Assert.Single(SchemaTarget.From(app, ProviderNames.PostgreSql).Objects).Name.Name.Value);
        Refused("it declares nothing for MySql", () => SchemaTarget.From(app, ProviderNames.MySql));
    }

    public void Dispose() => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static void Refused(string reason, Action read)
    {
        var found = Assert.Throws<SchemaSyncException>(read);
        Assert.Equal("SSY0209", found.Diagnostics[0].Entry.Code);
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
    }

    private static SchemaModel[] Model(string table, string provider = ProviderNames.Sqlite) =>
        [new() { Providers = [provider], Objects = [new Table { Name = new(table), Columns = [Sample.Column("n")] }] }];

    private string Part(string name, SchemaModel[] models)
    {
        name += _run;
        _parts.Add(name, Image(name, models));
        return name;
    }

    private System.Reflection.Assembly Loaded(string name, SchemaModel[] models, params string[] parts) =>
        AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(Image(name + _run + Guid.NewGuid().ToString("N")[..4], models, parts)));

    private static byte[] Image(string name, SchemaModel[] models, params string[] parts)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name + ".dll");
        var places = models.SelectMany(m => m.Objects).Select(o => KeyValuePair.Create(ObjectId.Of(o),
            new SourceLocation($"{o.Name.Name}.cs", 3, 5, 3, 9)));
        AssemblyBuilding.Save(path, (Manifest.SnapshotKey, Manifest.Write(models)),
            (Manifest.LocationsKey, Manifest.WriteLocations(places)),
            (PartList.Key, PartList.Write([.. parts.Select(p => new PartReference(p, [ProviderNames.Sqlite]))])));
        var image = File.ReadAllBytes(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return image;
    }

    private System.Reflection.Assembly? Resolve(AssemblyLoadContext context, System.Reflection.AssemblyName name) =>
        _parts.TryGetValue(name.Name!, out var image) ? context.LoadFromStream(new MemoryStream(image)) : null;
}
