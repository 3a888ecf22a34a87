namespace SchemaSync.Cli.Tests;

/// <summary>Databases and targets as they should not be: one sentence with its code, the place, and what to do.</summary>
public sealed class HostileDatabaseTests : IDisposable
{
    private const UnixFileMode Read = UnixFileMode.UserRead
        | UnixFileMode.OtherRead, Enter = UnixFileMode.UserExecute | UnixFileMode.OtherExecute,
        Write = UnixFileMode.UserWrite | UnixFileMode.OtherWrite;

    private readonly Tool _tool = new();
    private readonly string _target;

    public HostileDatabaseTests()
    {
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
    }

    public void Dispose()
    {
        Tool.Allow(_tool.Folder, Read | Write | Enter);
        _tool.Dispose();
    }

    [Fact]
    public void A_file_without_permission_to_write_is_read_and_not_changed()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        Tool.Allow(_tool.File("shop.db"), Read);
        _tool.WithoutPrivileges().Ends(2, "validate", "--provider", "Sqlite", "--target", _target);
        Says("the file itself may not be written by this account", _tool.Fails(1, "SSY0510", Sync()));
    }

    [Fact]
    public void A_folder_without_permission_to_write_is_SSY0510()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        Tool.Allow(_tool.File("shop.db"), Read | Write);
        _tool.WithoutPrivileges();
        Tool.Allow(_tool.Folder, Read | Enter);
        Says("where SQLite keeps its journal; let the account write there", _tool.Fails(1, "SSY0510", Sync()));
    }

    [Fact]
    public void A_file_that_may_not_be_seen_is_not_taken_for_an_empty_one()
    {
        Directory.CreateDirectory(_tool.File("hidden"));
        _tool.Sql("hidden/shop.db", "CREATE TABLE theirs (a)");
        _tool.WithoutPrivileges();
        Tool.Allow(_tool.File("hidden"), UnixFileMode.None);
        Says("permissions",
            _tool.Fails(1, "SSY0205", "validate", "--provider", "Sqlite", "--connection",
                "Data Source=hidden/shop.db", "--target", _target));
        Tool.Allow(_tool.File("hidden"), Read | Write | Enter);
    }

    [Fact]
    public void A_file_in_WAL_mode_that_may_not_be_written_says_why_it_cannot_be_read()
    {
        Directory.CreateDirectory(_tool.File("closed"));
        _tool.Sql("closed/shop.db", "PRAGMA journal_mode = WAL");
        _tool.WithoutPrivileges();
        Tool.Allow(_tool.File("closed/shop.db"), Read);
        Tool.Allow(_tool.File("closed"), Read | Enter);
        Says("it is in WAL mode",
            _tool.Fails(1, "SSY0205", "validate", "--provider", "Sqlite", "--connection",
                "Data Source=closed/shop.db", "--target", _target));
        Tool.Allow(_tool.File("closed"), Read | Write | Enter);
    }

    [Fact]
    public void A_file_cut_short_is_SSY0206()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (zeroblob(100000))");
        using (var file = File.OpenWrite(_tool.File("shop.db"))) file.SetLength(4096);
        Says("restore a damaged file from a backup", _tool.Fails(1, "SSY0206", Sync()));
    }

    [Fact]
    public void Garbage_inside_a_database_is_SSY0206()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        using (var file = File.OpenWrite(_tool.File("shop.db")))
        {
            file.Position = 100;
            file.Write(new byte[3000]);
        }

        Says("shop.db", _tool.Fails(1, "SSY0206", Sync()));
    }

    [Fact]
    public void A_file_that_somebody_holds_is_SSY0501_after_the_time_given()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        using var holder = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_tool.File("shop.db")};Pooling=False");
        holder.Open();
        using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        Says("shop.db is locked by another run or writer for more than 0 s", _tool.Fails(1, "SSY0501", [.. Sync(), "--lock-timeout", "0"]));
    }

    [Fact]
    public void A_password_the_library_can_do_nothing_with_is_SSY0205()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        Says("take the password out",
            _tool.Fails(1, "SSY0205", "snapshot", "--provider", "Sqlite", "--connection", "Data Source=shop.db;Password=hunter22"));
    }

    [Fact]
    public void A_native_library_is_no_assembly()
    {
        var native = Directory.GetFiles(AppContext.BaseDirectory, "*e_sqlite3*", SearchOption.AllDirectories)
            .First(f => f.Contains("native", StringComparison.Ordinal));
        File.Copy(native, _tool.File("native.dll"));
        Says("it is no .NET assembly", _tool.Fails(1, "SSY0209", "accept", "--provider", "Sqlite", "--target", "native.dll"));
    }

    [Fact]
    public void An_empty_model_drops_nothing_silently()
    {
        _tool.Ends(0, Sync());
        _tool.Sql("shop.db", "INSERT INTO customers VALUES (1, 'kept')");
        Declared.Assembly(_target);
        var refused = _tool.Ends(3, [.. Sync(), "--allow", "SSY0402"]);
        Assert.Contains("SSY0412", refused.Error, StringComparison.Ordinal);
        Assert.Equal("kept", _tool.Sql("shop.db", "SELECT email FROM customers"));
    }

    [Fact]
    public void Objects_that_nobody_declared_go_only_when_asked_for()
    {
        _tool.Sql("shop.db", "CREATE TABLE theirs (a)");
        Assert.Contains("--include-unmanaged", _tool.Ends(0, Sync()).Output, StringComparison.Ordinal);
        Assert.Contains("SSY0402", _tool.Ends(3, [.. Sync(), "--include-unmanaged"]).Error, StringComparison.Ordinal);
        Assert.Equal("1", _tool.Sql("shop.db", "SELECT count(*) FROM sqlite_schema WHERE name = 'theirs'"));
        _tool.Ends(0, [.. Sync(), "--include-unmanaged", "--allow", "SSY0402"]);
        Assert.Equal("0", _tool.Sql("shop.db", "SELECT count(*) FROM sqlite_schema WHERE name = 'theirs'"));
    }

    [Fact]
    public void A_trigger_that_nobody_declared_is_not_dropped_silently()
    {
        _tool.Sql("shop.db",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT); CREATE TABLE audit (a); CREATE TRIGGER theirs AFTER INSERT "
                + "ON customers BEGIN INSERT INTO audit VALUES (new.id); END");
        Says("trigger theirs on customers is not declared", _tool.Ends(3, [.. Sync(), "--allow", "SSY0406;SSY0407"]));
        Assert.Equal("1", _tool.Sql("shop.db", "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"));
        _tool.Ends(0, [.. Sync(), "--allow", "SSY0406;SSY0407;SSY0414"]);
        Assert.Equal("0", _tool.Sql("shop.db", "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"));
    }

    [Theory]
    [InlineData("x.db", "y.db", 2, "alter table u")]
    [InlineData("y.db", "x.db", 2, "alter table u")]
    [InlineData("x.db", "z.db", 2, "table search")]
    [InlineData("x.db", "x.db", 0, "equal")]
    public void What_the_model_has_no_words_for_is_compared_like_the_rest(string from, string to, int exitCode, string words)
    {
        _tool.Sql("x.db", "CREATE TABLE u (a UNIQUE ON CONFLICT REPLACE); CREATE VIRTUAL TABLE search USING fts5(a)");
        _tool.Sql("y.db", "CREATE TABLE u (a UNIQUE ON CONFLICT IGNORE); CREATE VIRTUAL TABLE search USING fts5(a)");
        _tool.Sql("z.db", "CREATE TABLE u (a UNIQUE ON CONFLICT REPLACE)");
        var run = _tool.Ends(exitCode, "diff", "--provider", "Sqlite", "--from", $"Data Source={from}", "--to", $"Data Source={to}");
        Assert.Contains(words, run.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a, b); CREATE VIEW v AS SELECT b FROM t",
        "CREATE TABLE t (a); CREATE VIEW v AS SELECT b FROM t", "error in view v")]
    [InlineData("CREATE TABLE t (a, b); CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET b = 1; END",
        "CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET b = 1; END", "error in trigger g")]
    public void A_view_or_trigger_over_a_dropped_column_is_SSY0204(string before, string after, string sentence)
    {
        _tool.Sql("shop.db", before);
        _tool.Sql("wanted.db", after);
        Says(sentence,
            _tool.Fails(1, "SSY0204", "sync", "--provider", "Sqlite", "--target", "Data Source=wanted.db",
                "--yes", "--include-unmanaged", "--allow", "SSY0402"));
        Assert.Equal("2", _tool.Sql("shop.db", "SELECT count(*) FROM pragma_table_info('t')"));
    }

    [Theory]
    [InlineData("no such column: later", "b")]
    [InlineData("too many columns", "wide")]
    [InlineData("object name reserved for internal use", "sqlite_mine")]
    public void What_SQLite_refuses_is_SSY0207_with_its_words(string sentence, string which)
    {
        var columns = which == "wide"
            ? Enumerable.Range(0, 2001).Select(i => Declared.Column($"c{i}", LogicalType.Int64)).ToArray()
            : [Declared.Column("a", LogicalType.Int64)];
        if (which == "b")
            columns = [.. columns,
                Declared.Column("b", LogicalType.Int64, nullable: true) with { Computed = new(new("later + 1"), Stored: true) }];
        Declared.Assembly(_target, new Table { Name = new(which == "sqlite_mine" ? which : "t"), Columns = [.. columns] });
        Says(sentence, _tool.Fails(1, "SSY0207", Sync()));
        Assert.False(File.Exists(_tool.File("shop.db")));
    }

    [Fact]
    public void Numbers_at_the_edge_and_odd_names_go_in_and_come_back_equal()
    {
        Declared.Assembly(_target, new Table
        {
            Name = new("select \"x\"; --"),
            Columns =
            [
                Declared.Column("ä ☃", LogicalType.Int64) with { Default = new("9223372036854775807") },
                Declared.Column("Ä ☃", LogicalType.Int64) with { Default = new("-9223372036854775808") },
                Declared.Column("ß ☃", LogicalType.UInt64) with { Default = new("18446744073709551615") },
                Declared.Column("it's", LogicalType.String) with { Default = new("'it''s'") },
            ],
        });
        _tool.Ends(0, Sync());
        _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target);
        _tool.Sql("shop.db", "INSERT INTO \"select \"\"x\"\"; --\" DEFAULT VALUES");
        Assert.Equal("9223372036854775807,-9223372036854775808,it's",
            _tool.Sql("shop.db", "SELECT \"ä ☃\" || ',' || \"Ä ☃\" || ',' || \"it's\" FROM \"select \"\"x\"\"; --\""));
    }

    [Fact]
    public void What_other_programs_keep_in_the_header_stays()
    {
        _tool.Sql("shop.db",
            "PRAGMA user_version = 42; PRAGMA application_id = 77; PRAGMA journal_mode "
                + "= WAL; CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT)");
        _tool.Ends(0, [.. Sync(), "--allow", "SSY0406;SSY0407"]);
        Assert.Equal("42", _tool.Sql("shop.db", "PRAGMA user_version"));
        Assert.Equal("77", _tool.Sql("shop.db", "PRAGMA application_id"));
        Assert.Equal("wal", _tool.Sql("shop.db", "PRAGMA journal_mode"));
    }

    private string[] Sync() => ["sync", "--provider", "Sqlite", "--target", _target, "--yes"];

    private static void Says(string words, ToolRun run) => Assert.Contains(words, run.Error, StringComparison.Ordinal);
}
