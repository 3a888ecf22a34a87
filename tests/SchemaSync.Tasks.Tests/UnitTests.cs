namespace SchemaSync.Tasks.Tests;

/// <summary>The parts of the task that need no build.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("Data Source=shop.db", false)]
    [InlineData("Host=db;Username=app;Passfile=/run/x", false)]
    [InlineData("Data Source=shop.db;Password=hunter2", true)]
    [InlineData("Data Source=shop.db; pwd = hunter2", true)]
    [InlineData("server=db;PASSWORD='a;b'", true)]
    [InlineData("postgresql://app:hunter2@db/shop", true)]
    [InlineData("Data Source=password.db", false)]
    [InlineData("Host=db;Password=", false)]
    public void A_password_in_a_connection_is_seen(string connection, bool secret) =>
        Assert.Equal(secret, ConnectionSecrets.Has(connection));

    [Fact]
    public void Lines_in_canonical_form_are_read()
    {
        Assert.Equal(new CanonicalLine("/a b/C.cs", 9, 20, 9, 25, true, "SSY1001", "column x: gone"),
            CanonicalLine.Parse("/a b/C.cs(9,20,9,25): error SSY1001: column x: gone"));
        Assert.Equal(new CanonicalLine("C.cs", 9, 20, 0, 0, false, "SSY1002", "t"), CanonicalLine.Parse("C.cs(9,20): warning SSY1002: t"));
        Assert.Equal(new CanonicalLine(null, 0, 0, 0, 0, true, "SSY0205", "cannot open x: y"),
            CanonicalLine.Parse("schemasync : error SSY0205: cannot open x: y"));
        Assert.Null(CanonicalLine.Parse("1 step applied: error free"));
    }

    [Theory]
    [InlineData(";", "")]
    [InlineData("shop;", "shop")]
    [InlineData(";shop; sales_* ;", "shop|sales_*")]
    [InlineData("shop;shop;a,b;Shop", "shop|a,b|Shop")]
    public void Schemas_are_given_one_by_one_the_own_one_first(string property, string schemas) =>
        Assert.Equal(schemas, string.Join('|', SchemaList.Of(property)));

    [Fact]
    public void Differences_may_be_lowered_and_failures_may_not()
    {
        var config = Path.GetTempFileName();
        File.WriteAllText(config, "[*.cs]\ndotnet_diagnostic.SSY1003.severity = warning\ndotnet_diagnostic.SSY0205.severity = none\n");
        var severities = Severities.Read([config], "SSY1001;CS1591", "SSY1002");
        Assert.Equal(Grade.Hidden, severities.Of("SSY1001", isError: true));
        Assert.Equal(Grade.Warning, severities.Of("SSY1002", isError: true));
        Assert.Equal(Grade.Warning, severities.Of("SSY1003", isError: true));
        Assert.Equal(Grade.Error, severities.Of("SSY0205", isError: true));
        Assert.Equal(3, severities.Lowered);

        // As with the compiler's warnings.
        Assert.Equal(Grade.Error, Severities.Read([config], allAsErrors: true).Of("SSY1003", isError: true));
        Assert.Equal(Grade.Error, Severities.Read([config], asErrors: "CS1591;SSY1003").Of("SSY1003", isError: true));
        Assert.Equal(Grade.Warning, Severities.Read([config], notAsErrors: "SSY1003", allAsErrors: true).Of("SSY1003", isError: true));
        File.Delete(config);
    }

    [Fact]
    public void The_question_follows_the_schema_in_an_assembly_and_nothing_else_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-stamp").FullName;
        string State(string name, string text)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllBytes(file,
                [1, 0, 19, .. "SchemaSync.Snapshot"u8, (byte)text.Length, .. System.Text.Encoding.UTF8.GetBytes(text), 0, 0,
                    .. System.Text.Encoding.UTF8.GetBytes(name)]);
            return new ValidationQuestion { Assembly = file, CommandLine = $"--target {file}" }.ToString();
        }

        Assert.Equal(State("a.dll", "{1}"), State("b.dll", "{1}"));
        Assert.NotEqual(State("a.dll", "{1}"), State("b.dll", "{2}"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Whatever_decides_who_is_asked_makes_another_question()
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-question").FullName;
        var assembly = Path.Combine(folder, "a.dll");
        var service = Path.Combine(folder, "pg_service.conf");
        File.WriteAllBytes(assembly, [0]);
        string Ask(string connection = "Host=a", string severities = "", string command = "validate") =>
            new ValidationQuestion
            {
                Assembly = assembly,
                Connection = connection,
                Severities = severities,
                CommandLine = command,
                ProjectDirectory = folder,
            }.ToString();

        Assert.Equal(Ask(), Ask());
        Assert.Equal(5,
            new[] { Ask(), Ask("Host=b"), Ask("Host=a;Password=x"), Ask(severities: "SSY1001=Warning"),
                Ask(command: "validate --schema s") }.Distinct().Count());

        var before = Ask("Passfile=pg_service.conf");
        File.WriteAllText(service, "[a]");
        var with = Ask("Passfile=pg_service.conf");
        File.SetLastWriteTimeUtc(service, DateTime.UtcNow.AddDays(-1));
        Assert.Equal(3, new[] { before, with, Ask("Passfile=pg_service.conf") }.Distinct().Count());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void So_does_what_a_driver_reads_beside_the_connection_string()
    {
        const string Prefix = "SCHEMASYNC_TEST_DRIVER", Variable = Prefix + "_HOST";
        var assembly = Path.GetTempFileName();
        string Ask(params string[] prefixes) =>
            new ValidationQuestion { Assembly = assembly, Connection = "Database=shop", DriverVariables = prefixes }.ToString();
        var before = Ask(Prefix);
        Environment.SetEnvironmentVariable(Variable, "a");
        try
        {
            Assert.NotEqual(before, Ask(Prefix));
            Assert.Equal(before, Ask("SCHEMASYNC_TEST_OTHER"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
            File.Delete(assembly);
        }
    }

    [Fact]
    public void A_stamp_gives_nothing_away_and_no_two_are_alike()
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-salt").FullName;
        var texts = new List<string>();
        foreach (var name in new[] { "a", "b" })
        {
            using (var stamp = ValidationStamp.Wait(Path.Combine(folder, name), () => false)!) stamp.Keep("Password=hunter2");
            texts.Add(File.ReadAllText(Path.Combine(folder, name)));
        }

        Assert.NotEqual(texts[0], texts[1]);
        Assert.DoesNotContain(texts, t => t.Contains("hunter2", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_build_that_waits_for_another_one_sees_its_answer_and_can_be_cancelled()
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-wait").FullName;
        var file = Path.Combine(folder, "obj/x.clean");
        using (var first = ValidationStamp.Wait(file, () => false)!)
        {
            Assert.Null(ValidationStamp.Wait(file, () => true));
            var polls = 0;
            Assert.Null(ValidationStamp.Wait(file, () => polls++ == 3));
            first.Keep("question");
        }

        using (var second = ValidationStamp.Wait(file, () => false)!)
        {
            Assert.True(second.Holds("question", always: false));
            Assert.False(second.Holds("question", always: true));
            Assert.False(second.Holds("another", always: false));
            second.Forget();
            Assert.False(second.Holds("question", always: false));
        }

        // A file where the folder should be: nothing can be kept, so everyone asks.
        Assert.Null(ValidationStamp.Wait(Path.Combine(file, "y.clean"), () => false));
        Directory.Delete(folder, recursive: true);
    }
}
