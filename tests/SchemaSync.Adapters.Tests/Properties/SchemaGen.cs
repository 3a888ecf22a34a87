using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Small random schemas over few names, so that two of them overlap and every kind of change comes up.</summary>
public static class SchemaGen
{
    private static readonly string[] Types = ["INTEGER", "TEXT", "REAL", "BLOB", "ANY"];
    private static readonly string[] Names = ["a", "b", "C d", "select"];

    /// <summary>What a table is besides its columns: each number decides one thing.</summary>
    private sealed record Shape(int Key, int Options, int Index, int Check, int ForeignKey, int Unique, int Computed);

    public static Gen<Snapshot> Schema =>
        Gen.Select(Table("t"), Table("u"), Table("w"), Gen.Int[0, 3], Gen.Int[0, 7], (t, u, w, tables, bodies) =>
        {
            Table[] none = [];
            List<Table> all = [t, .. (tables & 1) != 0 ? [u] : none, .. (tables & 2) != 0 ? [w] : none];
            // Names of indexes are those of the whole database: the first table that wants one has it.
            all = [.. all.Select((table, i) =>
                all.Take(i).Any(o => o.Indexes.Any(x => table.Indexes.Any(y => x.Name == y.Name))) ? table with { Indexes = [] } : table)];
            return new Snapshot { Form = SqliteDialect.Form, Objects = [.. all, .. Bodies(all, bodies)] };
        });

    /// <summary>Two schemas, and the renames that lead from names only the first has to names only the second has.</summary>
    public static Gen<(Snapshot From, Snapshot To, int Rows)> Pair =>
        Gen.Select(Schema, Schema, Gen.Int[0, 3], Gen.Int[0, 3], (from, to, rows, renames) =>
        (from, new Snapshot { Form = to.Form, Objects = to.Objects, Intents = [.. Renames(from, to, renames)] }, rows));

    private static IEnumerable<Intent> Renames(Snapshot from, Snapshot to, int which)
    {
        var former = new Dictionary<QualifiedName, Table>();
        foreach (var table in to.Tables) former[table.Name] = from.Tables.FirstOrDefault(t => t.Name == table.Name)!;
        var (gone, come) = (from.Tables.FirstOrDefault(t => !to.Tables.Any(o => o.Name == t.Name)),
            to.Tables.FirstOrDefault(t => !from.Tables.Any(o => o.Name == t.Name)));
        if ((which & 1) != 0 && gone is not null && come is not null)
        {
            former[come.Name] = gone;
            yield return new(IntentKind.RenamedFrom, ObjectId.Of(come), gone.Name.Name);
        }

        if ((which & 2) == 0) yield break;
        foreach (var table in to.Tables.Where(t => former[t.Name] is not null))
        {
            var old = former[table.Name].Columns.FirstOrDefault(c => table.Column(c.Name) is null);
            var renamed = table.Columns.FirstOrDefault(c => former[table.Name].Column(c.Name) is null);
            if (old is not null && renamed is not null)
                yield return new(IntentKind.RenamedFrom, ObjectId.Of(table.Name, renamed), old.Name);
        }
    }

    private static IEnumerable<TopLevelObject> Bodies(List<Table> tables, int which)
    {
        if ((which & 1) != 0)
            yield return new View
            {
                Name = new("v"),
                Definition = SqliteText.Expression($"SELECT {SqliteRender.Names(tables[0].Columns.Select(c => c.Name))} FROM t"),
            };
        if ((which & 3) == 3)
            yield return new View
            {
                Name = new("over"),
                Columns = [new("n")],
                Definition = SqliteText.Expression("SELECT id FROM v WHERE id > 0"),
            };
        if ((which & 4) != 0)
            yield return new Trigger
            {
                Name = new("g"),
                On = tables[^1].Name,
                Timing = TriggerTiming.After,
                Events = [TriggerEvent.Delete],
                Body = SqliteText.Expression(
                    $"DELETE FROM t WHERE id = OLD.id AND {SqliteText.Quote(tables[0].Columns[^1].Name)} IS NULL;"),
            };
    }

