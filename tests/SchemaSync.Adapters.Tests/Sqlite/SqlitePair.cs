namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two schemas in SQL, drawn from one seed: the second is the first with some draws drawn again. Everything that a table of SQLite can have
/// is among them, under names that change, with rows of mixed storage classes, and what depends on it.
/// </summary>
internal sealed partial class SqlitePair
{
    private static readonly string[] Types =
        ["INTEGER", "TEXT", "REAL", "BLOB", "NUMERIC", "VARCHAR(20)", "DECIMAL(10, 2)", "", "BIGINT", "boolean"];

    private static readonly string[] StrictTypes = ["INTEGER", "TEXT", "REAL", "BLOB", "ANY", "TEXT", "INT", "ANY", "INT", "INTEGER"];

    private readonly Random _draws, _again;
    private readonly double _share;
    private readonly List<string> _statements = [];
    private readonly List<Drawn> _tables = [];

    private SqlitePair(int seed, double share) => (_draws, _again, _share) = (new(seed), new(seed + 1_000_003), share);

    /// <summary>The statements of the first schema, its rows, those of the second, and what a declaration says about the way.</summary>
    public sealed record Drawing(IReadOnlyList<string> From, IReadOnlyList<string> Rows, IReadOnlyList<string> To,
        IReadOnlyList<Intent> Intents, (string From, string To)? Referred)
    {
        public override string ToString() => string.Join("\n",
            [.. From, .. Rows, "--", .. To, "--", .. Intents.Select(i => $"{i.Kind} {i.Subject} {i.Former.Value} {i.Sql}")]);
    }

    /// <summary>The pair of a seed.</summary>
    public static Drawing Of(int seed)
    {
        var from = new SqlitePair(seed, 0);
        from.Write();
        var to = new SqlitePair(seed, seed % 3 == 0 ? 0.4 : 0.1);
        to.Write();
        return new(from._statements, [.. from.Rows(new(seed + 7), seed % 5)], to._statements,
            [.. Intents(from, to, new(seed + 11))], 
            from._tables[0].IsParent && to._tables[0].IsParent ? (from._tables[0].Name, to._tables[0].Name) : null);
    }

    private int Next(int count)
    {
        var drawn = _draws.Next(count);
        return _again.NextDouble() < _share ? _again.Next(count) : drawn;
    }

    private bool Maybe(int oneOf) => Next(oneOf) == 0;

    private T One<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    /// <summary>One column; its slot is the same in both schemas, whatever it is called.</summary>
    private sealed record Col(string Slot, string Name, string Type, bool NotNull, string Value, string Rest, string Computed)
    {
        public string Quoted => Quote(Name);

        public bool IsPlain => Computed.Length == 0;
    }

    /// <summary>One table; its slot is the same in both schemas as well.</summary>
    private sealed record Drawn(string Slot, string Name, List<Col> Columns, bool IsStrict, bool WithoutRowid, int Key)
    {
        public string Quoted => Quote(Name);

        public bool IsParent => Key != 3 && Key != 4;
    }

    private static string Quote(string name) => $"\"{name}\"";

    private void Write()
    {
        Table("t", [["t"], ["t"], ["t", "T", "t two"]]);
        if (!Maybe(4)) Table("u", [["u"], ["u", "order"]]);
        if (Maybe(2)) Table("w", [["w"], ["w", "w'x"]]);
        Bodies();
    }

