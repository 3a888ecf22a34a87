namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two schemas in SQL, drawn from one seed: the second is the first with some draws drawn again. Kinds that depend on each other are among
/// them, so that a pair of them is what people change in one step: computed columns, what hangs on them, triggers, views over views,
/// routines, events, partitions.
/// </summary>
internal sealed class MySqlPair
{
    private static readonly string[] Numbers = ["int", "bigint", "smallint unsigned", "decimal(12,2)", "tinyint"];
    private static readonly string[] Texts = ["varchar(20)", "char(5)", "text", "varchar(300)"];
    private static readonly string[] Others = ["date", "datetime(3)", "enum('a','b''c')",
        "set('x','y')", "double", "timestamp null", "json"];

    private readonly bool _isMariaDb;
    private readonly Random _draws, _again;
    private readonly double _share;
    private readonly List<string> _statements = [];

    private MySqlPair(int seed, bool isMariaDb, double share) =>
        (_draws, _again, _share, _isMariaDb) = (new(seed), new(seed + 1_000_003), share, isMariaDb);

    /// <summary>The statements of the first schema, its rows, and the statements of the second.</summary>
    public sealed record Drawing(IReadOnlyList<string> From, IReadOnlyList<string> Rows, IReadOnlyList<string> To)
    {
        public override string ToString() => string.Join("\n", [.. From, .. Rows, "--", .. To]);
    }

    /// <summary>The pair of a seed.</summary>
    public static Drawing Of(int seed, bool isMariaDb)
    {
        var from = new MySqlPair(seed, isMariaDb, 0);
        from.Write();
        var to = new MySqlPair(seed, isMariaDb, seed % 3 == 0 ? 0.5 : 0.12);
        to.Write();
        return new(from._statements, [.. from.Rows(seed % 4)], to._statements);
    }

    private int Next(int count)
    {
        var drawn = _draws.Next(count);
        return _again.NextDouble() < _share ? _again.Next(count) : drawn;
    }

    private bool Maybe(int oneOf) => Next(oneOf) == 0;

    private string One(IReadOnlyList<string> list) => list[Next(list.Count)];

    private sealed record Col(string Name, string Type, bool IsNumber, bool IsText, string Computed, bool Stored, bool NotNull);

    private readonly Dictionary<string, List<Col>> _tables = [];

    private void Write()
    {
        Table("t", []);
        if (!Maybe(4)) Table("u", ["t"]);
        if (Maybe(2)) Table("w", [.. _tables.Keys]);
        if (Maybe(3))
            _statements.Add(
                $"create table p (id int not null, n int, s varchar({10 + Next(3)}){(Maybe(2) ? ", b int as (n * 2) stored" : "")}, "
                    + $"primary key (id)) partition by range (id) (partition p0 values less than ({10 + (Next(2) * 10)}), "
                    + $"{(Maybe(2) ? "partition p1 values less than (100), " : "")}partition pm values less than maxvalue)");
        Bodies();
    }

    private void Table(string name, IReadOnlyList<string> earlier)
    {
        var columns = new List<Col>();
        for (var i = 0; i < 5; i++)
        {
            var (there, kind, computed) = (!Maybe(4), Next(8), Next(10));
            var type = kind < 4 ? One(Numbers) : kind < 6 ? One(Texts) : One(Others);
            var text = Expression(columns);
            var column = new Col($"{(char)('a' + i)}", type, kind < 4, kind is 4 or 5,
                computed < 4 && text.Length > 0 ? text : "", computed < 2, Maybe(4));
            if (!there) continue;
            if (column.Computed.Length > 0)
                column = column with
                {
                    Type = column.Computed.StartsWith("concat", StringComparison.Ordinal) ? "varchar(90)" : "bigint",
                    IsNumber = !column.Computed.StartsWith("concat", StringComparison.Ordinal),
                    IsText = column.Computed.StartsWith("concat", StringComparison.Ordinal),
                };
            columns.Add(column);
        }

        _tables[name] = columns;
        var lines = new List<string> { "id int not null" };
        lines.AddRange(columns.Select(Line));
        lines.Add("primary key (id)");
        lines.AddRange(Keys(name, columns));
        lines.AddRange(Rules(name, columns, earlier));
        _statements.Add($"create table {name} ({string.Join(", ", lines)}){(Maybe(5) ? " comment 'it''s'" : "")}");
    }

    private string Expression(List<Col> columns)
    {
        var (kind, first, second) = (Next(4), Next(5), Next(5));
        var numbers = columns.Where(c => c.IsNumber && !c.Type.StartsWith("decimal", StringComparison.Ordinal)).ToList();
        var texts = columns.Where(c => c.IsText).ToList();
        if (kind == 0 && texts.Count > 0) return $"concat({texts[first % texts.Count].Name}, '!')";
        if (numbers.Count == 0) return "";
        var (x, y) = (numbers[first % numbers.Count].Name, numbers[second % numbers.Count].Name);
        return kind switch { 1 => $"{x} + {second}", 2 => $"coalesce({x}, 0) + coalesce({y}, 0)", _ => $"{x} * 2" };
    }

    private string Line(Col column)
    {
        var (value, special) = (Next(6), Next(6));
        if (column.Computed.Length > 0)
            return $"{column.Name} {column.Type} as ({column.Computed}) {(column.Stored ? "stored" : "virtual")}";
        var text = $"{column.Name} {column.Type}";
        if (column.NotNull && !column.Type.EndsWith("null", StringComparison.Ordinal)) text += " not null";
        if (column.Type is "text" or "json") return special == 0 && column.Type == "text" ? $"{text} default ('t')" : text;
        if (value < 2)
            text += $" default {DefaultOf(column, value, special == 0)}";
        else if (special == 1) text += " comment 'note'";
        return text;
    }

