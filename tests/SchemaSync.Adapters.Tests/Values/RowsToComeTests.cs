namespace SchemaSync.Adapters.Tests;

using static FillScene;

/// <summary>Keys, checks and references over values that the same plan gives: rows that do not fit are named before the first
/// statement, and those that fit are not in the way.</summary>
public sealed class RowsToComeTests
{
    private sealed record Scene(string Before, string Rows, string Cure, string After, params Intent[] Said)
    {
        public bool IsPostgreSqlOnly { get; init; }
    }

    private static readonly Dictionary<string, Scene> Scenes = new()
    {
        ["backfill, unique"] = new("CREATE TABLE t (id int PRIMARY KEY, email varchar(40))",
            "INSERT INTO t VALUES (1, 'a@x'), (2, 'A@x'), (3, 'b@x')", "UPDATE t SET email = 'c@x' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL, CONSTRAINT u UNIQUE (code))",
            Backfill("t", "code", "lower(email)")),
        ["backfill of what is there, unique"] = new("CREATE TABLE t (id int PRIMARY KEY, code varchar(40))",
            "INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, 'z')", "UPDATE t SET code = 'y' WHERE id = 1",
            "CREATE TABLE t (id int PRIMARY KEY, code varchar(40) NOT NULL, CONSTRAINT u UNIQUE (code))", Backfill("t", "code", "'x'")),
        ["backfill, check"] = new("CREATE TABLE t (id int PRIMARY KEY, email varchar(40))",
            "INSERT INTO t VALUES (1, 'a@x'), (2, 'x')", "UPDATE t SET email = 'b@x' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), size int NOT NULL, CONSTRAINT k CHECK (size > 2))",
            Backfill("t", "size", "char_length(email)")),
        ["backfill, reference"] = new("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY)",
            "INSERT INTO p VALUES (1), (2); INSERT INTO t VALUES (1), (2), (3)", "INSERT INTO p VALUES (3)",
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p_id int NOT NULL, CONSTRAINT f FOREIGN KEY (p_id) "
                + "REFERENCES p (id))",
            Backfill("t", "p_id", "id")),
        ["using, unique"] = new("CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL)",
            "INSERT INTO t VALUES (1, 'EUR 5'), (2, 'USD 5'), (3, 'EUR 6')", "UPDATE t SET v = 'EUR 7' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, CONSTRAINT u UNIQUE (v))",
            Using("t", "v", "CAST(substring(v, 5) AS decimal(9, 0))")),
        ["using, check"] = new("CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL)",
            "INSERT INTO t VALUES (1, 'EUR 5'), (2, 'EUR 50')", "UPDATE t SET v = 'EUR 6' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, CONSTRAINT k CHECK (v < 10))",
            Using("t", "v", "CAST(substring(v, 5) AS decimal(9, 0))")),
        ["using, reference"] = new("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL)",
            "INSERT INTO p VALUES (5); INSERT INTO t VALUES (1, 'P 5'), (2, 'P 6')", "INSERT INTO p VALUES (6)",
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, CONSTRAINT f FOREIGN KEY (v) "
                + "REFERENCES p (id))",
            Using("t", "v", "CAST(substring(v, 3) AS decimal(9, 0))")),
        ["type, unique"] = new("CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL)",
            "INSERT INTO t VALUES (1, '5'), (2, '05')", "UPDATE t SET v = '6' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, CONSTRAINT u UNIQUE (v))"),
        ["default, check"] = new("CREATE TABLE t (id int PRIMARY KEY)", "INSERT INTO t VALUES (1), (7)", "DELETE FROM t WHERE id = 7",
            "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 5, CONSTRAINT k CHECK (a > id))"),
        ["reference to a table that comes"] = new("CREATE TABLE t (id int PRIMARY KEY, p_id int)",
            "INSERT INTO t VALUES (1, 1), (2, NULL)", "UPDATE t SET p_id = NULL",
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p_id int, CONSTRAINT f FOREIGN KEY (p_id) "
                + "REFERENCES p (id))"),
        ["computed anew, check"] = new("CREATE TABLE t (id int PRIMARY KEY, v text)", "INSERT INTO t VALUES (1, '5'), (2, '50')",
            "UPDATE t SET v = '6' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, v int, w int GENERATED ALWAYS AS (v * 2) STORED, CONSTRAINT k CHECK (w < 20))")
            { IsPostgreSqlOnly = true },
        ["backfill, index on an expression"] = new("CREATE TABLE t (id int PRIMARY KEY, email text)",
            "INSERT INTO t VALUES (1, 'a@x'), (2, 'b@x')", "UPDATE t SET email = 'long@x' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, email text, code text NOT NULL); CREATE UNIQUE INDEX i ON t (length(code)) "
                + "WHERE code <> ''",
            Backfill("t", "code", "lower(email)")) { IsPostgreSqlOnly = true },
        ["partitioned, unique"] = new("CREATE TABLE t (a int, b int) PARTITION BY RANGE (a); CREATE TABLE q PARTITION OF t DEFAULT",
            "INSERT INTO t VALUES (1, 1), (1, 1)", "DELETE FROM t; INSERT INTO t VALUES (1, 1)",
            "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a, b)) PARTITION BY RANGE (a); CREATE TABLE q PARTITION OF t DEFAULT")
            { IsPostgreSqlOnly = true },
        ["renamed, unique"] = new("CREATE TABLE o (id int PRIMARY KEY, mail text)", "INSERT INTO o VALUES (1, 'a'), (2, 'A')",
            "UPDATE o SET mail = 'b' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, email text, code text NOT NULL, CONSTRAINT u UNIQUE (code, email))",
            Renamed("t", null, "o"), Renamed("t", "email", "mail"), Backfill("t", "code", "lower(t.email)")) { IsPostgreSqlOnly = true },
        ["renamed, duplicates"] = new("CREATE TABLE o (id int PRIMARY KEY, mail text)", "INSERT INTO o VALUES (1, 'a'), (2, 'A')",
            "UPDATE o SET mail = 'b' WHERE id = 2",
            "CREATE TABLE t (id int PRIMARY KEY, email text, code text NOT NULL, CONSTRAINT u UNIQUE (code))",
            Renamed("t", null, "o"), Renamed("t", "email", "mail"), Backfill("t", "code", "lower(t.email)")) { IsPostgreSqlOnly = true },
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, scene) in Scenes)
                foreach (var server in FillScene.All.Where(s => s.IsPostgreSql || !scene.IsPostgreSqlOnly)) data.Add(name, $"{server}");
            return data;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_does_not_fit_is_told_before_the_first_statement(string name, string version)
    {
        var (server, scene) = (TestServer.Of(version), Scenes[name]);
        using var live = server.CreateDatabase().Run($"{scene.Before}; {scene.Rows}");
        var start = (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint;
        var target = await WantedAsync(server, scene.After, scene.Said);
        if (name != "renamed, unique")
        {
            await RefusedAsync(live, target, "SSY0503", Anything);
            Assert.Equal(start, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
            live.Run(scene.Cure);
        }

        await DoneAsync(live, target, Anything);
    }
}
