using System.Text.Json;
using System.Text.Json.Nodes;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace SchemaSync.Adapters.Tests;

/// <summary>Every place of a declaration or snapshot in which a text stands: found in
/// its JSON, where nothing can be without being written.</summary>
internal static class Places
{
    private const string Mark = "(here)";

    /// <summary>One text of one object, and the object with another in its place; null where the file is refused with it.</summary>
    internal sealed record Place(TopLevelObject Subject, string Path, Func<string, TopLevelObject?> With)
    {
        public override string ToString() => Path;
    }

    /// <summary>The places of objects that are neither names nor words of a closed set.</summary>
    public static IReadOnlyList<Place> Of(IEnumerable<TopLevelObject> objects) => [.. objects.SelectMany(Of)];

    private static IEnumerable<Place> Of(TopLevelObject subject)
    {
        var json = JsonNode.Parse(Manifest.Write([new() { Providers = [ProviderNames.Sqlite], Objects = [subject] }]))!;
        foreach (var (node, path) in Leaves(json["models"]![0]!, "")
            .Where(l => !l.Path.StartsWith("/providers", StringComparison.Ordinal)).ToList())
        {
            var copy = json.DeepClone();
            Leaves(copy["models"]![0]!, "").First(l => l.Node.GetPath() == node.GetPath()).Node.ReplaceWith(Mark);
            var parts = copy.ToJsonString().Split(JsonSerializer.Serialize(Mark));
            yield return new(subject, $"{subject.Kind}{path}", text => Read(parts[0] + JsonSerializer.Serialize(text) + parts[1]));
        }
    }

