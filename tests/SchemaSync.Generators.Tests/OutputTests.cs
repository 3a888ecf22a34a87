using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Generators.Tests;

/// <summary>What the generated code does to the user's assembly.</summary>
public sealed class OutputTests
{
    private const string Old = """
        namespace Shop
        {
            [SchemaSync.Table("customers"), SchemaSync.Index("Name", Name = "customers")]
            public class Customer
            {
                [SchemaSync.PrimaryKey] public long Id { get; set; }
                public string Name { get; set; }
                public int Table { get; set; }
                public int Customers { get; set; }
                public int @class { get; set; }
                [SchemaSync.Ignore] public int Manifest { get; set; }
            }
            [SchemaSync.Table("schema")] public class S { [SchemaSync.PrimaryKey] public long Id { get; set; } }
            [SchemaSync.Table("2 words")] public class W { [SchemaSync.PrimaryKey] public long Id { get; set; } }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.Latest)]
    public void The_generated_code_compiles_under_old_languages_without_nullable(LanguageVersion version)
    {
        var generated = Generated.From(Project.Of(Old) with { LanguageVersion = version, Nullable = false });
        Assert.Empty(generated.Output.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.Id.StartsWith("CS8981", StringComparison.Ordinal)));
    }

    /// <summary>As the library has it.</summary>
    private const string Library = """
        namespace SchemaSync.Engine
        {
            public class SchemaTarget
            {
                public static SchemaTarget From(System.Reflection.Assembly assembly, string provider = null) { return new SchemaTarget(); }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, false)]
    [InlineData(LanguageVersion.Latest, true)]
    public void The_target_is_there_where_the_library_is(LanguageVersion version, bool nullable)
    {
        var project = Project.Of(Old) with { LanguageVersion = version, Nullable = nullable };
        Assert.DoesNotContain("SchemaTarget", Generated.From(project).Names, StringComparison.Ordinal);
        var library = Project.Of(Library) with { AssemblyName = "SchemaSync.Engine" };
        foreach (var names in new[] { "Internal", "Public" })
        {
            var generated = Generated.From(project.Refer(library) with { NamesAre = names, NamesClass = "Db.class" });
            var target = Assert.IsType<IPropertySymbol>(
                Assert.Single(generated.Output.GetTypeByMetadataName("Db.class")!.GetMembers("Target")), exactMatch: false);
            Assert.Equal("SchemaSync.Engine.SchemaTarget", target.Type.ToDisplayString());
            Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        }

        // One that a project cannot use, or that is another thing.
        foreach (var text in new[] { Library.Replace("public class", "internal class"), Library.Replace("From", "Of") })
        {
            var other = library with { Files = library.Files.SetItem("Model.cs", text) };
            Assert.DoesNotContain("SchemaTarget", Generated.From(project.Refer(other)).Names, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("target", "Target_")]
    [InlineData("targets", "Targets")]
    public void A_table_is_called_the_same_with_and_without_the_library(string table, string expected)
    {
        var project = Project.Of($"[Table(\"{table}\")] public class T {{ [PrimaryKey] public int Id {{ get; set; }} }}");
        foreach (var tried in new[] { project, project.Refer(Project.Of(Library) with { AssemblyName = "SchemaSync.Engine" }) })
        {
            var generated = Generated.From(tried);
            Assert.NotNull(generated.Output.GetTypeByMetadataName($"Shop.Schema+{expected}"));
            Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        }
    }

    [Fact]
    public void Names_never_collide() =>
        Golden.Verify(Generated.From(Project.Of(Old) with { LanguageVersion = LanguageVersion.CSharp8, Nullable = false }).Names);

    [Fact]
    public void A_type_called_Schema_is_left_alone()
    {
        var generated =
            Generated.From("namespace Shop; public class Schema; [Table] public class T { [PrimaryKey] public int Id { get; set; } }");
        Assert.Contains("class SchemaNames", generated.Names, StringComparison.Ordinal);
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("namespace Shop.Schema { public class Other; }", "SchemaNames")]
    [InlineData("namespace Shop.Schema.Inner { public class Other; } namespace Shop { public class SchemaNames; }", "DeclaredSchema")]
    [InlineData("namespace Shop.Schemas { public class Schema; }", "Schema")]
    [InlineData("namespace Schema { public class Other; }", "Schema")]
    public void A_namespace_called_Schema_is_left_alone(string source, string expected)
    {
        var generated = Generated.From(source + " namespace Shop { [Table] public class T { [PrimaryKey] public int Id { get; set; } } }");
        Assert.Contains($"class {expected}\n", generated.Names, StringComparison.Ordinal);
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("Names", "Shop.Names")]
    [InlineData("Db.Names", "Db.Names")]
    [InlineData("Db.class", "Db.class")]
    public void The_names_are_in_the_class_that_the_project_says(string given, string expected)
    {
        var generated = Generated.From(Project.Of("[Table] public class T { [PrimaryKey] public int Id { get; set; } }") with
        {
            NamesClass = given,
        });
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS8981"));
        Assert.NotNull(generated.Output.GetTypeByMetadataName(expected + "+Ts") ?? generated.Output.GetTypeByMetadataName(expected + "+T"));
    }

    [Fact]
    public void A_project_may_want_no_names()
    {
        var generated = Generated.From(Project.Of("[Table] public class T { [PrimaryKey] public int Id { get; set; } }") with
        {
            NamesAre = "None",
        });
        Assert.DoesNotContain(generated.Result.GeneratedTrees, t => t.FilePath.Contains("Names", StringComparison.Ordinal));
        Assert.NotNull(generated.Model);
    }

    [Fact]
    public async Task Two_classes_with_one_table_are_told_and_what_is_generated_compiles()
    {
        // So many that they are in different parts of what is generated.
        var others = string.Concat(Enumerable.Range(0, 80)
            .Select(i => $"[Table] public class T{i} {{ [PrimaryKey] public int Id {{ get; set; }} }}"));
        var project = Project.Of("[Table(\"t\")] public class A { [PrimaryKey] public int Id { get; set; } } [Table(\"t\")] public class B "
            + "{ [PrimaryKey] public int Id { get; set; } public int Only { get; set; } }" + others);
        var generated = Generated.From(project);
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal("SSY0106", Assert.Single(await Analyzed.Diagnostics(project)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("My.Shop")]
    [InlineData("2nd.my-shop.class")]
    public void Any_root_namespace_compiles(string root)
    {
        var generated =
            Generated.From(Project.Of("[Table] public class T { [PrimaryKey] public int Id { get; set; } }") with { RootNamespace = root });
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Names_that_are_public_are_constants_of_other_projects()
    {
        var stock = Project.Of(
            "[assembly: DefaultSchema(\"stock\")] namespace Stock; [Table(\"items\")] "
                + "public class Item { [PrimaryKey] public long Id { get; set; } }")
            with { AssemblyName = "Stock", RootNamespace = "Stock", Providers = "PostgreSql", NamesAre = "Public" };
        const string Source =
            "using T = Stock.Schema.Stock.Items; [assembly: View(\"v\", \"SELECT \" + T.Id + \" FROM \" + T.Schema + \".\" + T.Table)] "
                + "[Table] public class O { [PrimaryKey] public long Id { get; set; } }";
        var app = Project.Of(Source).Refer(stock) with { AssemblyName = "App", Providers = "PostgreSql" };
        Assert.Equal("SELECT id FROM stock.items", Assert.Single(Generated.From(app).Model.Objects.OfType<View>()).Definition.Text);
        Assert.Contains("public static partial class Schema\n", Generated.From(stock).Names, StringComparison.Ordinal);
        Assert.Contains("internal static partial class Schema\n",
            Generated.From(stock with { NamesAre = "Internal" }).Names, StringComparison.Ordinal);
        Assert.Contains(app.Refer(stock with { NamesAre = "" }).Compile().GetDiagnostics(), d => d.Id is "CS0122" or "CS0433");

        // Of one namespace, the other project's class stays what it is wherever it can be seen.
        var beside = Project.Of("[Table] public class O { [PrimaryKey] public long Id { get; set; } }") with
        {
            AssemblyName = "App",
            RootNamespace = "Stock",
        };
        Assert.Contains("class SchemaNames\n", Generated.From(beside.Refer(stock)).Names, StringComparison.Ordinal);
        Assert.Contains("class Schema\n", Generated.From(beside.Refer(stock with { NamesAre = "" })).Names, StringComparison.Ordinal);
    }

    [Fact]
    public void The_assembly_keeps_no_reference_to_our_attributes()
    {
        using var image = new MemoryStream();
        Assert.True(Generated.From("[Table] public class T { [PrimaryKey] public int Id { get; set; } }").Output.Emit(image).Success);
        using var reader = new PEReader(new MemoryStream(image.ToArray()));
        var metadata = reader.GetMetadataReader();
        Assert.DoesNotContain(metadata.AssemblyReferences,
            r => metadata.GetString(metadata.GetAssemblyReference(r).Name).StartsWith("SchemaSync", StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_is_there_at_run_time()
    {
        using var image = new MemoryStream();
        Assert.True(Generated.From("namespace Shop; [Table] public class T { [PrimaryKey] public int Id { get; set; } }").Output
            .Emit(image).Success);
        var schema = Assembly.Load(image.ToArray()).GetType("Shop.Schema")!;
        var text = (string)schema.GetProperty("Manifest")!.GetValue(null)!;
        Assert.Equal("t", Assert.Single(Assert.Single(Manifest.Read(text)).Objects).Name.Name.Value);
        Assert.Equal("id", schema.GetNestedType("T")!.GetField("Id")!.GetRawConstantValue());
    }

    [Fact]
    public void A_large_schema_comes_in_parts_that_read_as_one()
    {
        var project = Project.Of("");
        for (var i = 0; i < 200; i++)
            project = project.With($"T{i}.cs",
                $"namespace Shop; [Table] public class T{i} {{ [PrimaryKey] public int Id {{ get; set; }} "
                    + $"[ForeignKey(typeof(T{(i + 1) % 200})), Index] public int Next {{ get; set; }} }}");
        var generated = Generated.From(project);
        Assert.True(generated.Result.GeneratedTrees.Length > 6);
        Assert.Equal(200, generated.Model.Objects.Count);
        Assert.Equal(200, generated.Locations.Keys.Count(k => k.Kind == ObjectKind.Table));

        using var image = new MemoryStream();
        Assert.True(generated.Output.Emit(image).Success);
        var schema = Assembly.Load(image.ToArray()).GetType("Shop.Schema")!;
        Assert.Equal(200, Manifest.Read((string)schema.GetProperty("Manifest")!.GetValue(null)!)[0].Objects.Count);
        Assert.Equal(200, schema.GetNestedTypes().Length);
    }

    [Fact]
    public void Locations_point_at_the_property_or_the_attribute_relative_to_the_project()
    {
        var locations = Generated.From("""
            namespace Shop;

            [Table("t"), Index("A", Name = "ix")]
            public class T
            {
                [PrimaryKey] public int Id { get; set; }
                public int A { get; set; }
            }
            """).Locations;
        var table = new QualifiedName("t");
        Assert.Equal("Model.cs(4,14,4,15)", locations[ObjectId.Top(ObjectKind.Table, new("t"))].ToString());
        Assert.Equal("Model.cs(7,16,7,17)", locations[ObjectId.In(ObjectKind.Column, table, new("a"))].ToString());
        Assert.Equal("Model.cs(3,14,3,37)", locations[ObjectId.In(ObjectKind.Index, table, new("ix"))].ToString());
        Assert.Equal("Model.cs(6,29,6,31)", locations[ObjectId.Of(table, new PrimaryKey())].ToString());
    }

    [Theory]
    [InlineData("/home/dev/shop/Model/A.cs", "Model/A.cs")]
    [InlineData("/home/dev/shared/A.cs", "../shared/A.cs")]
    [InlineData("/tmp/A.cs", "/tmp/A.cs")]
    [InlineData("A.cs", "A.cs")]
    public void Paths_are_relative_where_the_file_is_near(string path, string expected) =>
        Assert.Equal(expected, SourcePaths.Relative(path, "/home/dev/shop/"));

    [Fact]
    public void Windows_paths_are_understood() =>
        Assert.Equal("Model/A.cs", SourcePaths.Relative(@"C:\dev\shop\Model\A.cs", @"C:\dev\shop\"));
}
