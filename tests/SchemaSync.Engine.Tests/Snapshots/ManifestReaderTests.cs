namespace SchemaSync.Engine.Tests;

/// <summary>The declaration is read from metadata alone, and its absence is SSY0209 with the reason.</summary>
public sealed class ManifestReaderTests
{
    private static readonly SchemaModel Model = new() { Providers = [ProviderNames.Sqlite], Objects = [Sample.Customers()] };

    [Fact]
    public void A_model_and_its_places_are_read()
    {
        var place = new SourceLocation("Customer.cs", 3, 5, 3, 9);
        var path = ObjectId.Of(Sample.Customers());
        var assembly = Assembly((Manifest.SnapshotKey, Manifest.Write([Model])),
            (Manifest.LocationsKey, Manifest.WriteLocations([new(path, place)])), ("Other", "x"));
        var target = ManifestReader.Read(assembly, "sqlite");
        Assert.Equal(Model.Objects, target.Model!.Objects);
        Assert.Equal(place, target.Locations[path]);
    }

    [Fact]
    public void Parts_of_a_large_schema_are_joined()
    {
        var second = Model with { Objects = [new Table { Name = new("orders"), Columns = [Sample.Column("n")] }] };
        var assembly = Assembly((Manifest.SnapshotKey, Manifest.Write([Model])), (Manifest.SnapshotKey, Manifest.Write([second])));
        Assert.Equal(2, ManifestReader.Read(assembly, ProviderNames.Sqlite).Model!.Objects.Count);
    }

    [Fact]
    public void A_missing_file_is_refused() => Refused("/nowhere/app.dll", "no such file");

    [Fact]
    public void A_text_file_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "not an assembly");
        Refused(path, "no .NET assembly");
    }

    [Fact]
    public void An_assembly_without_a_manifest_is_refused() => Refused(Assembly(), "without the generator");

    [Fact]
    public void Another_provider_is_refused() =>
        Refused(Assembly((Manifest.SnapshotKey, Manifest.Write([Model with { Providers = [ProviderNames.MySql] }]))),
            "nothing for Sqlite, only for MySql");

    [Fact]
    public void A_damaged_manifest_is_refused() => Refused(
        Assembly((Manifest.SnapshotKey, "{\"format\":\"schemasync-manifest\",\"version\":1,\"models\":[{\"holograms\":[]}]}")),
        "damaged (member 'holograms'");

    [Fact]
    public void A_manifest_without_a_format_is_refused() =>
        Refused(Assembly((Manifest.SnapshotKey, "{\"models\":[]}")), "damaged (member 'format' is missing)");

    [Theory]
    [InlineData(Manifest.SnapshotKey)]
    [InlineData(Manifest.LocationsKey)]
    public void A_part_that_a_newer_generator_wrote_is_refused_as_such(string key)
    {
        var text = key == Manifest.SnapshotKey ? Manifest.Write([Model]) : Manifest.WriteLocations([]);
        var assembly = Assembly((Manifest.SnapshotKey, Manifest.Write([Model])),
            (key, text.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        StoredFormatTests.Newer(() => ManifestReader.Read(assembly, ProviderNames.Sqlite), assembly);
    }

    private static string Assembly(params (string Key, string Value)[] metadata) =>
        AssemblyBuilding.Save(Path.Combine(Directory.CreateTempSubdirectory().FullName, "App.dll"), metadata);

    private static void Refused(string path, string reason)
    {
        var diagnostic = Assert.Throws<SchemaSyncException>(() => ManifestReader.Read(path, ProviderNames.Sqlite)).Diagnostics.Single();
        Assert.Equal("SSY0209", diagnostic.Entry.Code);
        Assert.Contains(reason, diagnostic.Message, StringComparison.Ordinal);
    }
}
