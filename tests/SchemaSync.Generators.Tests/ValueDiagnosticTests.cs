namespace SchemaSync.Generators.Tests;

/// <summary>Codes 0041 to 0051: what a server would refuse, cut or forget, each beside the nearest that it takes.</summary>
public sealed class ValueDiagnosticTests
{
    private const string PostgreSql = ProviderNames.PostgreSql;
    private const string MySql = ProviderNames.MySql;
    private const string MariaDb = ProviderNames.MariaDb;
    private const string Sqlite = ProviderNames.Sqlite;

    [Theory]
    [InlineData("[{|SSY0041:Precision(9)|}] public TimeSpan A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0041:Precision(7)|}] public DateTimeOffset A { get; init; }", MySql)]
    [InlineData("[{|SSY0041:Precision(7)|}] public TimeOnly A { get; init; }", MariaDb)]
    [InlineData("[Precision(6)] public DateTimeOffset A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0041:Precision(1001)|}] public decimal A { get; init; }", PostgreSql)]
    [InlineData("[Precision(1000, 1000)] public decimal A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0041:Precision(66)|}] public decimal A { get; init; }", MySql)]
    [InlineData("[{|SSY0041:Precision(65, 31)|}] public decimal A { get; init; }", MySql)]
    [InlineData("[Precision(65, 38)] public decimal A { get; init; }", MariaDb)]
    [InlineData("[{|SSY0041:Precision(65, 39)|}] public decimal A { get; init; }", MariaDb)]
    [InlineData("[{|SSY0042:MaxLength(10485761)|}] public string? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(10485760)] public string? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(10485761)] public string? A { get; init; }", MySql)]
    public Task What_is_more_than_the_provider_keeps(string property, string provider) => Verify(property, provider);

    [Theory]
    [InlineData("[MaxLength(3), {|SSY0043:Default(\"open\")|}] public string? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(3), {|SSY0043:Default(\"open\")|}] public string? A { get; init; }", Sqlite)]
    [InlineData("[MaxLength(1), {|SSY0043:Default(new byte[] { 1, 2 })|}] public byte[]? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(4), Default(\"open\")] public string? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(4), Default(\"open  \")] public string? A { get; init; }", PostgreSql)]
    [InlineData("[MaxLength(1), Default(\"\\U0001F600\")] public string? A { get; init; }", MySql)]
    [InlineData("[MaxLength(3), DefaultSql(\"lower('OPEN')\")] public string? A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0048:Default(null)|}] public int A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0048:Default(null)|}] public int A { get; init; }", Sqlite)]
    [InlineData("[{|SSY0048:DefaultSql(\"null\")|}] public string A { get; init; } = \"\";", MySql)]
    [InlineData("[Default(null)] public int? A { get; init; }", MySql)]
    [InlineData("[Default(null)] public string? A { get; init; }", PostgreSql)]
    public Task Defaults(string property, string provider) => Verify(property, provider);

    [Theory]
    [InlineData("[PrimaryKey, Identity, {|SSY0044:Default(1)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, Identity, {|SSY0044:DefaultSql(\"1\")|}] public long Id { get; init; }", MySql)]
    [InlineData("[PrimaryKey, Identity, Default(1)] public long Id { get; init; }", Sqlite)]
    [InlineData("[PrimaryKey, Identity, Default(1, Provider = Provider.Sqlite)] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Max = 100000)|}] public short Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Increment = 0)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Min = 5, Max = 5)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Min = 5, Start = 1)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Increment = -1, Start = 1)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, {|SSY0051:Identity(Cache = 0)|}] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, Identity(Increment = -1)] public long Id { get; init; }", PostgreSql)]
    [InlineData("[PrimaryKey, Identity(Start = 1000, Increment = 10, Max = 30000, Cache = 1)] public short Id { get; init; }", PostgreSql)]
    public Task Numbered_columns(string id, string provider) =>
        Analyzed.Verify($$"""[Table] public class Item { {{id}} }""", provider, without: ["SSY0122"]);

