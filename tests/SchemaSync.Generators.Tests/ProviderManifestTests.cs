namespace SchemaSync.Generators.Tests;

/// <summary>
/// Everything that each server has, from attributes to the manifest. The golden files are also brought into real databases
/// (SchemaSync.Adapters.Tests, DeclaredSchemaTests), so that what is written here is what the servers understand.
/// </summary>
public sealed class ProviderManifestTests
{
    [Fact]
    public async Task Everything_that_PostgreSQL_has_becomes_a_manifest() => await Verify(Project.Of("""
        [assembly: Extension("btree_gist")]
        [assembly: Domain("email", "text", NotNull = true, Check = "VALUE ~ '@'", CheckName = "email_has_at", Comment = "An address")]
        [assembly: EnumType("mood", "sad", "it's ok", "happy", Comment = "How it goes")]
        [assembly: Sequence("ticket", Type = "integer", Start = 1000, Increment = 5, Min = 10, Max = 90000, Cache = 7, Cycle = true, Comment = "Tickets")]
        [assembly: View("open_orders", "SELECT id, total FROM orders WHERE state <> 'paid'", SecurityBarrier = true, CheckOption = ViewCheckOption.Local, Comment = "Not paid")]
        [assembly: Function("total_of", File = "Sql/total_of.sql", Arguments = "customer bigint, OUT total numeric", Language = "plpgsql", Volatility = Volatility.Stable,
            Strict = true, Security = RoutineSecurity.Definer, Leakproof = false, Parallel = ParallelSafety.Safe, Cost = "50", Settings = ["work_mem=8MB"], Comment = "Sum")]
        [assembly: Function("total_of", "SELECT 1.5", Arguments = "name text DEFAULT 'a,b'", Returns = "numeric", Volatility = Volatility.Immutable)]
        [assembly: Function("numbers", "SELECT generate_series(1, 3)", Returns = "SETOF integer", Rows = "3")]
        [assembly: Procedure("tidy", "DELETE FROM orders WHERE total = 0", Arguments = "days integer")]
        [assembly: Grant("EXECUTE", To = "pg_monitor", On = "total_of"), Grant("NONE", On = "tidy"), Grant("select", To = "public", On = "open_orders"), Grant("USAGE", To = "pg_monitor", On = "email")]

        namespace Shop;

        [EnumType(Comment = "Where an order is"), Grant("USAGE", To = "pg_monitor")]
        public enum OrderState { New, [EnumLabel("part-paid")] PartPaid, Paid }

        [CompositeType("address")]
        public sealed class Address { [MaxLength(80)] public string? Street { get; init; } public int Number { get; init; } [Collation("C"), Comment("Town")] public string? City { get; init; } }

        [Table("customers"), Comment("People who buy"), RowLevelSecurity(Force = true), TableOption("fillfactor", "80"), TableOption("autovacuum_enabled", "false")]
        [Grant("SELECT", "INSERT", To = "pg_monitor"), Grant("UPDATE", To = "pg_monitor", WithGrantOption = true), Grant("ALL", To = "pg_read_all_stats"), Grant("SELECT", To = "PUBLIC")]
        [Policy("see_own", Command = PolicyCommand.Select, Roles = ["public"], Using = "name = current_user", Comment = "Own rows")]
        [Policy("never_negative", Restrictive = true, Check = "balance >= 0")]
        [Index("Name text_pattern_ops DESC NULLS LAST", "(lower(email))", Name = "ix_name", Include = [nameof(Balance)], Where = "balance > 0", Options = ["fillfactor=70"], Comment = "By name")]
        [Index(nameof(Tags), Method = "gin")]
        public sealed class Customer
        {
            [PrimaryKey(Name = "pk_customers", Comment = "Key"), Identity(Always = true, Start = 100, Increment = 2, Min = 1, Max = 100000, Cache = 3, Cycle = true)] public long Id { get; init; }
            [Column(Type = "email")] public required string Email { get; init; }
            [Unique(Name = "uq_name", Deferrability = Deferrability.InitiallyDeferred, Comment = "One of each")] public required string Name { get; init; }
            [Precision(12, 2), Default("0.50"), Comment("What is left")] public decimal Balance { get; init; }
            public string[] Tags { get; init; } = [];
            public List<int>? Scores { get; init; }
            public Address? Home { get; init; }
            public System.Text.Json.JsonDocument? Extra { get; init; }
            [Precision(3)] public DateTimeOffset SeenAt { get; init; }
            [Column(Storage = "external", Options = ["STATISTICS=500", "n_distinct=-0.5"])] public byte[]? Photo { get; init; }
            [Computed("balance * 2", Stored = true)] public decimal Twice { get; init; }
        }

        [Table("orders")]
        [Sequence("order_number", OwnedBy = nameof(Number)), Grant("USAGE", To = "pg_monitor", On = "order_number")]
        [Exclude("room WITH =", "during WITH &&", Method = "gist", Where = "total > 0", Name = "no_overlap", Deferrability = Deferrability.InitiallyImmediate, Comment = "One at a time")]
        [ForeignKey(typeof(Customer), Columns = [nameof(CustomerId)], OnDelete = ReferentialAction.SetNull, Match = ForeignKeyMatch.Full, Deferrability = Deferrability.InitiallyDeferred, Name = "fk_customer", Comment = "Buyer")]
        [Check("total >= 0", Name = "total_positive", NoInherit = true, Comment = "Never less")]
        [Function("audit", "BEGIN RETURN NEW; END", Returns = "trigger", Language = "plpgsql")]
        [Trigger("audit_all", TriggerTiming.After, TriggerEvent.Insert | TriggerEvent.Update, Function = "audit('orders')", UpdateOf = [nameof(Total)], When = "NEW.total > 0", State = TriggerState.Always, Comment = "Watch")]
        [Trigger("audit_rows", TriggerTiming.After, TriggerEvent.Update, Function = "audit()", PerStatement = true, OldTable = "before", NewTable = "after")]
        [Trigger("audit_late", TriggerTiming.After, TriggerEvent.Delete, Function = "audit()", Constraint = true, Deferrability = Deferrability.InitiallyDeferred, From = "customers")]
        [Trigger("audit_clear", TriggerTiming.Before, TriggerEvent.Truncate, Function = "audit", PerStatement = true)]
        public sealed class Order
        {
            [PrimaryKey, DefaultSql("gen_random_uuid()")] public Guid Id { get; init; }
            [DefaultSql("nextval('order_number')")] public long Number { get; init; }
            [Index] public long? CustomerId { get; init; }
            [Default(OrderState.PartPaid)] public OrderState State { get; init; }
            public OrderState[]? History { get; init; }
            [Column(Type = "mood")] public string? Mood { get; init; }
            public decimal Total { get; init; }
            public int Room { get; init; }
            [Column(Type = "tstzrange")] public string? During { get; init; }
        }

        [Table("events"), PrimaryKey(nameof(Id), nameof(At)), PartitionBy("RANGE (at)")]
        [Partition("events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')", PartitionBy = "LIST (id)")]
        [Partition("events_2026_one", "FOR VALUES IN (1)", Of = "events_2026", Options = ["fillfactor=90"])]
        [Partition("events_rest", "DEFAULT")]
        public sealed class Event { public int Id { get; init; } public DateOnly At { get; init; } }

        [Table("scratchpad"), Unlogged]
        public sealed class Scratchpad { [PrimaryKey(Options = ["fillfactor=60"])] public short Id { get; init; } public ushort A { get; init; } public uint B { get; init; } public ulong C { get; init; } public TimeSpan D { get; init; } }

        [MaterializedView("daily_sales", "SELECT customer_id, sum(total) AS sum_total FROM orders GROUP BY customer_id", Options = ["fillfactor=75"], Comment = "By customer")]
        [Index("sum_total DESC")]
        public sealed class DailySales { [Index(Unique = true)] public long CustomerId { get; init; } }
        """).WithSql("Sql/total_of.sql", "BEGIN\n  total := 1;\nEND\n"), "PostgreSql");

