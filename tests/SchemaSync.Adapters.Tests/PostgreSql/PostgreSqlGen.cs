using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Small random schemas over few names, so that two of them overlap and every kind of change comes up.</summary>
public static class PostgreSqlGen
{
    private static readonly string[] Types = ["integer", "bigint", "text",
        "character varying(9)", "numeric(12,2)", "mood", "mood[]", "positive"];

    /// <summary>In source form: the server has to print it first. Everything is in the tenant's own schema.</summary>
    public static Gen<Snapshot> Schema => In(Gen.Const(Placement.Own));

    /// <summary>The same over the tenant's own schema and two shared ones. What is shared refers to
    /// nothing of a tenant's: it is there once, for all of them.</summary>
    public static Gen<Snapshot> Schemas(string first, string second) =>
        In(Gen.Select(Gen.Int[0, 2].Array[8], Gen.Int[0, 1], (draws, type) =>
    {
        string Shared(int draw) => draw == 1 ? first : second;
        string Any(int draw, bool isTenants) => draw == 0 || isTenants ? "" : Shared(draw);
        var t = Any(draws[0], false);
        var f = Any(draws[1], false);
        var v = Any(draws[2], t.Length == 0);
        return new Placement(new Dictionary<string, string>
        {
            ["mood"] = Shared(1 + type), ["positive"] = Shared(2 - type), ["t"] = t, ["f"] = f, ["v"] = v,
            ["u"] = Any(draws[3], t.Length == 0), ["m"] = Any(draws[4], t.Length == 0),
            ["w"] = Any(draws[5], v.Length == 0 || f.Length == 0),
        });
    }));

    private static Gen<Snapshot> In(Gen<Placement> placements) =>
        placements.SelectMany(at => Gen.Select(Table("t", at), Table("u", at), Gen.Int[0, 63], (t, u, bits) => new Snapshot
    {
        Form = new(ProviderNames.PostgreSql, IsServer: false),
        Objects =
        [
            .. at.Schemas,
            new EnumType { Name = at.Of("mood"), Values = (bits & 16) != 0 ? ["calm", "glad", "it's"] : ["calm", "it's"] },
            new Domain
            {
                Name = at.Of("positive"),
                Type = ColumnType.Of("integer"),
                Nullable = true,
                CheckConstraints = [new() { Name = new("positive_check"), Expression = Text($"VALUE > {bits & 32}") }],
            },
            t,
            .. (bits & 1) != 0 ? new TopLevelObject[] { u } : [],
            .. (bits & 2) != 0
                ? new TopLevelObject[] { new View { Name = at.Of("v"), Definition = Text($"SELECT id FROM {at.Written("t")}") } }
                : [],
            .. (bits & 4) != 0
                ? new TopLevelObject[] { new Routine
                {
                    Name = at.Of("f"),
                    Signature = "integer",
                    Arguments = "x integer",
                    Returns = (bits & 8) != 0 ? "integer" : "bigint",
                    Body = Text("SELECT 1"),
                    Volatility = Volatility.Immutable,
                } }
                : [],
            .. (bits & 6) == 6
                ? new TopLevelObject[] { new View
                {
                    Name = at.Of("w"),
                    Definition = Text($"SELECT v.id, {at.Written("f")}(1) AS one FROM {at.Written("v")} v"),
                } }
                : [],
            .. (bits & 8) != 0
                ? new TopLevelObject[] { new MaterializedView
                {
                    Name = at.Of("m"),
                    Definition = Text($"SELECT id FROM {at.Written("t")}"),
                    Indexes = [new() { Name = new("m_id"), Columns = [IndexPart.Of("id")], Unique = true }],
                } }
                : [],
        ],
    }));

    /// <summary>Which schema each name is in; the tenant's own is the empty one.</summary>
    private sealed record Placement(IReadOnlyDictionary<string, string> SchemaOf)
    {
        public static Placement Own { get; } = new(new Dictionary<string, string>());

