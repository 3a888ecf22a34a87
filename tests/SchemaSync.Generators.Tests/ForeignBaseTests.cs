namespace SchemaSync.Generators.Tests;

/// <summary>Tables whose columns come from base classes of other projects, which are files or compilations.</summary>
public sealed class ForeignBaseTests
{
    private const string Root = """
        namespace Base;
        [EnumType("mood")] public enum Mood { Good, Bad }
        public abstract class Root<TKey>
        {
            [PrimaryKey, Identity] public TKey Id { get; set; } = default!;
            [Column("made"), DefaultSql("now()", Provider = Provider.PostgreSql), DefaultSql("CURRENT_TIMESTAMP")] public DateTimeOffset Created { get; }
            [MaxLength(20)] public virtual string? Tag { get; set; }
            [Ignore] public string? Cached { get; set; }
            [Default(Mood.Bad)] public Mood Mood { get; set; }
        }
        public abstract class Plain { public int Version { get; } }
        """;

    private const string Entity = """
        namespace Middle;
        [Table("owners")] public class Owner { [PrimaryKey] public long Id { get; set; } }
        [Index("Tag", Name = "ix_tag", Options = ["fillfactor=70"]), Check("note <> ''", Name = "noted")]
        public abstract partial class Entity : Base.Root<long>
        {
            [MaxLength(9), System.ComponentModel.DataAnnotations.Schema.Column(Order = 7)] public override string? Tag { get; set; }
            [ForeignKey(typeof(Owner)), Index] public long OwnerId { get; set; }
        }
        public abstract partial class Entity { [Comment("free")] public required string Note { get; set; } }
        """;

    private const string Table = "[Table(\"t\")] public class T : Middle.Entity { public int Own { get; set; } }";

    private static readonly Project Base = Project.Of(Root) with { AssemblyName = "Base", Providers = "" };
    private static readonly Project Middle = Project.Of(Entity).Refer(Base) with { AssemblyName = "Middle", Providers = "" };
    private static readonly Project App = Project.Of(Table).Refer(Base, Middle) with { AssemblyName = "App", Providers = "PostgreSql" };

    [Fact]
    public async Task A_table_is_what_it_would_be_in_one_project()
    {
        var one = Project.Of(Table).With("Root.cs", Root).With("Entity.cs", Entity) with { Providers = "PostgreSql" };
        Assert.Empty(await Analyzed.Diagnostics(App));
        Assert.Equal(Generated.From(one).Table("t"), Generated.From(App).Table("t"));
        Assert.Equal("made,mood,owner_id,note,own",
            string.Join(",", Generated.From(App).Table("t").Columns.Select(c => c.Name.Value).Where(c => c is not ("id" or "tag"))));

        // The columns are this table's own, whatever the schema is composed of, and in an editor too.
        Assert.Equal(["SSY0101"], (await Analyzed.Diagnostics(App with { Compose = "None" })).Select(d => d.Id));
        var edited = App with
        {
            MoreReferences = [Generated.From(Base).Output.ToMetadataReference(), Generated.From(Middle).Output.ToMetadataReference()],
        };
        Assert.Equal(Generated.From(one).Table("t"), Generated.From(edited).Table("t"));
    }

    [Fact]
    public void Its_places_are_those_of_its_class()
    {
        var locations = Generated.From(App).Locations;
        var here = locations[ObjectId.Top(ObjectKind.Table, new("t"))];
        Assert.Equal(here, locations[ObjectId.In(ObjectKind.Column, new("t"), new("owner_id"))]);
        Assert.NotEqual(here, locations[ObjectId.In(ObjectKind.Column, new("t"), new("own"))]);
    }

    [Fact]
    public async Task What_is_wrong_in_a_base_stands_at_the_class_and_a_base_that_says_nothing_is_no_mistake()
    {
        var wrong = Project.Of(
            "public abstract class Wrong { [PrimaryKey] public long Id { get; set; } [MaxLength(0)] public string? A { get; set; } }") with
        {
            AssemblyName = "Wrong",
        };
        await Analyzed.Verify("[Table] public class {|SSY0010:T|} : Wrong { }", more: p => p.Refer(wrong));
        await Analyzed.Verify("[Table, PrimaryKey(\"Version\")] public class T : Base.Plain { }", more: p => p.Refer(Base));
        var app = Project.Of("[Table, PrimaryKey(\"Version\")] public class T : Base.Plain { }").Refer(Base);
        Assert.Equal("version", Assert.Single(Generated.From(app).Table("t").Columns).Name.Value);
    }

    [Fact]
    public void What_is_written_is_read_back_and_stays_as_it_is()
    {
        // Of both projects, since neither has all: attributes of classes and properties, ours and
        // standard ones, for some providers, with constants of every kind.
        var text = Manifest.Join([Generated.From(Base).Metadata(BasesFormat.Key)!, Generated.From(Middle).Metadata(BasesFormat.Key)!]);
        var json = new JsonWriter(indented: true);
        json.Value(null, JsonReader.Parse(text));
        var file = Path.Combine(Folder(), "../data/formats/bases/v1/everything.json");
        if (Environment.GetEnvironmentVariable("SCHEMASYNC_ACCEPT") == "1") File.WriteAllText(file, json + "\n");
        Assert.Equal(File.ReadAllText(file), json + "\n");
        var again = new JsonWriter(indented: false);
        BasesFormat.Write(again, BasesFormat.Read(text));
        Assert.Equal(BasesFormat.Read(text), BasesFormat.Read(again.ToString()));
        Assert.Equal(["Base.Plain", "Base.Root`1", "Middle.Entity"], BasesFormat.Read(text).Select(b => b.FullName));
    }

    [Fact]
    public void Another_body_in_the_project_of_a_base_changes_nothing()
    {
        const string Other = "public class Other { public int M() => 1; }\n";
        var before = Middle.With("Other.cs", Other).Built();
        var after = Middle.With("Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal))
            .With("Model.cs", "\n\n" + Entity).Built();
        var app = Project.Of(Table).Refer(Base) with { AssemblyName = "App" };
        var compilation = app.Compile().AddReferences(before);
        var result = app.Driver().RunGenerators(compilation)
            .RunGenerators(compilation.ReplaceReference(before, after)).GetRunResult().Results[0];
        Assert.Contains("owner_id", result.GeneratedSources.Single(s => s.HintName == "SchemaSync.Manifest.g.cs").SourceText.ToString(),
            StringComparison.Ordinal);
        Assert.All([Steps.Foreign, Steps.Resolved, Steps.Tables, Steps.BaseList], step => Assert.DoesNotContain(
            result.TrackedSteps[step].SelectMany(s => s.Outputs),
            o => o.Reason is Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified
                or Microsoft.CodeAnalysis.IncrementalStepRunReason.New));
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