    [Fact]
    public async Task What_newer_servers_of_PostgreSQL_have_becomes_a_manifest() => await Verify(Project.Of("""
        [assembly: Function("answer", "RETURN 42", Returns = "integer", Atomic = true)]

        namespace Shop;

        [Table("rooms")]
        public sealed class Room
        {
            [PrimaryKey] public int Id { get; init; }
            [Unique(NullsNotDistinct = true, Include = [nameof(Floor)])] public string? Name { get; init; }
            public int? Floor { get; init; }
            [Check("seats > 0", NotEnforced = true, Name = "has_seats")] public int Seats { get; init; }
            [Column(Compression = "lz4")] public string? Notes { get; init; }
        }

        [Table("bookings"), Index(nameof(RoomId), nameof(Guest), Unique = true, NullsNotDistinct = true)]
        [ForeignKey(typeof(Room), Columns = [nameof(RoomId)], Name = "fk_room", NotEnforced = true)]
        [View("free_rooms", "SELECT id FROM rooms", SecurityInvoker = true)]
        public sealed class Booking { [PrimaryKey] public int Id { get; init; } public int RoomId { get; init; } public string? Guest { get; init; } [Computed("room_id * 2")] public int Twice { get; init; } }
        """), "PostgreSql");

    [Fact]
    public async Task Everything_that_MySQL_has_becomes_a_manifest() =>
        await Verify(Project.Of(MySqlSource(Json: "System.Text.Json.JsonDocument?") + """

        [Table("searched")]
        [Index("(lower(name))", Name = "ix_lower"), Index(nameof(Body), Method = "FULLTEXT", Parser = "ngram", Comment = "Words")]
        public sealed class Searched { [PrimaryKey] public int Id { get; init; } [MaxLength(80)] public string Name { get; init; } = ""; public string Body { get; init; } = ""; [Check("id > 0", Name = "later", NotEnforced = true)] public int Other { get; init; } }

        [Table("places"), Index(nameof(Spot), Method = "SPATIAL")]
        public sealed class Place { [PrimaryKey] public int Id { get; init; } [Column(Type = "point", Srid = 4326)] public byte[] Spot { get; init; } = []; }
        """), "MySql");