    private static Gen<Column> Column(string name) =>
        Gen.Select(Gen.Int[0, 4].Select(i => Types[i]), Gen.Bool, Gen.Int[0, 3], Gen.Bool, (type, nullable, value, nocase) => new Column
        {
            Name = new(name),
            Type = ColumnType.Of(type),
            Nullable = nullable || value == 0,
            Default = value switch { 1 => SqliteText.Expression("7"), 2 => SqliteText.Expression(type == "TEXT" ? "'x'" : "8"),
                3 => SqliteText.Expression("1 + 1"), _ => null },
            Collation = nocase && type == "TEXT" ? "NOCASE" : null,
        });

    private static Gen<Column?[]> Columns =>
        Gen.Select(Maybe(Names[0]), Maybe(Names[1]), Maybe(Names[2]), Maybe(Names[3]), (a, b, c, d) => new[] { a, b, c, d });

    private static Gen<Column?> Maybe(string name) => Gen.Select(Column(name), Gen.Bool, (column, there) => there ? column : null);

    private static Gen<Table> Table(string name) => Gen.Select(Columns,
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3],
            (k, o, i, c, f, u, g) => new Shape(k, o, i, c, f, u, g)),
        (columns, shape) => SqliteTableForm.Of(Table(name, columns.OfType<Column>().ToList(), shape)));

    private static Table Table(string name, List<Column> columns, Shape shape)
    {
        // Every row refers to the row 1 of t, which is there: so a column that refers is not unique.
        var keyed = columns.Find(c => c.Type.Native == "INTEGER" && c.Nullable && c.Default is null);
        var first = columns.FirstOrDefault();
        var last = columns.LastOrDefault();
        if (shape.Computed == 1 && first is not null)
            columns = [.. columns, Computed("doubled", $"{SqliteText.Quote(first.Name)} || '!'", stored: true)];
        if (shape.Computed == 2) columns = [.. columns, Computed("doubled", "id * 2", stored: false)];
        return new Table
        {
            Name = new(name),
            Columns = [new Column
            {
                Name = new("id"),
                Type = ColumnType.Of(shape.Key == 2 ? "INT" : "INTEGER"),
                Identity = shape.Key == 1 ? new() : null,
            }, .. columns],
            PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            Options = shape.Options switch { 1 => [new("STRICT")], 2 when shape.Key != 1 => [new("WITHOUT ROWID")],
                3 when shape.Key != 1 => [new("STRICT"), new("WITHOUT ROWID")], _ => [] },
            Indexes = first is null ? [] : IndexOf(name, first, last!, shape.Index) is { } index ? [index] : [],
            UniqueConstraints = last is not null && shape.Unique == 1 ? [new() { Columns = [new() { Column = last.Name }] }] : [],
            CheckConstraints = last is null || shape.Check == 0
                ? []
                : [new()
                {
                    Name = new(shape.Check == 1 ? "ck" : ""),
                    Expression = SqliteText.Expression($"{SqliteText.Quote(last.Name)} IS NOT {(shape.Check == 2 ? "'forbidden'" : "99")}"),
                }],
            ForeignKeys = keyed is null || keyed == last || (keyed == first && shape.Index == 2) || shape.ForeignKey == 0
                ? []
                : [new()
                {
                    Columns = [keyed.Name],
                    ReferencedTable = new("t"),
                    ReferencedColumns = [new("id")],
                    OnDelete = shape.ForeignKey == 2 ? ReferentialAction.Cascade : ReferentialAction.NoAction,
                }],
        };
    }

    private static Column Computed(string name, string text, bool stored) =>
        new() { Name = new(name), Type = ColumnType.Of("ANY"), Nullable = true, Computed = new(SqliteText.Expression(text), stored) };

    private static Index? IndexOf(string table, Column first, Column last, int kind) => kind switch
    {
        1 => new()
        {
            Name = new($"ix_{table}"),
            Columns = [new() { Column = first.Name, Descending = true }, new() { Column = last.Name, Collation = "NOCASE" }],
        },
        2 => new()
        {
            Name = new($"ix_{table}"),
            Columns = [new() { Expression = SqliteText.Expression($"coalesce({SqliteText.Quote(first.Name)}, id)") }],
            Unique = true,
        },
        3 => new()
        {
            Name = new("ix"),
            Columns = [new() { Column = last.Name }],
            Where = SqliteText.Expression($"{SqliteText.Quote(first.Name)} IS NOT NULL"),
        },
        4 => new() { Name = new($"IX_{table}"), Columns = [new() { Column = last.Name }], Unique = true },
        _ => null,
    };
}