    private static TopLevelObject? Read(string json)
    {
        try
        {
            return Manifest.Read(json)[0].Objects[0];
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    private static IEnumerable<(JsonNode Node, string Path)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject o => o.SelectMany(m => Leaves(m.Value, $"{path}/{m.Key}")),
        JsonArray a => a.SelectMany(i => Leaves(i, path)),
        JsonValue v when v.TryGetValue<string>(out _) => [(v, path)],
        _ => [],
    };

    /// <summary>Objects in which every text facet of the model has a value, as far as the provider has a place for it.</summary>
    public static IReadOnlyList<TopLevelObject> Everything(string provider) => provider switch
    {
        ProviderNames.Sqlite => [Table(provider), View(), Trigger("SELECT 1;") with { When = new("new.id > 0"), UpdateOf = [new("a")] }],
        ProviderNames.PostgreSql => PostgreSql(),
        _ => MySql(provider),
    };

    private static Table Table(string provider)
    {
        var isMySql = provider is ProviderNames.MySql or ProviderNames.MariaDb;
        return new()
        {
            Name = new("t"),
            Columns =
            [
                new() { Name = new("id"), Type = ColumnType.Of(isMySql ? "int" : "integer") },
                new()
                {
                    Name = new("a"), Type = ColumnType.Of(isMySql ? "varchar(20)" : "text"), Nullable = true, Default = new("'x'"),
                    Comment = provider == ProviderNames.Sqlite ? null : "a column",
                    Collation = isMySql ? "utf8mb4_bin" : provider == ProviderNames.Sqlite ? "NOCASE" : "C",
                    CharSet = isMySql ? "utf8mb4" : null,
                },
                new()
                {
                    Name = new("b"),
                    Type = ColumnType.Of(isMySql ? "int" : "integer"),
                    Nullable = true,
                    Computed = new(new("id + 1"), Stored: true),
                },
            ],
            PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            UniqueConstraints =
                [new() { Name = new("t_u"), Columns = [IndexPart.Of("a")], Comment = provider == ProviderNames.Sqlite ? null : "a key" }],
            CheckConstraints = [new() { Name = new("t_c"), Expression = new("id > 0") }],
            ForeignKeys = [new() { Name = new("t_f"), Columns = [new("id")], ReferencedTable = new("t"), ReferencedColumns = [new("id")] }],
            Indexes = [new Index
            {
                Name = new("t_i"),
                Columns = [provider == ProviderNames.MariaDb ? IndexPart.Of("b") : new() { Expression = new("id + 2") }],
                Where = isMySql ? null : new("id > 3"),
            }],
            Comment = provider == ProviderNames.Sqlite ? null : "a table",
            Options = provider == ProviderNames.Sqlite ? [new("STRICT")] : [],
        };
    }

    private static View View() => new() { Name = new("v"), Definition = new("SELECT 1 AS x"), Columns = [new("x")] };

    private static Trigger Trigger(string body) =>
        new() { Name = new("r"), On = new("t"), Timing = TriggerTiming.After, Events = [TriggerEvent.Update], Body = new(body) };

    private static IReadOnlyList<TopLevelObject> MySql(string provider)
    {
        TableOption[] settings = [new("sql_mode", "ANSI_QUOTES")];
        var table = Table(provider);
        var (id, a, b) = (table.Columns[0], table.Columns[1], table.Columns[2]);
        return
        [
            table with
            {
                Options = [new("ENGINE", "InnoDB"), new("ROW_FORMAT", "DYNAMIC")],
                Indexes = [.. table.Indexes,
                    new() { Name = new("t_x"), Columns = [IndexPart.Of("a")], Method = "BTREE", Comment = "an index" },
                    new() { Name = new("t_y"), Columns = [IndexPart.Of("a")], Method = "FULLTEXT", Parser = "ngram" }],
            },
            new Table
            {
                Name = new("e"),
                Columns = [id,
                    new()
                    {
                        Name = new("w"),
                        Type = ColumnType.Of("datetime"),
                        Nullable = true,
                        OnUpdate = new("CURRENT_TIMESTAMP"),
                        Options = [new("INVISIBLE")],
                    }, new() { Name = new("k"), Type = new() { Logical = LogicalType.Enum, Values = ["x", "y"] } }],
            },
            new Table
            {
                Name = new("p"),
                Columns = [id],
                PartitionBy = new("RANGE (id)"),
                Partitions = [new() { Name = new("p0"), Values = new("LESS THAN (10)"), Options = [new("COMMENT", "'x'")] }],
            },
            View() with { Options = [new("ALGORITHM", "MERGE"), new("SECURITY", "INVOKER")] },
            Trigger("BEGIN SET @x = 1; END") with { Settings = [.. settings], Definer = "a@b" },
            new Routine
            {
                Name = new("f"),
                Arguments = "a int, b int",
                Returns = "int",
                Body = new("RETURN a"),
                Volatility = Volatility.Immutable,
                DataAccess = "NO SQL",
                Comment = "a function",
                Settings = [.. settings],
            },
            new Routine { Name = new("q"), IsProcedure = true, Body = new("BEGIN IF 1 THEN SELECT 1; END IF; END") },
            new Event
            {
                Name = new("s"),
                Schedule = new("EVERY 1 YEAR"),
                Body = new("SET @x = 1"),
                State = EventState.Disabled,
                Comment = "an event",
                Settings = [.. settings],
            },
            .. provider == ProviderNames.MariaDb
                ? (IEnumerable<TopLevelObject>)[new Sequence { Name = new("n"), Type = ColumnType.Of("bigint") }]
                : [],
        ];
    }

    private static IReadOnlyList<TopLevelObject> PostgreSql()
    {
        var table = Table(ProviderNames.PostgreSql);
        return
        [
            new Schema { Name = new("sh"), Owner = "test", Comment = "a schema" },
            new Extension { Name = new("plpgsql"), Version = "1.0", Schema = "pg_catalog" },
            new Routine
            {
                Name = new("g"),
                Returns = "trigger",
                Language = "plpgsql",
                Body = new("BEGIN RETURN NULL; END"),
                Settings = [new("search_path", "pg_catalog")],
                Cost = "100",
                Signature = "",
            },
            table with
            {
                Columns = [.. table.Columns.Select(c =>
                    c.Name.Value == "a"
                        ? c with
                        {
                            Storage = "EXTERNAL",
                            Compression = "pglz",
                            Options = [new("STATISTICS", "100"), new("n_distinct", "5")],
                        }
                        : c)],
                Options = [new("fillfactor", "90"), new("REPLICA IDENTITY", "FULL"), new("ROW LEVEL SECURITY")],
                Indexes = [.. table.Indexes,
                    new()
                    {
                        Name = new("t_x"),
                        Columns = [new() { Column = new("a"), Collation = "C", OperatorClass = "text_ops", NullsFirst = true }],
                        Method = "btree",
                        Options = [new("fillfactor", "90")],
                    },
                    new()
                    {
                        Name = new("t_g"),
                        Columns = [new()
                        {
                            Expression = new("to_tsvector('simple', a)"),
                            OperatorClass = "tsvector_ops",
                            OperatorClassParameters = [new("siglen", "100")],
                        }],
                        Method = "gist",
                    }],
                ExclusionConstraints = [new() { Name = new("t_e"), Definition = new("USING btree (id WITH =)") }],
                Policies = [new() { Name = new("t_p"), Roles = ["public_reader"], Using = new("id > 0"), Check = new("id > 1") }],
            },
            new Table { Name = new("k"), Columns = [table.Columns[0]], Opaque = [new("INHERITS", "(t)") { Parts = [new("id")],
                Follows = [new("t")] }] },
            OpaqueObject.Of(ObjectId.In(ObjectKind.Of("rule"), new("t"), new("z")), "CREATE RULE z AS ON INSERT TO t DO ALSO NOTHING")
                with { Comment = "a rule" },
            new Table { Name = new("p"), Columns = [table.Columns[0]], PartitionBy = new("RANGE (id)") },
            new Table { Name = new("p0"), PartitionOf = new("p"), Bound = new("FOR VALUES FROM (1) TO (2)") },
            View() with { Options = [new("security_barrier", "true"), new("COMMENT ON COLUMN x", "a column")] },
            new MaterializedView { Name = new("m"), Definition = new("SELECT 1 AS x"), Options = [new("fillfactor", "90")] },
            Trigger("g('x')") with { When = new("new.id > 0") },
            new Routine
            {
                Name = new("f"),
                Arguments = "a integer, b integer DEFAULT 1",
                Returns = "integer",
                Signature = "integer, integer",
                IsAtomic = true,
                Body = new("BEGIN ATOMIC SELECT 1; END"),
                Comment = "a function",
            },
            new Routine
            {
                Name = new("f2"),
                Returns = "SETOF integer",
                Signature = "",
                Language = "sql",
                Body = new("SELECT 1"),
                Rows = "10",
            },
            new EnumType { Name = new("en"), Values = ["x", "y"] },
            new Domain
            {
                Name = new("d"),
                Type = ColumnType.Of("text"),
                Nullable = true,
                Default = new("'x'"),
                Collation = "C",
                CheckConstraints = [new() { Name = new("d_c"), Expression = new("VALUE <> ''") }],
            },
            new CompositeType { Name = new("c"), Attributes = [new(new("x"), ColumnType.Of("text"), "C") { Comment = "an attribute" }] },
            new Sequence
            {
                Name = new("n"),
                Type = ColumnType.Of("integer"),
                Options = [new("UNLOGGED")],
                Grants = new() { Roles = [new() { Role = "public", Privileges = ["USAGE"] }] },
            },
        ];
    }
}