    private static string DefaultOf(Col column, int value, bool ofEachRow)
    {
        if (column.IsNumber) return $"{value + 3}";
        if (!column.IsText) return Default(column.Type);
        return ofEachRow && column.Type == "varchar(300)" ? "(uuid())" : $"'v{value}'";
    }

    private static string Default(string type) => type[0] switch
    {
        'd' when type == "double" => "1.5",
        'd' or 't' => type == "date" ? "'2020-01-02'" : "'2020-01-02 03:04:05'",
        'e' => "'b''c'",
        _ => "'x,y'",
    };

    private IEnumerable<string> Keys(string table, List<Col> columns)
    {
        var keyed = columns.Where(c => c.Type is not ("text" or "json") && c.Type != "varchar(300)").ToList();
        var (one, two, unique, expression, full) = (Next(6), Next(6), Next(5), Next(5), Next(8));
        if (keyed.Count > 0 && one < 4)
            yield return $"key {table}_k ({keyed[one % keyed.Count].Name}"
                + $"{(two < 2 && keyed.Count > 1 && two % keyed.Count != one % keyed.Count ? $", {keyed[two % keyed.Count].Name}" : "")})";
        if (keyed.Count > 0 && unique < 2) yield return $"unique key {table}_u ({keyed[two % keyed.Count].Name}, id)";
        var numbers = columns.Where(c => c.IsNumber).ToList();
        if (!_isMariaDb && numbers.Count > 0 && expression == 0) yield return $"key {table}_e (({numbers[one % numbers.Count].Name} + 1))";
        if (columns.Find(c => c.IsText && (c.Computed.Length == 0 || c.Stored)) is { } text && full == 0)
            yield return $"fulltext key {table}_f ({text.Name})";
    }

    private IEnumerable<string> Rules(string table, List<Col> columns, IReadOnlyList<string> earlier)
    {
        var (check, which, key, action) = (Next(4), Next(5), Next(4), Next(3));
        if (columns.Count > 0 && check < 2)
            yield return $"constraint {table}_c check ({columns[which % columns.Count].Name} is not null or id > {check - 5})";
        var numbers = columns.Where(c => c.Type == "int" && (c.Computed.Length == 0 || c.Stored)).ToList();
        if (earlier.Count > 0 && numbers.Count > 0 && key < 2)
            yield return $"constraint {table}_r foreign key ({numbers[which % numbers.Count].Name}) references "
                + $"{earlier[action % earlier.Count]} (id){(action == 1 ? " on delete cascade" : "")}";
    }

    private void Bodies()
    {
        var (view, over, f, p, e, count, turn) = (Next(4), Next(3), Next(3), Next(3), Next(4), Next(4), Next(6));
        var columns = _tables["t"].Select(c => c.Name).ToList();
        if (f < 2) _statements.Add($"create function f (x int) returns {(f == 0 ? "int" : "bigint")} deterministic return x + {f}");
        if (view > 0)
            _statements.Add(
                $"create view v as select id{string.Concat(columns.Take(view).Select(c => $", {c}"))} from "
                    + $"t{(view == 3 ? " where exists (select 'x' from t o where o.id = t.id + 1)" : "")}");
        if (view > 0 && over > 0)
            _statements.Add(
                $"create view v2 as select v.id{(f < 2 && over == 2 ? ", f(v.id) as g" : "")}, count(*) as n from v group by v.id");
        if (p < 2) _statements.Add(
            $"create procedure p () begin select {(columns.Count > 0 ? columns[p % columns.Count] : "id")} from t; select {p}; end");
        if (e == 0)
            _statements.Add(
                $"create event e on schedule every {1 + over} day starts '2031-01-01 00:00:00' disable do delete from t where id = {over}");
        string[][] orders = [["x", "y", "z"], ["z", "x", "y"], ["y", "z", "x"], ["z", "y", "x"], ["x", "z", "y"], ["y", "x", "z"]];
        foreach (var name in orders[turn].Take(count))
        {
            var (what, body) = (Next(3), Next(4));
            var target = _tables["t"].FirstOrDefault(c => c.IsNumber && c.Computed.Length == 0 && c.Type != "tinyint")?.Name;
            var does = body == 0 && target is not null && what != 2
                ? $"set new.{target} = {body + 1}"
                : $"delete from t where false and id = {body}";
            if (body != 0) does = $"begin declare q int default {body}; end";
            _statements.Add($"create trigger {name} before {(what == 0 ? "insert" : "update")} on t for each row {does}");
        }
    }

    private IEnumerable<string> Rows(int rows)
    {
        foreach (var (table, columns) in _tables)
        {
            var plain = columns.Where(c => c.Computed.Length == 0).ToList();
            for (var id = 1; id <= rows; id++)
                yield return $"insert into {table} (id{string.Concat(plain.Select(c => $", {c.Name}"))}) values "
                    + $"({id}{string.Concat(plain.Select(c => $", {Value(c, id)}"))})";
        }
    }

    private static string Value(Col column, int id) => id % 3 == 2 && !column.NotNull ? "null" : column.Type switch
    {
        "date" => "'2021-02-03'",
        "datetime(3)" or "timestamp null" => "'2021-02-03 04:05:06'",
        "json" => "'{}'",
        "double" => $"{id}.25",
        ['e', ..] => "'a'",
        ['s', 'e', ..] => "'x'",
        _ when column.IsText => $"'{id}'",
        _ => "1",
    };
}
