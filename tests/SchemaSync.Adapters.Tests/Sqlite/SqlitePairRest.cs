namespace SchemaSync.Adapters.Tests;

/// <summary>What stands over the tables, their rows, what is said about the way, and what is not ours.</summary>
internal sealed partial class SqlitePair
{
    private static readonly string[] OddValues =
        ["'007'", "1.5", "'five'", "x'00ff'", "9007199254740993", "-0.0", "1e300", "''", "'2 '", "'1e2'", "3.0", "' 4'"];

    private void Bodies()
    {
        var (view, over, form, instead) = (Next(4), Next(3), Next(4), Next(3));
        var t = _tables[0];
        var columns = t.Columns.Select(c => c.Quoted).ToList();
        if (view > 0)
            _statements.Add($"CREATE VIEW v AS SELECT id{string.Concat(columns.Take(view).Select(c => $", {c}"))} FROM {t.Quoted}"
                + form switch
                {
                    0 => " WHERE id > 0", 1 => $" AS x WHERE EXISTS (SELECT 'y' FROM {t.Quoted} z WHERE z.id = x.id)", _ => "",
                });
        if (view > 0 && over > 0)
            _statements.Add(over == 1
                ? "CREATE VIEW v2 (one, n) AS WITH q AS (SELECT * FROM v) SELECT id, count(*) OVER () FROM q"
                : $"CREATE VIEW v2 AS SELECT v.id, o.id AS other FROM v LEFT JOIN {_tables[^1].Quoted} o ON o.id = v.id");
        if (view > 0 && instead == 0)
            _statements.Add($"CREATE TRIGGER v_g INSTEAD OF INSERT ON v BEGIN DELETE FROM {t.Quoted} WHERE id = NEW.id; END");
        foreach (var table in _tables.ToList()) Trigger(table);
    }

    private void Trigger(Drawn table)
    {
        var (kind, which, body, other) = (Next(6), Next(5), Next(4), Next(3));
        var plain = table.Columns.Where(c => c.IsPlain).ToList();
        if (plain.Count == 0 || kind > 3) return;
        var (column, target) = (plain[which % plain.Count].Quoted, _tables[other % _tables.Count]);
        var when = kind switch
        {
            0 => $"AFTER UPDATE OF {column}", 1 => "BEFORE DELETE", 2 => "AFTER INSERT", _ => "BEFORE UPDATE",
        };
        var row = kind == 1 ? "OLD" : "NEW";
        var does = body switch
        {
            0 => $"DELETE FROM {target.Quoted} WHERE id = -1 AND {row}.{column} IS NULL;",
            1 => $"UPDATE {target.Quoted} SET id = id WHERE id = -{which + 1}; SELECT {row}.{column};",
            2 => $"SELECT RAISE(IGNORE) WHERE {row}.{column} = 'never';",
            _ => $"SELECT id FROM {target.Quoted} WHERE id = {row}.id;",
        };
        _statements.Add($"CREATE TRIGGER {table.Slot}_g {when} ON {table.Quoted} "
            + $"{(which < 2 ? $"WHEN {row}.{column} IS NOT 'never' " : "")}BEGIN {does} END");
    }

    private IEnumerable<string> Rows(Random random, int rows)
    {
        foreach (var table in _tables)
        {
            var plain = table.Columns.Where(c => c.IsPlain).ToList();
            for (var row = 1; row <= rows; row++)
            {
                var id = row < 3 ? row : row * 7;
                yield return $"INSERT INTO {table.Quoted} (id{string.Concat(plain.Select(c => $", {c.Quoted}"))}) VALUES "
                    + $"({id}{string.Concat(plain.Select(c => $", {Value(table, c, id, random)}"))})";
            }

            if (rows > 3) yield return $"DELETE FROM {table.Quoted} WHERE id = {rows * 7}";
        }
    }

