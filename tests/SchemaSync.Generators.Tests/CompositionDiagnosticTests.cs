using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>What does not fit together of a project and those that it refers to, at each place it concerns.</summary>
public sealed class CompositionDiagnosticTests
{
    private const string Customer = "[Table(\"customers\")] public class Customer { [PrimaryKey] public long Id { get; set; } }";

    private static readonly Project Sales = Project.Of(Customer) with { AssemblyName = "Sales" };

    [Fact]
    public async Task A_table_of_two_projects_is_told_at_both_places()
    {
        var found = await Analyzed.Diagnostics(
            App("[Table(\"Customers\")] public class Person { [PrimaryKey] public long Id { get; set; } }", Sales) with
        {
            ProjectFiles = "Other=/x/Other.csproj|Sales=/home/dev/sales/Sales.csproj",
        });
        Assert.Equal(["/home/dev/sales/Model.cs(1,35)", "/home/dev/shop/Model.cs(1,35)"], Places(found, "SSY0130"));
        Assert.Contains(found, d =>
            d.GetMessage(
                null) == "table Customers in App has the name of table customers (Model.cs, line 1) in Sales; give one of them another "
                    + "name, or leave a project out with [assembly: LeaveOut(\"Sales\")]");
        Assert.Contains(found, d => d.GetMessage(null)
            .StartsWith("table customers in Sales has the name of table Customers in App;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_references_clash_without_anything_of_this_project()
    {
        var crm = Project.Of("[assembly: View(\"customers\", \"SELECT 1 AS a\")]") with { AssemblyName = "Crm" };
        var found = await Analyzed.Diagnostics(App("public class Nothing;", Sales, crm)
            with { ProjectFiles = "Sales=/home/dev/sales/Sales.csproj" });
        // A package has no folder: its place is in words.
        Assert.Equal(["", "/home/dev/sales/Model.cs(1,35)"], Places(found, "SSY0130"));
        Assert.Contains(found, d => d.GetMessage(null)
            .StartsWith("table customers in Sales has the name of view customers (Model.cs, line 1) in Crm;", StringComparison.Ordinal));
        Assert.Empty(await Analyzed.Diagnostics(App("[assembly: LeaveOut(\"Crm\")]", Sales, crm)));
    }

    [Fact]
    public async Task Two_projects_may_use_one_name_in_two_schemas_and_not_in_one()
    {
        static Project Part(string name, string schema) => Project.Of($$"""
            [Table("customers", Schema = "{{schema}}"), Index(nameof(A), Name = "ix")]
            public class Customer { [PrimaryKey] public long Id { get; set; } public int A { get; set; } }
            """) with { AssemblyName = name, Providers = "PostgreSql" };
        var app = Project.Of("public class Nothing;") with { AssemblyName = "App", Providers = "PostgreSql" };
        Assert.Empty(await Analyzed.Diagnostics(app.Refer(Part("Sales", "sales"), Part("Crm", "crm"), Part("Own", ""))));
        var found = await Analyzed.Diagnostics(app.Refer(Part("Sales", "sales"), Part("Crm", "sales")));
        Assert.Equal(4, found.Length);
        const string Words = "table sales.customers in Sales has the name of table sales.customers (Model.cs, line 2) in Crm;";
        Assert.Contains(found, d => d.GetMessage(null).StartsWith(Words, StringComparison.Ordinal));
        Assert.Contains(found, d => d.GetMessage(null).StartsWith("index sales.customers.ix in Crm ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sqlite",
        "[Table(\"t\")] public class T { [PrimaryKey] public long Id { get; set; } "
            + "[Index(Name = \"customers\")] public int A { get; set; } }",
        "index t.customers")]
    [InlineData("PostgreSql", "[EnumType(\"customers\")] public enum E { A }", "enum type customers")]
    [InlineData("MySql",
        "[Table(\"t\")] public class T { [PrimaryKey] public long Id { get; "
            + "set; } [Index(Name = \"customers\")] public int A { get; set; } }", null)]
    [InlineData("MySql", "[EnumType(\"customers\")] public enum E { A }", null)]
    public async Task Names_clash_where_the_provider_says_so(string provider, string source, string? subject)
    {
        var found = (await Analyzed.Diagnostics(App(source, Sales with { Providers = "" }) with { Providers = provider }))
            .Where(d => d.Id == "SSY0130").ToList();
        if (subject is null) Assert.Empty(found);
        else Assert.Contains(found, d => d.GetMessage(null).StartsWith(subject + " in App ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extension_may_be_needed_twice()
    {
        const string Source = "[assembly: Extension(\"citext\")]";
        Assert.Empty(await Analyzed.Diagnostics(App(Source, Project.Of(Source) with { AssemblyName = "Sales", Providers = "PostgreSql" })
            with { Providers = "PostgreSql" }));
    }

    [Fact]
    public async Task A_reference_for_another_provider_is_refused()
    {
        var found = Assert.Single(await Analyzed.Diagnostics(App("public class Nothing;", Sales with { Providers = "MySql;MariaDb" })));
        Assert.Equal("SSY0131", found.Id);
        Assert.StartsWith("Sales declares its schema for MySql, MariaDb only, and App composes it for Sqlite; ", found.GetMessage(null),
            StringComparison.Ordinal);
        // Without a provider nobody has chosen one yet.
        Assert.Empty(await Analyzed.Diagnostics(App("public class Nothing;", Sales with { Providers = "MySql" }) with { Providers = "" }));
    }

    [Theory]
    [InlineData("{", "line 1, column 2: the text ends early")]
    [InlineData("{\\\"format\\\":\\\"schemasync-names\\\",\\\"version\\\":99}",
        "it has format version 99, and this program reads versions up to 1")]
    public async Task A_reference_of_another_version_is_told_as_that(string text, string problem)
    {
        var source = $"[assembly: System.Reflection.AssemblyMetadata(\"SchemaSync.Names\", \"{text}\")]";
        var app = App("public class Nothing;", Project.Of(source) with { AssemblyName = "Sales" });
        var found = Assert.Single(await Analyzed.Diagnostics(app));
        Assert.Equal("SSY0132", found.Id);
        Assert.StartsWith($"the schema of Sales cannot be read: {problem}; ", found.GetMessage(null), StringComparison.Ordinal);
        Assert.NotNull(Generated.From(app).Metadata(Model.Composition.PartList.Key));
    }

    [Fact]
    public async Task What_is_left_out_has_to_be_there()
    {
        var found = Assert.Single(await Analyzed.Verify("[assembly: {|SSY0030:LeaveOut(\"Salse\")|}, LeaveOut(\"SALES\")]", more: p =>
            p.Refer(Sales)));
        Assert.Equal(
            "[LeaveOut] names Salse, which is no referenced assembly that declares a schema (did you mean Sales?); correct the name, "
                + "or remove it", found.GetMessage(null));
    }

    private static Project App(string source, params Project[] parts) => Project.Of(source).Refer(parts) with { AssemblyName = "App" };

    private static IEnumerable<string> Places(IEnumerable<Diagnostic> found, string code) =>
        found.Where(d => d.Id == code).Select(d => d.Location.GetLineSpan())
            .Select(s =>
                string.IsNullOrEmpty(s.Path) ? "" : $"{s.Path}({s.StartLinePosition.Line + 1},{s.StartLinePosition.Character + 1})")
            .Order(StringComparer.Ordinal);
}
