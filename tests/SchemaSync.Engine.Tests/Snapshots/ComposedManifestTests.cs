namespace SchemaSync.Engine.Tests;

/// <summary>A target whose schema is composed of several assemblies: found, put together, and told where it does not fit.</summary>
public sealed class ComposedManifestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Parts_beside_the_target_belong_to_it_and_keep_their_places()
    {
        Built("Sales", Table("customers"));
        var app = Built("App", Table("orders"), ["Sales"]);
        var target = ManifestReader.Read(app, "sqlite");
        Assert.Equal(["orders", "customers"], target.Model!.Objects.Select(o => o.Name.Name.Value));
        Assert.Equal(new SourceLocation("customers.cs", 3, 5, 3, 9) { Assembly = "Sales" },
            target.Locations[ObjectId.Top(ObjectKind.Table, new("customers"))]);
        Assert.Null(target.Locations[ObjectId.Top(ObjectKind.Table, new("orders"))].Assembly);

        var placed = ManifestReader.Read(app, "Sqlite", new([], new Dictionary<string, string> { ["Sales"] = "/repo/sales" }));
        Assert.Equal(Path.GetFullPath("/repo/sales/customers.cs"), placed.Locations[ObjectId.Top(ObjectKind.Table, new("customers"))].File);
    }

    [Fact]
    public void A_target_may_have_parts_and_nothing_of_its_own()
    {
        Built("Sales", Table("customers"));
        Assert.Equal("customers", Assert.Single(ManifestReader.Read(Built("App", null, ["Sales"]), ProviderNames.Sqlite).Model!.Objects)
            .Name.Name.Value);
    }

    [Fact]
    public void Parts_are_found_among_the_references_before_the_folder_of_the_target()
    {
        Built("Sales", Table("old"));
        var app = Built("App", null, ["Sales"]);
        var other = Built("Sales", Table("customers"), folder: "packages");
        foreach (var reference in new[] { other, Path.GetDirectoryName(other)! })
            Assert.Equal("customers", Assert.Single(ManifestReader.Read(app, ProviderNames.Sqlite, Sources(reference)).Model!.Objects)
                .Name.Name.Value);
    }

    [Fact]
    public void A_part_that_is_not_there_is_refused() =>
        Refused("SSY0915", "App.dll is composed with Sales, which is not there", Built("App", Table("orders"), ["Sales"]));

    [Fact]
    public void One_part_from_two_places_is_refused_unless_both_are_the_same()
    {
        var (first, second) = (Built("Sales", Table("customers"), folder: "a"), Built("Sales", Table("customers"), folder: "b"));
        var app = Built("App", Table("orders"), ["Sales"]);
        Assert.Equal(2, ManifestReader.Read(app, ProviderNames.Sqlite, Sources(first, second)).Model!.Objects.Count);
        second = Built("Sales", Table("people"), folder: "b");
        Refused("SSY0914", $"Sales is referred to as {first} and as {second}, which declare different schemas", app, first, second);
    }

    [Fact]
    public void A_name_of_two_parts_is_told_at_both_places()
    {
        Built("Sales", Table("customers"));
        Built("Crm", new View { Name = new("Customers"), Definition = new("SELECT 1 AS a") });
        var found = Refused("SSY0130", "table customers in Sales has the name of view Customers (Customers.cs, line 3) in Crm",
            Built("App", null, ["Crm", "Sales"]));
        Assert.Equal(["Crm: Customers.cs", "Sales: customers.cs"], found.Select(d => $"{d.Location!.Assembly}: {d.Location.File}")
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_extension_that_several_need_alike_is_there_once()
    {
        Extension Citext(string? version) => new() { Name = new("citext"), Version = version };
        Built("Sales", Citext(null), provider: ProviderNames.PostgreSql);
        Built("Crm", Citext(null), provider: ProviderNames.PostgreSql);
        var app = Built("App", null, ["Crm", "Sales"], ProviderNames.PostgreSql);
        Assert.Single(ManifestReader.Read(app, ProviderNames.PostgreSql).Model!.Objects);
        Built("Crm", Citext("1.6"), provider: ProviderNames.PostgreSql);
        Assert.Equal(["SSY0130", "SSY0130"], Assert.Throws<SchemaSyncException>(() => ManifestReader.Read(app, ProviderNames.PostgreSql))
            .Diagnostics.Select(d => d.Entry.Code));
    }

    [Fact]
    public void A_part_for_another_provider_is_told_at_the_owner_and_at_the_part()
    {
        Built("Sales", Table("customers"), provider: ProviderNames.MySql);
        var found = Refused("SSY0131", "Sales declares its schema for MySql only, and App composes it for Sqlite",
            Built("App", Table("orders"), ["Sales"]));
        Assert.Equal([null, "Sales"], found.Select(d => d.Location?.Assembly));
    }

    [Theory]
    [InlineData("customers", "id", null)]
    [InlineData("people", "id", "table people")]
    [InlineData("customers", "number", "column customers.number")]
    public void A_reference_of_a_part_that_leads_out_of_the_whole_is_refused(string table, string column, string? missing)
    {
        Built("Core", Table("customers"));
        Built("Sales", new Table { Name = new("orders"), Columns = [Sample.Column("id")],
            ForeignKeys = [new() { Columns = [new("id")], ReferencedTable = new(table), ReferencedColumns = [new(column)] }] }, ["Core"]);
        var app = Built("App", null, ["Core", "Sales"]);
        if (missing is null) Assert.Equal(2, ManifestReader.Read(app, ProviderNames.Sqlite).Model!.Objects.Count);
        else Assert.All(Refused("SSY0919", $"in Sales refers to {missing}, which no composed project declares", app), d =>
            Assert.Equal("Sales", d.Location?.Assembly));
    }

    [Fact]
    public void A_column_whose_type_was_left_out_is_refused()
    {
        var column = Sample.Column("rank") with { Type = new() { Logical = LogicalType.UserDefined, TypeName = new("rank") } };
        Built("Sales", new Table { Name = new("orders"), Columns = [column] }, ["Core"], ProviderNames.PostgreSql);
        var found = Assert.Throws<SchemaSyncException>(() =>
            ManifestReader.Read(Built("App", null, ["Sales"], ProviderNames.PostgreSql), ProviderNames.PostgreSql)).Diagnostics.Single();
        Assert.Equal(
            "SSY0919: column orders.rank in Sales refers to type rank, which no composed project declares; refer to the project that "
                + "does, in the version that Sales was built with, and do not leave it out", found.ToString());
    }

    [Theory]
    [InlineData(IntentKind.Dropped, "SSY0113", "[Dropped] names table customers (in App), which is still declared", "Sales")]
    [InlineData(IntentKind.RenamedFrom, "SSY0112",
        "table people in App is declared as renamed from customers, but customers is still declared", null)]
    public void A_drop_or_rename_of_what_another_part_declares_is_refused(IntentKind kind, string code, string reason, string? place)
    {
        Built("Sales", Table("customers"));
        var subject = ObjectId.Top(ObjectKind.Table, new(kind == IntentKind.Dropped ? "customers" : "people"));
        var app = Built("App", Table("people"), ["Sales"], intent: new(kind, subject, new("customers")));
        Assert.Equal(place, Assert.Single(Refused(code, reason, app)).Location?.Assembly);
    }

    [Fact]
    public void A_schema_that_goes_holds_nothing_of_another_part()
    {
        Built("Sales", Table("customers") with { Name = new(new("old"), new("customers")) }, [], ProviderNames.PostgreSql);
        var app = Built("App", Table("people"), ["Sales"], ProviderNames.PostgreSql,
            intent: new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, new("old")), new("old")));
        var found = Assert.Single(Assert.Throws<SchemaSyncException>(() =>
            ManifestReader.Read(app, ProviderNames.PostgreSql, Sources())).Diagnostics);
        Assert.Equal(("SSY0113", "Sales"), (found.Entry.Code, found.Location?.Assembly));
    }

    [Fact]
    public void What_two_parts_say_alike_about_a_schema_is_there_once()
    {
        var sales = new Schema { Name = new("sales"), Owner = "shop" };
        Built("Sales", sales, [], ProviderNames.PostgreSql);
        Assert.Equal([sales],
            ManifestReader.Read(Built("App", sales, ["Sales"], ProviderNames.PostgreSql),
                ProviderNames.PostgreSql, Sources()).Model!.Objects);
        var other = Built("App", sales with { Owner = "another" }, ["Sales"], ProviderNames.PostgreSql);
        var found = Assert.Throws<SchemaSyncException>(() => ManifestReader.Read(other, ProviderNames.PostgreSql, Sources())).Diagnostics;
        Assert.Equal(["SSY0130", "SSY0130"], found.Select(d => d.Entry.Code));
    }

    [Fact]
    public void A_part_that_a_newer_generator_wrote_is_refused_as_such()
    {
        Built("Sales", Table("customers"));
        var sales = AssemblyBuilding.Save(Path.Combine(_folder.FullName, "Sales.dll"),
            (Manifest.SnapshotKey, Manifest.Write([]).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        StoredFormatTests.Newer(() => ManifestReader.Read(Built("App", null, ["Sales"]), ProviderNames.Sqlite), sales);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Table Table(string name) => new() { Name = new(name), Columns = [Sample.Column("id")] };

    private static PartSources Sources(params string[] references) => new(references, new Dictionary<string, string>());

    private static IReadOnlyList<Diagnostic> Refused(string code, string reason, string path, params string[] references)
    {
        var found = Assert.Throws<SchemaSyncException>(() => ManifestReader.Read(path, ProviderNames.Sqlite, Sources(references)))
            .Diagnostics;
        Assert.All(found, d => Assert.Equal(code, d.Entry.Code));
        Assert.Contains(found, d => d.Message.Contains(reason, StringComparison.Ordinal));
        return found;
    }

    private string Built(string name, TopLevelObject? declared, string[]? parts = null, string provider = ProviderNames.Sqlite,
        string folder = "", Intent? intent = null)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, folder)).FullName, name + ".dll");
        var metadata = new List<(string, string)>();
        if (declared is not null)
        {
            metadata.Add((Manifest.SnapshotKey,
                Manifest.Write([new() { Providers = [provider], Objects = [declared], Intents = intent is null ? [] : [intent] }])));
            metadata.Add((Manifest.LocationsKey,
                Manifest.WriteLocations([new(ObjectId.Of(declared), new($"{declared.LocalName}.cs", 3, 5, 3, 9))])));
        }

        if (parts is not null) metadata.Add((PartList.Key, PartList.Write(parts.Select(p => new PartReference(p, [provider])))));
        return AssemblyBuilding.Save(path, [.. metadata]);
    }
}
