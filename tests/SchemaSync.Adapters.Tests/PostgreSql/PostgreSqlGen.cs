using CsCheck;
using SchemaSync.Engine;
using SchemaSync.Model;

namespace SchemaSync.Adapters.Tests;

/// <summary>Small random schemas over few names, so that two of them overlap and every kind of change comes up.</summary>
public static class PostgreSqlGen
{
    private static readonly string[] Types = ["integer", "bigint", "text", "character varying(9)", "numeric(12,2)", "mood", "mood[]", "positive"];

    /// <summary>In source form: the server has to print it first.</summary>
    public static Gen<Snapshot> Schema => Gen.Select(Table("t"), Table("u"), Gen.Int[0, 63], (t, u, bits) => new Snapshot
    {
        Form = new(ProviderNames.PostgreSql, IsServer: false),
        Objects =
        [
            new EnumType { Name = new("mood"), Values = (bits & 16) != 0 ? ["calm", "glad", "it's"] : ["calm", "it's"] },
            new Domain { Name = new("positive"), Type = ColumnType.Of("integer"), Nullable = true, CheckConstraints = [new() { Name = new("positive_check"), Expression = Text($"VALUE > {bits & 32}") }] },
            t,
            .. (bits & 1) != 0 ? new TopLevelObject[] { u } : [],
            .. (bits & 2) != 0 ? new TopLevelObject[] { new View { Name = new("v"), Definition = Text("SELECT id FROM t") } } : [],
            .. (bits & 4) != 0 ? new TopLevelObject[] { new Routine { Name = new("f"), Signature = "integer", Arguments = "x integer", Returns = (bits & 8) != 0 ? "integer" : "bigint", Body = Text("SELECT 1"), Volatility = Volatility.Immutable } } : [],
            .. (bits & 6) == 6 ? new TopLevelObject[] { new View { Name = new("w"), Definition = Text("SELECT v.id, f(1) AS one FROM v") } } : [],
            .. (bits & 8) != 0 ? new TopLevelObject[] { new MaterializedView { Name = new("m"), Definition = Text("SELECT id FROM t"), Indexes = [new() { Name = new("m_id"), Columns = [IndexPart.Of("id")], Unique = true }] } } : [],
        ],
    });

    private static Gen<Table> Table(string name) => Gen.Select(Columns, Gen.Int[0, 1023], (columns, bits) =>
    {
        var kept = columns.OfType<Column>().ToList();
        var id = new Column { Name = new("id"), Type = ColumnType.Of("bigint"), Identity = (bits & 1) != 0 ? new() { Always = (bits & 2) != 0 } : null };
        var numbers = kept.Where(c => c.Type.Native == "bigint" && c.Nullable && c.Default is null).ToList();
        return new Table
        {
            Name = new(name),
            Columns = [id, .. kept, .. kept.Count > 0 && (bits & 256) != 0 ? new[] { Computed(kept[0]) } : []],
            PrimaryKey = new() { Name = new($"{name}_key"), Columns = [IndexPart.Of("id")] },
            UniqueConstraints = kept.Count > 0 && (bits & 4) != 0 ? [new() { Name = new($"{name}_u"), Columns = [IndexPart.Of("id"), new() { Column = kept[0].Name }] }] : [],
            CheckConstraints = kept.Count > 0 && (bits & 8) != 0 ? [new() { Name = new($"{name}_ck"), Expression = Text($"{PostgreSqlText.Quote(kept[^1].Name)} IS NOT NULL OR id > {bits & 16}") }] : [],
            ForeignKeys = numbers.Count > 0 && (bits & 32) != 0 ? [new() { Name = new($"{name}_fk"), Columns = [numbers[0].Name], ReferencedTable = new("t"), ReferencedColumns = [new("id")], OnDelete = (bits & 64) != 0 ? ReferentialAction.SetNull : ReferentialAction.NoAction }] : [],
            Indexes = kept.Count > 0 && (bits & 128) != 0 ? [new() { Name = new($"{name}_ix"), Columns = [new() { Column = kept[0].Name, Descending = (bits & 64) != 0 }], Where = (bits & 16) != 0 ? Text("id > 3") : null }] : [],
            Comment = (bits & 64) != 0 ? "it's" : null,
            Policies = (bits & 512) != 0 ? [new() { Name = new("p"), Using = Text($"id > {bits & 16}") }] : [],
        };
    });

    private static Column Computed(Column from) =>
        new() { Name = new("known"), Type = ColumnType.Of("boolean"), Nullable = true, Computed = new(Text($"{PostgreSqlText.Quote(from.Name)} IS NOT NULL"), Stored: true) };

    private static Gen<Column?[]> Columns => Gen.Select(Maybe("a"), Maybe("b"), Maybe("C d"), Maybe("select"), (a, b, c, d) => new[] { a, b, c, d });

    private static Gen<Column?> Maybe(string name) => Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 3], Gen.Bool, (type, nullable, value, there) => !there ? null : new Column
    {
        Name = new(name),
        Type = ColumnType.Of(Types[type]),
        Nullable = nullable || value == 0,
        Default = value == 0 ? null : Text(type switch { 5 => "'calm'", 6 => "'{calm}'", 2 or 3 => $"'{value}'", _ => $"{value}" }),
    });

    private static SqlExpression Text(string sql) => PostgreSqlText.Expression(sql);
}
