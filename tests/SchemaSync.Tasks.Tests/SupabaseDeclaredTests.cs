using SchemaSync.Adapters.Tests;

namespace SchemaSync.Tasks.Tests;

/// <summary>A Supabase-like project whose own part is declared in C#: one compiled assembly, on
/// three versions, by an account that owns nothing of the rest.</summary>
public sealed class SupabaseDeclaredTests(Feed feed)
{
    private const string Cli = "artifacts/bin/SchemaSync.Cli/release/schemasync.dll";

    // What SupabaseSql.Ours says, in C#.
    private const string Declared = """
        using SchemaSync;

        [assembly: Function("touch", "BEGIN NEW.updated := now(); RETURN NEW; END", Returns = "trigger", Language = "plpgsql")]
        [assembly: View("people", "SELECT p.nick, u.email FROM profiles p JOIN auth.users u ON u.id = p.id")]

        namespace Social;

        [Table("profiles"), RowLevelSecurity]
        [Policy("everybody reads", Command = PolicyCommand.Select, Using = "true")]
        [Policy("own profile", Command = PolicyCommand.Update, Using = "auth.uid() = id", Check = "auth.uid() = id")]
        [Trigger("touched", TriggerTiming.Before, TriggerEvent.Update, Function = "touch")]
        public class Profile
        {
            [PrimaryKey, ForeignKey("auth.users", OnDelete = ReferentialAction.Cascade)] public Guid Id { get; set; }
            [Column(Type = "extensions.citext"), Unique] public string? Nick { get; set; }
            [ForeignKey("storage.objects", References = ["id"], OnDelete = ReferentialAction.SetNull)] public Guid? Avatar { get; set; }
            public DateTimeOffset? Updated { get; set; }
        }

        [Table("posts"), RowLevelSecurity]
        [Policy("pictures", Using = "EXISTS (SELECT FROM storage.objects o WHERE o.owner = auth.uid() AND 'posts' = ANY (storage.foldername(o.name)))")]
        public class Post
        {
            [PrimaryKey, DefaultSql("extensions.uuid_generate_v4()")] public Guid Id { get; set; }
            [ForeignKey(typeof(Profile), OnDelete = ReferentialAction.Cascade), DefaultSql("auth.uid()")] public Guid Author { get; set; }
            [Check("length(body) > 0")] public required string Body { get; set; }
        }
        """;

    [Fact]
    public void What_is_declared_in_C_sharp_is_made_changed_and_taken_back_beside_what_is_not_ours()
    {
        var project = new UserProject(feed, "Social",
            "<SchemaSyncProvider>PostgreSql</SchemaSyncProvider><ImplicitUsings>enable</ImplicitUsings>");
        project.Write("Customer.cs", Declared);
        project.Build().Succeeded().IsSilentAbout("error");
        foreach (var version in new[] { "13", "15", "18" }) On(version, project);
    }

    private static void On(string version, UserProject project)
    {
        using var roles = new Accounts(version);
        using var byHand = roles.Database();
        using var live = roles.Database();
        byHand.DoAs(roles.Deployer, "p", SupabaseSql.Ours);
        live.DoAs(roles.Deployer, "p", "CREATE TABLE not_ours (id int)");
        string[] theirs = ["auth", "storage", "extensions"];
        var before = live.Dump(theirs);
        Run Tool(ShopServer server, params string[] arguments) => Run.Program("dotnet", project.Folder,
            [Path.Combine(Repository.Root, Cli), .. arguments, "--provider", "PostgreSql"],
            ("SCHEMASYNC_CONNECTION", server.As(roles.Deployer, "p")));
        string[] target = ["--target",
            project["bin/Debug/net10.0/Social.dll"]], sync = ["sync", .. target, "--yes", "--allow", "SSY0407,SSY0411"];

        // A database that somebody made by hand is what is declared, and one that is made of it is the same.
        Tool(byHand, ["validate", .. target]).Succeeded();
        Tool(live, sync).Succeeded();
        live.DoAs(roles.Deployer, "p", "DROP TABLE not_ours");
        Assert.Equal(byHand.Dump("public"), live.Dump("public"));
        live.DoAs(roles.Deployer, "p",
            "CREATE TABLE not_ours (id int); INSERT INTO profiles VALUES ('00000000-0000-0000-0000-000000000001', 'Ann')");

        // Differences stand in C#, and what nobody declared is left alone.
        live.DoAs(roles.Deployer, "p",
            "DROP POLICY pictures ON posts; ALTER TABLE profiles DROP CONSTRAINT profiles_avatar_fkey; DROP VIEW people");
        var drifted = live.Dump("public");
        Tool(live, ["validate", .. target, "--format", "msbuild", "--project-directory", project.Folder])
            .Failed($"{project["Customer.cs"]}(21,").Says("policy posts.pictures")
            .Says($"{project["Customer.cs"]}(16,").Says("storage.objects").Says($"{project["Customer.cs"]}(4,")
            .Says("view people").IsSilentAbout("not_ours");
        Tool(live, sync).Succeeded();
        Tool(live, ["validate", .. target]).Succeeded();
        Assert.Equal("Ann a@b", live.Scalar("SELECT nick::text || ' ' || email FROM people"));

        Tool(live, "revert", "--yes", "--allow", "SSY0402,SSY0407,SSY0409,SSY0411").Succeeded();
        Assert.Equal(drifted, live.Dump("public"));
        Assert.Equal(before, live.Dump(theirs));
    }

    /// <summary>The owners of what is theirs and the account that deploys, on one server.</summary>
    private sealed class Accounts : IDisposable
    {
        private readonly string _run = Guid.NewGuid().ToString("n")[..8];
        private readonly string _version;
        private readonly ShopServer _home;

        public Accounts(string version)
        {
            (_version, _home) = (version, new("PostgreSql", version));
            _home.Do(SupabaseSql.Roles(Auth, Storage, Deployer));
        }

        public string Deployer => $"deployer_{_run}";

        private string Auth => $"auth_{_run}";

        private string Storage => $"storage_{_run}";

        public ShopServer Database()
        {
            var server = new ShopServer("PostgreSql", _version);
            server.Do(SupabaseSql.Theirs(server.Name, Auth, Storage, Deployer));
            return server;
        }

        public void Dispose()
        {
            _home.Do($"DROP ROLE {Auth}; DROP ROLE {Storage}; DROP ROLE {Deployer}");
            _home.Dispose();
        }
    }
}
