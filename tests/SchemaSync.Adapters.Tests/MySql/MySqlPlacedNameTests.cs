namespace SchemaSync.Adapters.Tests;

/// <summary>The name of a shared database in the statements that scratch gets: where it means the database, and nowhere else.</summary>
public sealed class MySqlPlacedNameTests
{
    private static readonly ObjectId Subject = ObjectId.Top(ObjectKind.View, new("x"));

    [Theory]
    [InlineData(
        "CREATE TABLE `sales`.`sales` (`sales` int CHECK (`sales`.`sales` > 0))",
        "CREATE TABLE `z`.`sales` (`sales` int CHECK (`sales`.`sales` > 0))")]
    [InlineData(
        "CREATE TABLE t (a int DEFAULT 'sales.x' COMMENT 'sales.y', FOREIGN KEY (a) REFERENCES `sales`.`p` (id))",
        "CREATE TABLE t (a int DEFAULT 'sales.x' COMMENT 'sales.y', FOREIGN KEY (a) REFERENCES `z`.`p` (id))")]
    [InlineData(
        "CREATE TABLE t (a int DEFAULT (nextval(`sales`.`s`)), b int DEFAULT (NEXT VALUE FOR sales.s))",
        "CREATE TABLE t (a int DEFAULT (nextval(`z`.`s`)), b int DEFAULT (NEXT VALUE FOR z.s))")]
    [InlineData("RENAME TABLE `sales`.`a` TO `b`, `c` TO `sales`.`c`", "RENAME TABLE `z`.`a` TO `b`, `c` TO `z`.`c`")]
    [InlineData("DROP TRIGGER `sales`.`sales`", "DROP TRIGGER `z`.`sales`")]
    [InlineData(
        "CREATE OR REPLACE SQL SECURITY INVOKER VIEW `sales`.`v` AS SELECT sales.id FROM t AS sales",
        "CREATE OR REPLACE SQL SECURITY INVOKER VIEW `z`.`v` AS SELECT sales.id FROM t AS sales")]
    [InlineData(
        "CREATE OR REPLACE VIEW v AS SELECT sales.orders.id, Sales.f(1), sales.g(2) FROM sales.orders",
        "CREATE OR REPLACE VIEW v AS SELECT z.orders.id, Sales.f(1), z.g(2) FROM z.orders")]
    [InlineData(
        "CREATE TRIGGER `sales`.`t` BEFORE INSERT ON `sales`.`sales` FOR EACH ROW SET NEW.a = (SELECT max(a) FROM sales.b)",
        "CREATE TRIGGER `z`.`t` BEFORE INSERT ON `z`.`sales` FOR EACH ROW SET NEW.a = (SELECT max(a) FROM z.b)")]
    [InlineData(
        "CREATE EVENT `sales`.`e` ON SCHEDULE EVERY 1 DAY DO DELETE FROM sales.t",
        "CREATE EVENT `z`.`e` ON SCHEDULE EVERY 1 DAY DO DELETE FROM z.t")]
    [InlineData(
        "CREATE PROCEDURE `sales`.`p` () BEGIN /* sales.x */ CALL sales.q(); INSERT INTO `sales`.`t` VALUES ('sales.t'); END",
        "CREATE PROCEDURE `z`.`p` () BEGIN /* sales.x */ CALL z.q(); INSERT INTO `z`.`t` VALUES ('sales.t'); END")]
    [InlineData("CREATE PROCEDURE p (sales int) SELECT sales + 1", null)]
    [InlineData("UPDATE `sales`.`t` SET `a` = 1 WHERE `a` = 2", "UPDATE `z`.`t` SET `a` = 1 WHERE `a` = 2")]
    public void It_is_replaced_where_it_means_the_database(string sql, string? placed) =>
        Assert.Equal(placed ?? sql, Placed(sql, LexerMode.Ours));

    [Fact]
    public void In_other_quotes_it_stays_in_them() => Assert.Equal(
        "CREATE PROCEDURE p () DELETE FROM \"z\".\"t\"",
        Placed("CREATE PROCEDURE p () DELETE FROM \"sales\".\"t\"", new(AnsiQuotes: true, false, false)));

    [Fact]
    public void What_may_be_an_alias_too_is_refused()
    {
        const string Sql = "CREATE PROCEDURE p () SELECT 1 FROM sales.t JOIN u AS sales ON sales.id IS NOT NULL";
        var refused = Assert.Throws<SchemaSyncException>(() => Placed(Sql, LexerMode.Ours));
        Assert.Equal("SSY0236", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    private static string Placed(string sql, LexerMode mode) =>
        PlacedNames.Replace(Subject, sql, mode, "sales", "z", StringComparer.Ordinal);
}