    [Fact]
    public async Task Everything_that_MariaDB_has_becomes_a_manifest() =>
        await Verify(
            Project.Of("[assembly: Sequence(\"ticket\", Start = 1000, Increment = 5, Min = 10, Max = 90000, Cache = 7, Cycle = true)]\n"
                + MySqlSource(Json: "System.Text.Json.JsonDocument?") + """

        [Table("searched"), TableOption("PAGE_CHECKSUM", "1")]
        [Index(nameof(Body), Method = "FULLTEXT", Comment = "Words")]
        public sealed class Searched { [PrimaryKey] public int Id { get; init; } public string Body { get; init; } = ""; }
        """), "MariaDb");

    private static string MySqlSource(string Json) => $$"""
        [assembly: View("open_orders", "SELECT id, total FROM orders WHERE total > 0", SecurityInvoker = true, CheckOption = ViewCheckOption.Cascaded, Algorithm = ViewAlgorithm.Merge)]
        [assembly: Function("twice", "RETURN a * 2", Arguments = "a int", Returns = "int", Volatility = Volatility.Immutable, DataAccess = DataAccess.NoSql, Security = RoutineSecurity.Invoker, Comment = "Doubles")]
        [assembly: Procedure("tidy", "BEGIN DELETE FROM orders WHERE total = 0; END", Arguments = "IN days int", Deterministic = true, DataAccess = DataAccess.ModifiesSqlData, Comment = "Nightly")]
        [assembly: Event("purge", "EVERY 1 DAY STARTS '2026-01-01 00:00:00'", "DELETE FROM orders WHERE total = 0", Preserve = true, State = EventState.Disabled, Comment = "Nightly")]

        namespace Shop;

        [EnumType] public enum OrderState { New, [EnumLabel("part-paid")] PartPaid, Paid }
        [EnumType, Flags] public enum Wishes { None = 0, Gift = 1, Fragile = 2, Express = 4 }

        [Table("customers"), Comment("People who buy"), CharSet("utf8mb4"), Collation("utf8mb4_bin"), TableOption("ENGINE", "InnoDB"), TableOption("ROW_FORMAT", "DYNAMIC")]
        [Index("Notes(20)", "Name DESC", Name = "ix_notes", Comment = "By notes"), Index(nameof(Balance), Invisible = true)]
        public sealed class Customer
        {
            [PrimaryKey, Identity] public ulong Id { get; init; }
            [MaxLength(80), Unique, CharSet("latin1"), Collation("latin1_bin"), Comment("Login")] public required string Name { get; init; }
            public string Notes { get; init; } = "";
            [Precision(0), Default("CURRENT_TIMESTAMP"), OnUpdate("CURRENT_TIMESTAMP")] public DateTime ChangedAt { get; init; }
            [Column(Invisible = true), Default(7)] public uint Hidden { get; init; }
            [Precision(12, 2), Default("0.50")] public decimal Balance { get; init; }
            public {{Json}} Extra { get; init; }
            [Computed("balance * 2", Stored = true)] public decimal? Twice { get; init; }
            [Computed("balance * 3")] public decimal? Thrice { get; init; }
        }

        [Table("orders")]
        [ForeignKey(typeof(Customer), Columns = [nameof(CustomerId)], OnDelete = ReferentialAction.Cascade, Name = "fk_customer")]
        [Check("total >= 0", Name = "total_positive")]
        [Trigger("first", TriggerTiming.Before, TriggerEvent.Insert, "SET NEW.total = NEW.total + 1")]
        [Trigger("second", TriggerTiming.Before, TriggerEvent.Insert, "BEGIN SET NEW.total = NEW.total * 2; END", Follows = "first")]
        public sealed class Order
        {
            [PrimaryKey, MaxLength(16)] public byte[] Id { get; init; } = [];
            public ulong? CustomerId { get; init; }
            [Default(OrderState.PartPaid)] public OrderState State { get; init; }
            [Default(Wishes.Gift | Wishes.Express)] public Wishes Wishes { get; init; }
            public int Total { get; init; }
        }

        [Table("log"), PartitionBy("RANGE (id)")]
        [Partition("p0", "LESS THAN (100)", Options = ["COMMENT=small"]), Partition("rest", "LESS THAN MAXVALUE")]
        public sealed class Log { [PrimaryKey] public int Id { get; init; } }

        [Table("spread"), PartitionBy("HASH (id) PARTITIONS 4")]
        public sealed class Spread { [PrimaryKey] public int Id { get; init; } }
        """;

    private static async Task Verify(Project project, string provider, [System.Runtime.CompilerServices.CallerFilePath] string file = "",
        [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        project = project with { Providers = provider };
        Assert.Empty(await Analyzed.Diagnostics(project));
        Golden.Verify(Generated.From(project).Json, file, test);
    }
}
