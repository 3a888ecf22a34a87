using CsCheck;
using SchemaSync.Engine;
using SchemaSync.Model;
using Index = SchemaSync.Model.Index;

namespace SchemaSync.Adapters.Tests;

/// <summary>Small random schemas over few names, so that two of them overlap and every kind of change comes up.</summary>
public static class SchemaGen
{
    private static readonly string[] Types = ["INTEGER", "TEXT", "REAL", "BLOB", "NUMERIC"];
    private static readonly string[] Names = ["a", "b", "C d", "select"];

    public static Gen<Snapshot> Schema =>
        Gen.Select(Table("t"), Table("u"), Gen.Bool, Gen.Bool, (t, u, hasU, hasView) => new Snapshot
        {
            Form = SqliteDialect.Form,
            Objects = [.. hasU ? new SchemaObject[] { t, u } : [t], .. hasView ? new SchemaObject[] { View } : []],
        });

    private static View View => new() { Name = new("v"), Definition = SqliteText.Expression("SELECT id FROM t") };

    private static Gen<Column> Column(string name) =>
        Gen.Select(Gen.Int[0, 4].Select(i => Types[i]), Gen.Bool, Gen.Int[0, 3], Gen.Bool, (type, nullable, value, nocase) => new Column
        {
            Name = new(name),
            Type = ColumnType.Of(type),
            Nullable = nullable || value == 0,
            Default = value switch { 1 => SqliteText.Expression("7"), 2 => SqliteText.Expression("'x'"), 3 => SqliteText.Expression("1 + 1"), _ => null },
            Collation = nocase && type == "TEXT" ? "NOCASE" : null,
        });

    private static Gen<Column?[]> Columns => Gen.Select(Maybe(Names[0]), Maybe(Names[1]), Maybe(Names[2]), Maybe(Names[3]), (a, b, c, d) => new[] { a, b, c, d });

    private static Gen<Column?> Maybe(string name) => Gen.Select(Column(name), Gen.Bool, (column, there) => there ? column : null);

    private static Gen<Table> Table(string name) =>
        Gen.Select(Columns, Gen.Int[0, 255], Gen.Bool, (columns, bits, identity) =>
        {
            var kept = columns.OfType<Column>().ToList();
            var id = new Column { Name = new("id"), Type = ColumnType.Of("INTEGER"), Identity = identity ? new() : null };
            return new Table
            {
                Name = new(name),
                Columns = [id, .. kept],
                PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
                Indexes = kept.Count > 0 && (bits & 1) != 0 ? [new Index { Name = new($"ix_{name}"), Columns = [new() { Column = kept[0].Name, Descending = (bits & 2) != 0 }] }] : [],
                CheckConstraints = kept.Count > 0 && (bits & 4) != 0 ? [new() { Name = new((bits & 8) != 0 ? "ck" : ""), Expression = SqliteText.Expression($"{SqliteText.Quote(kept[^1].Name)} IS NOT 'forbidden'") }] : [],
                ForeignKeys = (bits & 16) != 0 && kept.Exists(c => c.Type.Native == "INTEGER" && c.Nullable && c.Default is null)
                    ? [new() { Columns = [kept.First(c => c.Type.Native == "INTEGER" && c.Nullable && c.Default is null).Name], ReferencedTable = new("t"), ReferencedColumns = [new("id")] }]
                    : [],
            };
        });
}