        public IEnumerable<TopLevelObject> Schemas =>
            SchemaOf.Values.Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(s => new Schema { Name = new(s) });

        public QualifiedName Of(string name) =>
            SchemaOf.GetValueOrDefault(name, "") is { Length: > 0 } schema ? new(new(schema), new(name)) : new(name);

        public string Written(string name) => PostgreSqlText.Shown(Of(name));

        public string Type(string type) => type switch
        {
            "mood" or "positive" => Written(type),
            "mood[]" => $"{Written("mood")}[]",
            _ => type,
        };
    }

    private static Gen<Table> Table(string name, Placement at) => Gen.Select(Columns(at), Gen.Int[0, 1023], (columns, bits) =>
    {
        var kept = columns.OfType<Column>().ToList();
        var id = new Column
        {
            Name = new("id"),
            Type = ColumnType.Of("bigint"),
            Identity = (bits & 1) != 0 ? new() { Always = (bits & 2) != 0 } : null,
        };
        var numbers = kept.Where(c => c.Type.Native == "bigint" && c.Nullable && c.Default is null).ToList();
        return new Table
        {
            Name = at.Of(name),
            Columns = [id, .. kept, .. kept.Count > 0 && (bits & 256) != 0 ? new[] { Computed(kept[0]) } : []],
            PrimaryKey = new() { Name = new($"{name}_key"), Columns = [IndexPart.Of("id")] },
            UniqueConstraints = kept.Count > 0 && (bits & 4) != 0
                ? [new() { Name = new($"{name}_u"), Columns = [IndexPart.Of("id"), new() { Column = kept[0].Name }] }]
                : [],
            CheckConstraints = kept.Count > 0 && (bits & 8) != 0
                ? [new()
                {
                    Name = new($"{name}_ck"),
                    Expression = Text($"{PostgreSqlText.Quote(kept[^1].Name)} IS NOT NULL OR id > {bits & 16}"),
                }]
                : [],
            ForeignKeys = numbers.Count > 0 && (bits & 32) != 0
                ? [new()
                {
                    Name = new($"{name}_fk"),
                    Columns = [numbers[0].Name],
                    ReferencedTable = at.Of("t"),
                    ReferencedColumns = [new("id")],
                    OnDelete = (bits & 64) != 0 ? ReferentialAction.SetNull : ReferentialAction.NoAction,
                }]
                : [],
            Indexes = kept.Count > 0 && (bits & 128) != 0
                ? [new()
                {
                    Name = new($"{name}_ix"),
                    Columns = [new() { Column = kept[0].Name, Descending = (bits & 64) != 0 }],
                    Where = (bits & 16) != 0 ? Text("id > 3") : null,
                }]
                : [],
            Comment = (bits & 64) != 0 ? "it's" : null,
            Policies = (bits & 512) != 0 ? [new() { Name = new("p"), Using = Text($"id > {bits & 16}") }] : [],
        };
    });

    private static Column Computed(Column from) =>
        new()
        {
            Name = new("known"),
            Type = ColumnType.Of("boolean"),
            Nullable = true,
            Computed = new(Text($"{PostgreSqlText.Quote(from.Name)} IS NOT NULL"), Stored: true),
        };

    private static Gen<Column?[]> Columns(Placement at) =>
        Gen.Select(Maybe("a", at), Maybe("b", at), Maybe("C d", at), Maybe("select", at), (a, b, c, d) => new[] { a, b, c, d });

    private static Gen<Column?> Maybe(string name, Placement at) =>
        Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 3], Gen.Bool, (type, nullable, value, there) => !there ? null : new Column
    {
        Name = new(name),
        Type = ColumnType.Of(at.Type(Types[type])),
        Nullable = nullable || value == 0,
        Default = value == 0 ? null : Text(type switch { 5 => "'calm'", 6 => "'{calm}'", 2 or 3 => $"'{value}'", _ => $"{value}" }),
    });

    private static SqlExpression Text(string sql) => PostgreSqlText.Expression(sql);
}