    private void Table(string slot, string[][] names)
    {
        var (strict, rowid, key) = (Maybe(3), Maybe(4), Next(8));
        var name = One(One(names));
        if (rowid && key is 1 or 4) key = 2;
        var columns = new List<Col>();
        for (var i = 0; i < 5; i++)
        {
            if (Column($"{(char)('a' + i)}", columns, strict) is { } column) columns.Add(column);
        }

        // One that earlier tables refer to has the key that they name.
        if (slot == "w" && key is 3 or 4) key = 0;
        if (key == 3 && !columns.Exists(c => c.IsPlain)) key = 0;
        var table = new Drawn(slot, name, columns, strict, rowid, key);
        _tables.Add(table);
        var lines = columns.Select(Line).Prepend(IdLine(table)).Concat(Constraints(table));
        string[] options = [.. strict ? ["STRICT"] : Array.Empty<string>(), .. rowid ? ["WITHOUT ROWID"] : Array.Empty<string>()];
        _statements.Add($"CREATE TABLE {table.Quoted} ({string.Join(", ", lines)}) {string.Join(", ", options)}");
        Indexes(table);
    }

    private Col? Column(string slot, List<Col> earlier, bool strict)
    {
        var (there, type, computed, stored, notNull) = (!Maybe(4), Next(10), Next(4), Maybe(2), Next(4));
        var (name, value, rest) = (One([slot, slot, slot, $"{slot.ToUpperInvariant()}", $"{slot} z"]), Next(8), Next(8));
        var (text, result) = (Expression(earlier), One([strict ? "ANY" : "", "TEXT", "INTEGER"]));
        if (!there) return null;
        var native = strict ? StrictTypes[type] : Types[type];
        if (computed == 0 && text.Length > 0)
            return new(slot, name, result, notNull == 0, "", "", $" GENERATED ALWAYS AS ({text}) {(stored ? "STORED" : "VIRTUAL")}");
        return new(slot, name, native, notNull == 0, value < 4 ? Default(native, value) : "", Rest(rest), "");
    }

    private static string Rest(int draw) => draw switch { 0 => " COLLATE NOCASE", 1 => " COLLATE RTRIM", _ => "" };

    private static string Default(string type, int value) => (value, type) switch
    {
        (0, "TEXT" or "VARCHAR(20)") => " DEFAULT 'it''s'",
        (0, "BLOB") => " DEFAULT x'00ff'",
        (0, _) => " DEFAULT -5",
        (1, "INTEGER" or "INT" or "BIGINT" or "boolean") => " DEFAULT (1 + 1)",
        (1, "BLOB") => " DEFAULT (x'01')",
        (1, "REAL") => " DEFAULT (0.5)",
        (1, _) => " DEFAULT CURRENT_DATE",
        (2, "BLOB") => "",
        (2, "TEXT" or "VARCHAR(20)" or "ANY" or "") => " DEFAULT (lower('X'))",
        (2, _) => " DEFAULT TRUE",
        _ => " DEFAULT NULL",
    };

    private string Expression(List<Col> columns)
    {
        var (kind, first, second) = (Next(8), Next(5), Next(5));
        if (columns.Count == 0) return "";
        var (x, y) = (columns[first % columns.Count].Quoted, columns[second % columns.Count].Quoted);
        return kind switch
        {
            0 => $"{x} || '!'",
            1 => $"{x} + {second}",
            2 => $"coalesce({x}, 0) * 2",
            3 => $"length({x})",
            4 => $"typeof({x}) || {y}",
            5 => $"coalesce({x}, {y})",
            6 => $"CASE WHEN {x} IS NULL THEN 0 ELSE {second} END",
            _ => $"id * {second + 1}",
        };
    }

    private static string Line(Col c) =>
        $"{c.Quoted} {c.Type}{(c.NotNull ? " NOT NULL" : "")}{c.Value}{c.Rest}{c.Computed}";

    private static string IdLine(Drawn table) => table.Key switch
    {
        0 => "id INTEGER PRIMARY KEY",
        1 => "id INTEGER PRIMARY KEY AUTOINCREMENT",
        2 => "id INT PRIMARY KEY",
        6 => $"id {(table.IsStrict ? "TEXT" : "VARCHAR(9)")} PRIMARY KEY",
        7 => "id INTEGER PRIMARY KEY NOT NULL",
        _ => "id INTEGER",
    };

