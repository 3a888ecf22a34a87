using System.Data.Common;
using MySqlConversions = SchemaSync.MySql.Planning.Conversions;

namespace SchemaSync.Adapters.Tests;

/// <summary>Values that do not convert are found before the first statement, and no value that does is called one that does not.</summary>
public sealed class MySqlConversionTests
{
    private static readonly (string Type, string[] Values)[] From =
    [
        ("varchar(40)", ["a1", "", "12", " 12 ", "12 ", "1.5", "1e3", "12abc", "-5", "300",
            "99999999999", "99.96", "100", "a", "b", "A", "a ", "c", "1", "3",
            "2026-01-02", "2026-01-02 03:04:05", "2026-13-02", "2026-01-02abc", "0000-00-00",
            "20260102", "1960-01-01", "2050-01-01", "a,b", "b,a", "a,c",
            "a,,b", "{}", "{x", "null", "10:20:30", "00000000-0000-0000-0000-000000000001", "1.2.3.4", ".5", "5.", "+5", "0x10"]),
        ("text", ["a1", "12", "{}", "a"]),
        ("char(5)", ["ab", "7", "1e2"]),
        ("int", ["-1", "1", "2", "3", "127", "128", "255", "256", "70000", "2147483647", "20260102", "1999", "2200", "99", "100"]),
        ("int unsigned", ["2", "4294967295", "5"]),
        ("bigint", ["-9223372036854775808", "9223372036854775807", "5", "-5"]),
        ("bigint unsigned", ["18446744073709551615", "1"]),
        ("decimal(10,4)", ["99.96", "99.94", "-0.4", "-0.6", "127.5", "127.4", "255.5", "999999.9999", "0"]),
        ("decimal(12,2)", ["20260102", "20261302", "20260102.5", "102030", "0", "-1", "99", "1999", "2200.2",
            "7", "8", "1.25"]),
        ("double", ["20260102", "20261302", "102030", "0", "99", "1999", "7.6", "7", "8", "1.5",
            "-3", "1e10", "1e39", "99.96", "127.5", "128.5"]),
        ("date", ["2026-01-02", "1960-01-01", "2050-01-01"]),
        ("datetime", ["2026-01-02 03:04:05", "1960-01-01 00:00:00", "2050-01-01 00:00:00"]),
        ("enum('a','b','c')", ["a", "b", "c"]),
        ("set('a','b','c')", ["a,b", "c", ""]),
        ("time(2)", ["10:20:30.55", "-01:00:00", "838:59:59", "00:00:00"]),
        ("year", ["2026", "1999", "2155"]),
        ("bit(8)", ["1", "7", "8", "255", "0"]),
    ];

    // MariaDB keeps it as a text.
    private static readonly (string Type, string[] Values) Json =
        ("json",
        ["{}", "1", "1.5", "\"5\"", "\"a\"", "true", "null", "[]", "[1]", "\"2026-01-02\"", "300", "20260102", "-1", "1e40", "\"1\""]);

    private static readonly string[] To =
    [
        "tinyint", "tinyint unsigned", "int", "int unsigned", "bigint", "decimal(3,1)",
        "decimal(12,4)", "decimal(3,0) unsigned", "float", "double", "date",
        "datetime", "timestamp null", "year", "enum('a','b')", "enum('b','a','1')",
        "set('a','b')", "json", "varchar(3)", "varchar(50)", "char(2)", "text",
        "bit(3)", "bit(64)", "uuid", "inet4", "time", "time(1)", "datetime(3)", "smallint unsigned", "tinytext", "bigint unsigned",
    ];

    public static TheoryData<string> Servers => MySqlServers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public void What_is_asked_is_what_the_server_refuses(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Collated();
        using var connection = database.Server.Connect(database.ConnectionString);
        var server = MySqlCapabilities.Of(Scalar(connection, "SELECT VERSION()"));
        var (told, refused) = (new List<string>(), 0);
        foreach (var (from, values) in server.IsMariaDb ? From : [.. From, Json])
        {
            foreach (var to in To.Where(t => server.IsMariaDb ? t != "json" : t is not ("uuid" or "inet4")).Where(t => !IsList(from, t)))
            {
                if (MySqlConversions.Misfit("`x`", NativeType.Of(from), NativeType.Of(to), server) is not { } where)
                {
                    told.Add($"{from} to {to}: nothing is asked");
                    continue;
                }

                foreach (var value in values)
                {
                    var isRefused = Refuses(connection, server, from, to, value, where, out var isAsked);
                    refused += isRefused ? 1 : 0;
                    // Between types that have little to do with each other more is asked about than is refused.
                    if (isRefused != isAsked && (isRefused || !IsRare(from, to)))
                        told.Add($"{from} to {to}: {value} is {(isAsked ? "asked about and taken" : "refused and not asked about")}");
                }
            }
        }

        Assert.Empty(told);
        Assert.True(refused > 300, $"{refused}");
    }