    [Theory]
    [InlineData("[{|SSY0045:Collation(\"C\")|}] public int A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0045:Collation(\"C\")|}] public Guid A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0045:Collation(\"C\")|}] public int[]? A { get; init; }", PostgreSql)]
    [InlineData("[Collation(\"C\")] public string[]? A { get; init; }", PostgreSql)]
    [InlineData("[Collation(\"C\")] public string? A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0045:Collation(\"utf8mb4_bin\")|}] public int A { get; init; }", MySql)]
    [InlineData("[{|SSY0045:Collation(\"utf8mb4_bin\")|}] public System.Text.Json.JsonDocument? A { get; init; }", MySql)]
    [InlineData("[Collation(\"utf8mb4_bin\")] public System.Text.Json.JsonDocument? A { get; init; }", MariaDb)]
    [InlineData("[Collation(\"NOCASE\")] public int A { get; init; }", Sqlite)]
    [InlineData("[{|SSY0046:Column(Type = \" \")|}] public string? A { get; init; }", PostgreSql)]
    [InlineData("[Column(Type = \"\")] public string? A { get; init; }", Sqlite)]
    [InlineData("[{|SSY0047:Comment(\"a\\0b\")|}] public string? A { get; init; }", PostgreSql)]
    [InlineData("[{|SSY0047:Column(\"a\\0b\")|}] public string? A { get; init; }", Sqlite)]
    [InlineData("[Default(new byte[] { 0 })] public byte[]? A { get; init; }", PostgreSql)]
    public Task Types_and_texts(string property, string provider) => Verify(property, provider);

    [Fact]
    public Task A_zero_character_is_found_on_the_assembly_and_on_classes() => Analyzed.Verify("""
        [assembly: {|SSY0047:View("v", "SELECT 1\0", Columns = ["a"])|}]
        [Table, {|SSY0047:Check("id > 0\0", Name = "ck")|}] public class Item { [PrimaryKey] public long Id { get; init; } }
        """, PostgreSql);

    [Theory]
    [InlineData(MySql, 1024, 2048, "", "")]
    [InlineData(MariaDb, 1025, 2049, "{|SSY0049:", "|}")]
    [InlineData(PostgreSql, 1025, 2049, "", "")]
    public Task A_comment_is_as_long_as_the_provider_keeps(string provider, int column, int table, string open, string close) =>
        Analyzed.Verify($$"""
            [Table, {{open}}Comment("{{new string('t', table)}}"){{close}}] public class Item
            {
                [PrimaryKey] public long Id { get; init; }
                [{{open}}Comment("{{new string('c', column)}}"){{close}}] public int A { get; init; }
            }
            """, provider);

    [Theory]
    [InlineData("[Table, {|SSY0050:PrimaryKey(\"A\", \"B\", \"A\")|}]", PostgreSql)]
    [InlineData("[Table, PrimaryKey(\"A\"), {|SSY0050:Unique(\"A\", \"A\")|}]", PostgreSql)]
    [InlineData("[Table, PrimaryKey(\"A\"), Index(\"B\", \"B\")]", PostgreSql)]
    [InlineData("[Table, PrimaryKey(\"A\"), {|SSY0050:Index(\"B\", \"b\")|}]", MySql)]
    [InlineData("[Table, PrimaryKey(\"A\"), {|SSY0050:Index(\"B\", \"b\")|}]", MariaDb)]
    [InlineData("[Table, PrimaryKey(\"A\", \"B\")]", MySql)]
    [InlineData("[Table, PrimaryKey(\"A\"), Unique(\"B\", \"B\")]", Sqlite)]
    public Task A_column_stands_once_in_a_key(string attributes, string provider) =>
        Analyzed.Verify($$"""{{attributes}} public class Item { public int A { get; init; } public int B { get; init; } }""", provider);

    // What a provider thinks of times without a zone is another matter.
    private static Task Verify(string property, string provider) => Analyzed.Verify(
        $$"""[Table] public class Item { [PrimaryKey] public long Id { get; init; } {{property}} }""", provider, without: ["SSY0122"]);
}