    private IEnumerable<string> Constraints(Drawn table)
    {
        var columns = table.Columns;
        var plain = columns.Where(c => c.IsPlain).ToList();
        if (table.Key == 3) yield return $"PRIMARY KEY (id, {plain[0].Quoted})";
        if (table.Key == 5) yield return $"CONSTRAINT {table.Slot}_key PRIMARY KEY (id{(Maybe(6) ? " DESC" : "")})";
        var (unique, one, two, check, which, key) = (Next(6), Next(5), Next(5), Next(8), Next(5), Next(3));
        if (columns.Count > 0 && unique < 3)
            yield return $"{(unique == 0 ? $"CONSTRAINT {table.Slot}_u " : "")}UNIQUE ({columns[one % columns.Count].Quoted}"
                + $"{(unique == 2 ? ", id" : "")})";
        if (columns.Count > 0 && check < 6) yield return Check(table, columns[which % columns.Count], columns[two % columns.Count], check);
        var (parent, action, when, later) = (Next(3), Next(6), Next(4), Next(8));
        // Also to one that comes later, or never.
        var parents = _tables.Where(t => t.IsParent).Select(t => t.Name).Concat(later == 0 ? ["w"] : []).ToList();
        if (plain.Count == 0 || parents.Count == 0 || key != 0) yield break;
        yield return $"{(when < 2 ? $"CONSTRAINT {table.Slot}_r " : "")}FOREIGN KEY ({plain[which % plain.Count].Quoted}) REFERENCES "
            + $"{Quote(later == 0 ? parents[^1] : parents[parent % parents.Count])}{(when == 0 && later != 0 ? "" : " (id)")}"
            + action switch { 0 => " ON DELETE CASCADE", 1 => " ON DELETE SET NULL ON UPDATE CASCADE", 2 => " ON UPDATE RESTRICT", _ => "" }
            + when switch { 2 => " DEFERRABLE INITIALLY DEFERRED", _ => "" };
    }

    private static string Check(Drawn table, Col x, Col y, int kind) => kind switch
    {
        0 => $"CHECK ({x.Quoted} IS NOT 99)",
        1 => $"CONSTRAINT {table.Slot}_c CHECK (typeof({x.Quoted}) <> 'blob')",
        2 => $"CHECK ({table.Quoted}.{x.Quoted} IS NULL OR length({x.Quoted}) < 30)",
        3 => $"CONSTRAINT {table.Slot}_c CHECK (id IS NOT {x.Quoted} || '-')",
        4 => $"CHECK ({x.Quoted} IS NOT {y.Quoted} OR id < 9)",
        _ => $"CONSTRAINT \"{table.Slot} c\" CHECK ({x.Quoted} >= 0 OR {x.Quoted} IS NULL)",
    };

    private void Indexes(Drawn table)
    {
        var (kind, one, two, more) = (Next(9), Next(5), Next(5), Next(3));
        if (table.Columns.Count == 0) return;
        var (x, y) = (table.Columns[one % table.Columns.Count].Quoted, table.Columns[two % table.Columns.Count].Quoted);
        var text = kind switch
        {
            0 => $"INDEX {table.Slot}_i ON {table.Quoted} ({x} DESC, id)",
            1 => $"UNIQUE INDEX {table.Slot}_i ON {table.Quoted} ({x}, id)",
            2 => $"UNIQUE INDEX {table.Slot}_x ON {table.Quoted} (coalesce({x}, id), {y} COLLATE NOCASE)",
            3 => $"INDEX {table.Slot}_i ON {table.Quoted} ({y} COLLATE RTRIM) WHERE {x} IS NOT NULL",
            4 => $"UNIQUE INDEX {table.Slot}_x ON {table.Quoted} ({x}) WHERE {y} > 1",
            5 => $"INDEX \"{table.Slot} i\" ON {table.Quoted} (length({x}))",
            _ => "",
        };
        if (text.Length > 0) _statements.Add($"CREATE {text}");
        if (more == 0) _statements.Add($"CREATE INDEX {table.Slot}_more ON {table.Quoted} ({y})");
    }
}
