namespace SchemaSync.Recipes;

/// <summary>A kind made outside is a kind like those of SchemaSync: in files, in comparisons and in hashes.</summary>
public sealed class KindRecipeTests
{
    private static readonly Box Shoes = new()
    {
        Name = new("shoes"),
        Label = "Size 43",
        Content = new("two  of them", "two of them"),
        Comment = "Heavy",
        Uses = [new("socks")],
    };

    [Fact]
    public void It_survives_a_file()
    {
        var inSchema = new Box { Name = new(new("attic"), new("old things")) };
        var read = SnapshotFile.Read(SnapshotFile.Write(Of(Shoes, inSchema)), "boxes.json");
        Assert.Equal([Shoes, inSchema], read.Objects);
        Assert.Equal(Shoes.Content!.Canonical, Assert.IsType<Box>(read.Objects[0]).Content!.Canonical);
        Assert.Equal(Of(Shoes, inSchema).Fingerprint, read.Fingerprint);
    }

    [Fact]
    public void A_facet_of_a_file_that_it_does_not_know_is_refused()
    {
        var text = SnapshotFile.Write(Of(Shoes)).Replace("\"label\"", "\"colour\"", StringComparison.Ordinal);
        Assert.Throws<SchemaSyncException>(() => SnapshotFile.Read(text, "boxes.json"));
    }

    [Fact]
    public void Its_differences_are_found()
    {
        var after = new[] { Shoes with { Label = "Size 44" }, new Box { Name = new("hats") } };
        var diff = Differ.Compare(Of(Shoes, new Box { Name = new("coats") }), Of(after), new ShelfDialect());
        Assert.Equal(["add box hats", "alter box shoes", "drop box coats"],
            diff.Changes.Select(c => c.ToString()).Order(StringComparer.Ordinal));
        Assert.True(Differ.Compare(Of(after), Of(after), new ShelfDialect()).IsEmpty);
    }

    [Fact]
    public void What_is_compared_is_hashed_and_nothing_else()
    {
        Assert.NotEqual(Of(Shoes).Fingerprint, Of(Shoes with { Label = "Size 44" }).Fingerprint);
        Assert.NotEqual(Of(Shoes).Fingerprint, Of(Shoes with { Content = new("one of them") }).Fingerprint);
        Assert.Equal(Of(Shoes).Fingerprint, Of(Shoes with { Content = new("two\nof them", "two of them"), Uses = [] }).Fingerprint);
    }

    [Fact]
    public void It_is_told_from_other_kinds_of_one_name()
    {
        Assert.Equal("box shoes", ObjectId.Of(Shoes).ToString());
        Assert.NotEqual(ObjectId.Top(ObjectKind.Table, Shoes.Name), ObjectId.Of(Shoes));
        Assert.Contains(Box.BoxKind, ObjectKind.Listed);
    }

    [Theory]
    [InlineData("table", "tables")]
    [InlineData("crate", "tables")]
    [InlineData("box", "cartons")]
    public void A_name_that_another_kind_has_is_refused(string name, string plural) =>
        Assert.Throws<ArgumentException>(() => ObjectKind.Define(name, plural, _ => new Box()));

    [Fact]
    public void A_kind_that_a_server_showed_before_can_still_be_defined()
    {
        var shown = ObjectKind.Of("hamper");
        var defined = ObjectKind.Define("hamper", "hampers", _ => new Box());
        Assert.Equal(shown, defined);
        Assert.Contains(defined, ObjectKind.Listed);
        Assert.Same(defined, ObjectKind.Of("hamper"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_database_that_lacks_it_refuses_it(string provider)
    {
        var dialect = Cli.CommandLineTool.KnownDatabases.First(d => d.Provider == provider).OfflineDialect;
        var form = dialect.ServerForm;
        var empty = new Snapshot { Form = form };
        var refused = Assert.Throws<SchemaSyncException>(() =>
            dialect.Plan(Differ.Compare(empty, empty.With([new Box { Name = new("shoes") }]), dialect)));
        Assert.Contains("SSY0202", refused.Diagnostics.Select(d => d.Entry.Code));
    }

    public static TheoryData<string> Databases => [.. Cli.CommandLineTool.KnownDatabases.Select(d => d.Provider)];

    private static Snapshot Of(params TopLevelObject[] objects) =>
        new() { Form = new(ShelfDialect.Name, IsServer: true), Objects = [.. objects] };
}