    private static string Value(Drawn table, Col column, int id, Random random)
    {
        var (odd, which, none) = (random.Next(4), random.Next(OddValues.Length), random.Next(4));
        if (none == 0 && !column.NotNull) return "NULL";
        if (!table.IsStrict && odd == 0) return OddValues[which];
        return column.Type switch
        {
            "INTEGER" or "INT" or "BIGINT" or "boolean" => odd == 1 ? "1" : $"{id}",
            "REAL" or "DECIMAL(10, 2)" or "NUMERIC" => $"{id}.25",
            "BLOB" => $"x'{id:x4}'",
            "ANY" or "" => odd == 1 ? OddValues[which] : $"'any {id}'",
            _ => odd == 1 ? $"'{id}'" : $"'it''s ☃ {id}'",
        };
    }

    private static IEnumerable<Intent> Intents(SqlitePair from, SqlitePair to, Random random)
    {
        foreach (var now in to._tables)
        {
            var then = from._tables.Find(t => t.Slot == now.Slot);
            var name = new QualifiedName(now.Name);
            var says = random.Next(6);
            if (then is null) continue;
            if (then.Name != now.Name)
            {
                if (says == 0) continue;
                yield return new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, name), new(then.Name));
            }

            foreach (var column in now.Columns)
            {
                var id = ObjectId.In(ObjectKind.Column, name, new(column.Name));
                var former = then.Columns.Find(c => c.Slot == column.Slot);
                var (renames, fills, converts) = (random.Next(4), random.Next(2), random.Next(3));
                var stays = former is not null && (renames > 0 || former.Name == column.Name);
                if (stays && former!.Name != column.Name) yield return new(IntentKind.RenamedFrom, id, new(former.Name));
                if (!column.IsPlain) continue;
                if (column.NotNull && fills == 0 && !(stays && former!.NotNull))
                    yield return new(IntentKind.Backfill, id, id.Name) { Sql = Filling(column, random) };
                if (stays && former!.IsPlain && former.Type != column.Type && converts == 0)
                    yield return new(IntentKind.Convert, id, id.Name) { Sql = $"CAST({column.Quoted} AS {Cast(column)})" };
            }
        }
    }

    private static string Filling(Col column, Random random) => (random.Next(3), Cast(column)) switch
    {
        (0, "INTEGER" or "NUMERIC" or "REAL") => "id + 0",
        (0, "TEXT") => "'row ' || id",
        (1, "INTEGER" or "NUMERIC" or "REAL") => "0",
        (_, "BLOB") => "x'07'",
        (_, "TEXT") => "''",
        _ => "7",
    };

    private static string Cast(Col column) => column.Type switch
    {
        "INTEGER" or "INT" or "BIGINT" or "boolean" => "INTEGER",
        "TEXT" or "VARCHAR(20)" => "TEXT",
        "REAL" => "REAL",
        "BLOB" => "BLOB",
        _ => "NUMERIC",
    };

    /// <summary>What others have beside both schemas: full-text search, places, tables, views and triggers.</summary>
    public static IReadOnlyList<string> Theirs(int seed, string? referred)
    {
        var bits = new Random(seed + 13).Next(referred is null ? 8 : 16);
        string[][] all =
        [
            ["CREATE VIRTUAL TABLE their_fts USING fts5(body, tokenize = 'porter')",
                "INSERT INTO their_fts VALUES ('some words'), ('more')"],
            ["CREATE VIRTUAL TABLE their_geo USING rtree(id, x1, x2)", "INSERT INTO their_geo VALUES (1, 0.5, 2.5)"],
            ["CREATE TABLE theirs (x INTEGER PRIMARY KEY, y TEXT DEFAULT 'z') STRICT", "INSERT INTO theirs VALUES (1, NULL), (2, 'b')",
                "CREATE VIEW their_view AS SELECT y FROM theirs WHERE x > 0",
                "CREATE TRIGGER their_g AFTER DELETE ON theirs BEGIN UPDATE theirs SET y = OLD.y WHERE x = -1; END",
                "CREATE VIRTUAL TABLE their_index USING fts5(y, content = 'theirs', content_rowid = 'x')"],
            [$"CREATE TABLE their_child (x INTEGER REFERENCES {Quote(referred ?? "")} (id) ON DELETE CASCADE)",
                "INSERT INTO their_child VALUES (1), (NULL)"],
        ];
        return [.. all.Where((_, i) => (bits & (1 << i)) != 0).SelectMany(a => a)];
    }
}