    [Theory]
    [InlineData("text", "json", "{x", "{}")]
    [InlineData("varchar(9)", "int", "a1", "12")]
    [InlineData("char(3)", "smallint", "99x", "99")]
    [InlineData("varchar(20)", "date", "2026-13-01", "2026-12-01")]
    [InlineData("bigint", "int", "3000000000", "-2147483648")]
    [InlineData("int", "int unsigned", "-1", "1")]
    [InlineData("text", "enum('a','b''c')", "z", "b'c")]
    [InlineData("varchar(9)", "set('a','b.c')", "a,bxc", "a,b.c")]
    [InlineData("decimal(6,2)", "decimal(4,1)", "999.96", "999.94")]
    [InlineData("double", "decimal(4,1)", "1000", "5")]
    [InlineData("decimal(12,2)", "date", "1.25", "20260102")]
    [InlineData("double", "datetime", "7", "20260102")]
    [InlineData("varchar(20)", "time", "noon", "12:00")]
    [InlineData("text", "year", "MMXXVI", "2026")]
    [InlineData("varchar(9)", "bit(3)", "9", "7")]
    [InlineData("time", "tinyint", "10:00:00", "00:00:09")]
    public async Task Nothing_is_run_where_a_value_does_not_convert(string from, string to, string bad, string good)
    {
        foreach (var server in (TestServer[])[TestServer.MySql97, TestServer.MariaDb1011, TestServer.MariaDb118])
        {
            using var live = server.CreateDatabase().Collated()
                .Run($"create table t (x {from}); insert into t values ({MySqlText.Literal(good)}), ({MySqlText.Literal(bad)}), "
                    + "(null); create table u (id int)");
            using var wanted = server.CreateDatabase().Collated()
                .Run($"create table t (x {to}); create table first (id int); create table u (id bigint)");
            var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token));
            var start = await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token);
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token));
            Assert.Equal(["SSY0503"], refusal.Diagnostics.Select(d => d.Entry.Code));
            Assert.Equal(start.Fingerprint, (await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
            live.Run($"delete from t where x = {MySqlText.Literal(bad)}");
            Assert.Equal(Outcome.Done,
                (await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
            Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        }
    }

    // Values that go are named by themselves.
    private static bool IsList(string from, string to) => NativeType.Of(from).Name is ("enum" or "set") and var name
        && NativeType.Of(to).Name == name;

    private static bool IsRare(string from, string to)
    {
        string[] numbers = ["int", "bigint", "decimal", "double"];
        string[] dates = ["date", "datetime", "timestamp"];
        var (was, becomes) = (NativeType.Of(from).Name, NativeType.Of(to).Name);
        return becomes is "time" or "year" or "bit" || was is "time" or "year" or "bit" or "json"
            || (numbers.Contains(was) && (dates.Contains(becomes) || becomes is "enum" or "set" or "uuid" or "inet4"));
    }

    private static bool Refuses(DbConnection connection, MySqlCapabilities server,
        string from, string to, string value, string where, out bool isAsked)
    {
        Run(connection,
            $"CREATE TABLE t (x {from}); SET sql_mode = ''; INSERT INTO t VALUES "
                + $"({MySqlText.Literal(value)}); SET sql_mode = '{server.SqlMode}'");
        isAsked = where.Length > 0 && Scalar(connection, $"SELECT count(*) FROM t WHERE {where}") == "1";
        try
        {
            Run(connection, $"ALTER TABLE t MODIFY x {to}");
            return false;
        }
        catch (DbException)
        {
            return true;
        }
        finally
        {
            Run(connection, "DROP TABLE t");
        }
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
