namespace SchemaSync.Cli.Tests;

/// <summary>C# out of a real SQLite file, and what a second run does with it.</summary>
public sealed class ScaffoldTests : IDisposable
{
    private const string Tables = """
        CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id));
        """;

    private readonly Tool _tool = new();

    public ScaffoldTests() => _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db").Sql("shop.db", Tables);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Every_table_is_a_class_in_the_namespace_of_its_folder()
    {
        File.WriteAllText(_tool.File("Shop.csproj"), "<Project />");
        Scaffold("--output", "Schema");
        var orders = Read("Schema/Orders.cs");
        Assert.Contains("namespace Shop.Schema;", orders, StringComparison.Ordinal);
        Assert.Contains("[ForeignKey(typeof(Customers))]\n    [Column(\"customer_id\")]\n    public long CustomerId { get; set; }", orders,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_run_writes_what_changed_and_takes_away_what_is_gone()
    {
        Scaffold("-o", "out");
        _tool.Sql("shop.db", "DROP TABLE orders; ALTER TABLE customers ADD phone TEXT");
        Assert.Contains("1 of them new or changed, 1 removed", Scaffold("-o", "out").Output, StringComparison.Ordinal);
        Assert.Contains("string? Phone", Read("out/Customers.cs"), StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("out/Orders.cs")));
    }

    [Fact]
    public void A_file_that_was_edited_is_written_over_by_force_alone()
    {
        Scaffold("-o", "out");
        File.AppendAllText(_tool.File("out/Customers.cs"), "// mine\n");
        File.WriteAllText(_tool.File("out/Customers.More.cs"), "// mine too\n");
        Scaffold("-o", "out", "--naming", "Pascal", "--force");
        File.AppendAllText(_tool.File("out/Customers.cs"), "// mine\n");
        Assert.Contains("Customers.cs",
            _tool.Fails(1, "SSY0981", "scaffold", "--provider", "Sqlite", "-o", "out").Error, StringComparison.Ordinal);
        Assert.Contains("// mine", Read("out/Customers.cs"), StringComparison.Ordinal);
        Scaffold("-o", "out", "--force");
        Assert.DoesNotContain("// mine", Read("out/Customers.cs"), StringComparison.Ordinal);
        Assert.Contains("// mine too", Read("out/Customers.More.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_beside_the_files_leads_nowhere_else()
    {
        File.WriteAllText(_tool.File("precious.txt"), "");
        Directory.CreateDirectory(_tool.File("out"));
        const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        File.WriteAllText(_tool.File("out/scaffold.sha256"), $"{Empty}  ../precious.txt\n{Empty}  {_tool.File("precious.txt")}\n");
        Scaffold("-o", "out");
        Assert.True(File.Exists(_tool.File("precious.txt")));
    }

    [Fact]
    public void What_cannot_be_declared_is_told()
    {
        _tool.Sql("shop.db", "CREATE VIRTUAL TABLE documents USING fts5(body)");
        Assert.Contains("note SSY0980: table documents", Scaffold("-o", "out").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_file_needs_no_database()
    {
        _tool.Ends(0, "snapshot", "--provider", "Sqlite", "-o", "shop.json");
        _tool.Ends(0, "scaffold", "--from", "shop.json", "-o", "out", "--namespace", "Elsewhere", "--naming", "Singular", "--one-file");
        Assert.Contains("public partial class Order\n", Read("out/SchemaObjects.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_wanted_is_written()
    {
        Scaffold("-o", "out", "--exclude", "cust*");
        Assert.Equal(["Orders.cs", "scaffold.sha256"],
            Directory.GetFiles(_tool.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("[ForeignKey(\"customers\", References = new[] { \"id\" })]", Read("out/Orders.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_that_is_none_is_refused() =>
        _tool.Fails(1, "SSY0901", "scaffold", "--provider", "Sqlite", "-o", "out", "--namespace", "not a name");

    private ToolRun Scaffold(params string[] options) => _tool.Ends(0, ["scaffold", "--provider", "Sqlite", .. options]);

    private string Read(string file) => File.ReadAllText(_tool.File(file));
}
