using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Small random schemas over few names, so that two of them overlap and every kind of change comes up.</summary>
internal static class MySqlGen
{
    private static readonly string[] Types = ["int", "bigint", "text", "varchar(9)", "decimal(12,2)",
        "datetime(6)", "enum('calm','it''s')", "enum('calm','glad','it''s')"];

    /// <summary>In source form: the server has to print it first.</summary>
    public static Gen<Snapshot> Schema(string provider) => Gen.Select(Table("t"), Table("u"), Gen.Int[0, 31], (t, u, bits) => new Snapshot
    {
        Form = new(provider, IsServer: false),
        Objects =
        [
            t,
            .. (bits & 1) != 0 ? new TopLevelObject[] { u } : [],
            .. (bits & 2) != 0 ? new TopLevelObject[] { new View { Name = new("v"), Definition = Text("SELECT id FROM t") } } : [],
            .. (bits & 4) != 0
                ? new TopLevelObject[] { new Routine
                {
                    Name = new("f"),
                    Arguments = "x int",
                    Returns = (bits & 8) != 0 ? "int" : "bigint",
                    Body = Text("RETURN 1"),
                    Volatility = Volatility.Immutable,
                } }
                : [],
            .. (bits & 6) == 6
                ? new TopLevelObject[] { new View { Name = new("w"), Definition = Text("SELECT v.id, f(1) AS one FROM v") } }
                : [],
            .. (bits & 16) != 0
                ? new TopLevelObject[] { new Trigger
                {
                    Name = new("g"),
                    On = new("t"),
                    Timing = TriggerTiming.Before,
                    Events = [(bits & 8) != 0 ? TriggerEvent.Update : TriggerEvent.Delete],
                    Body = Text($"SET @x = {bits & 3}"),
                } }
                : [],
        ],
    });

    private static Gen<Table> Table(string name) => Gen.Select(Columns, Gen.Int[0, 511], (columns, bits) =>
    {
        var kept = columns.OfType<Column>().ToList();
        var id = new Column { Name = new("id"), Type = ColumnType.Of("bigint"), Identity = (bits & 1) != 0 ? new() : null };
        var numbers = kept.Where(c => c.Type.Native == "bigint" && c.Nullable && c.Default is null).ToList();
        var sorted = kept.Where(c => c.Type.Native != "text").ToList();
        return new Table
        {
            Name = new(name),
            Columns = [id, .. kept],
            PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            UniqueConstraints = sorted.Count > 0 && (bits & 4) != 0
                ? [new() { Name = new($"{name}_u"), Columns = [IndexPart.Of("id"), new() { Column = sorted[0].Name }] }]
                : [],
            CheckConstraints = sorted.Count > 0 && (bits & 8) != 0 && (bits & 1) == 0
                ? [new()
                {
                    Name = new($"{name}_ck"),
                    Expression = Text($"{MySqlText.Quote(sorted[^1].Name)} IS NOT NULL OR id > {bits & 16}"),
                }]
                : [],
            ForeignKeys = numbers.Count > 0 && (bits & 32) != 0
                ? [new()
                {
                    Name = new($"{name}_fk"),
                    Columns = [numbers[0].Name],
                    ReferencedTable = new("t"),
                    ReferencedColumns = [new("id")],
                    OnDelete = (bits & 64) != 0 ? ReferentialAction.Cascade : ReferentialAction.Restrict,
                }]
                : [],
            Indexes =
            [
                .. sorted.Count > 0 && (bits & 128) != 0
                    ? new[] { new Model.Objects.Index
                    {
                        Name = new($"{name}_ix"),
                        Columns = [new() { Column = sorted[0].Name, Descending = (bits & 64) != 0 }],
                    } }
                    : [],
                .. numbers.Count > 0 && (bits & 32) != 0
                    ? new[] { new Model.Objects.Index { Name = new($"{name}_fk"), Columns = [new() { Column = numbers[0].Name }] } }
                    : [],
            ],
            Comment = (bits & 256) != 0 ? "it's" : null,
        };
    });

    private static Gen<Column?[]> Columns =>
        Gen.Select(Maybe("a"), Maybe("b"), Maybe("C d"), Maybe("select"), (a, b, c, d) => new[] { a, b, c, d });

    private static Gen<Column?> Maybe(string name) =>
        Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 3], Gen.Bool, (type, nullable, value, there) => !there ? null : new Column
    {
        Name = new(name),
        Type = ColumnType.Of(Types[type]),
        Nullable = nullable || value == 0,
        Default = value == 0
            ? null
            : Text(type switch { 2 => $"('{value}')", 3 => $"'{value}'",
                5 => "'2026-01-02 03:04:05.000000'", 6 or 7 => "'calm'", _ => $"{value}" }),
    });

    private static SqlExpression Text(string sql) => MySqlText.Expression(sql);
}
