namespace SchemaSync.Adapters.Tests;

/// <summary>What stands over the tables, their rows, and what no model has words for.</summary>
internal sealed partial class PostgreSqlPair
{
    private void Bodies(bool calls)
    {
        var (view, over, held, procedure, row) = (Next(4), Next(3), Next(3), Next(3), Next(4));
        var columns = _tables[0].Columns.Select(c => c.Name).ToList();
        var (t, v, m) = (_tables[0].Name, Named(ObjectKind.View, "v"), Named(ObjectKind.MaterializedView, "m"));
        if (view > 0)
        {
            _statements.Add($"create view {v} as select id{string.Concat(columns.Take(view).Select(c => $", {c}"))} from {t}"
                + (view == 3 ? $" where exists (select 1 from {t} o where o.id = {t}.id + 1)" : ""));
            Settle(ObjectKind.View, "v", "view");
        }

        if (view > 0 && over > 0)
            _statements.Add($"create view v2 as select {v}.id{(calls && over == 2 ? $", {F}(3) as g" : "")}, count(*) as n "
                + $"from {v} group by {v}.id");
        if (held == 0)
        {
            var index = Named(ObjectKind.Index, "m_i", "m");
            _statements.Add($"create materialized view {m} as select id{(over == 0 ? "" : ", 1 as one")} from {(view > 0 ? v : t)}");
            if (over > 0) _statements.Add($"create unique index {index} on {m} (id)");
            Settle(ObjectKind.MaterializedView, "m", "materialized view");
        }

        // In a text nobody follows a name: where schemas are shared it says its own.
        var said = _isSpread ? $"{_names[(ObjectKind.Table, "", "t")].Home}.{t}" : t;
        var (first, all) = (Named(ObjectKind.Function, "first_of"), Named(ObjectKind.Function, "all_of"));
        if (row == 0) _statements.Add($"create function {first} (r {t}) returns bigint language sql stable as 'select r.id'");
        if (row == 1)
            _statements.Add($"create function {all} () returns setof {t} language sql stable as 'select * from {said} where id > {over}'");
        if (row == 2)
            _statements.Add($"create function {first} (r {Word("c")}, x {E}) returns integer language sql immutable as 'select (r).x'");
        var p = Named(ObjectKind.Procedure, "p");
        if (procedure < 2)
            _statements.Add($"create procedure {p} () language plpgsql as 'begin perform {procedure} from {said}; end'");
        Triggers(columns, over, procedure);
    }

    private void Triggers(List<string> columns, int over, int procedure)
    {
        var (trigger, also, tf, g) = (Next(4), Maybe(2), Named(ObjectKind.Function, "tf"), Named(ObjectKind.Trigger, "g", "t"));
        if (trigger == 3) return;
        _statements.Add($"create function {tf} () returns trigger language plpgsql as 'begin /* {procedure} */ return new; end'");
        var column = columns.Count > 0 && trigger == 1 ? $" of {columns[over % columns.Count]}" : "";
        var when = trigger == 0 ? "after insert" : $"before update{column}";
        _statements.Add($"create trigger {g} {when} on {_tables[0].Name} for each row execute function {tf}()");
        if (also && _family.Count > 0)
            _statements.Add($"create trigger gp after insert on {_family[0]} for each row execute function {tf}()");
    }

    // What rows that are there get: nothing for most columns, and values that always fit.
    private void Values(string table, Col column, int says)
    {
        if (says == 2 || column.Computed.Length > 0) return;
        var sql = column.Type switch
        {
            _ when column.IsNumber => "1",
            "e" => $"'{B}'",
            "e[]" => "'{a}'",
            "date" => "date '2021-03-01'",
            "timestamptz" => "timestamptz '2021-03-01'",
            "boolean" => "id > 1",
            "double precision" => "id / 2.0",
            "jsonb" => "'{\"b\": 2}'::jsonb",
            "uuid" => "'00000000-0000-0000-0000-000000000009'::uuid",
            "int4range" => "int4range((id * 100)::int, (id * 100 + 5)::int)",
            _ when column.IsText => says == 0 || column.NotNull ? "'r' || id" : $"left({column.Name}::text, 5)",
            _ => "",
        };
        if (sql.Length == 0) return;
        if (says == 1) _values.Add((table, column.Slot, IntentKind.Convert, sql));
        else if (column.NotNull) _values.Add((table, column.Slot, IntentKind.Backfill, sql));
    }

    private IEnumerable<string> Rows(Random random, int rows)
    {
        foreach (var table in _tables)
        {
            var plain = table.Columns.Where(c => c.Computed.Length == 0).ToList();
            for (var id = 1; id <= rows; id++)
            {
                var row = id;
                yield return $"insert into {table.Name} (id{string.Concat(plain.Select(c => $", {c.Name}"))}) overriding system value "
                    + $"values ({id}{string.Concat(plain.Select(c => $", {Value(c, row, random)}"))})";
            }
        }

        foreach (var row in FamilyRows(random, rows)) yield return row;
    }

    private static string Value(Col column, int id, Random random) => random.Next(4) == 0 && !column.NotNull ? "null" : column.Type switch
    {
        "e" => id == 2 ? "'b'" : "'a'",
        "e[]" => "array['a', 'b']::e[]",
        "date" => $"'2021-02-0{id}'",
        "timestamptz" => $"'2021-02-0{id} 03:04:05+00'",
        "boolean" => id == 1 ? "true" : "false",
        "double precision" or "numeric(12,2)" => $"{id}.25",
        "jsonb" => "'{\"a\": 1}'",
        "uuid" => $"'00000000-0000-0000-0000-00000000000{id}'",
        "c" => "'(1,)'",
        "cc" => "null",
        "c[]" => "'{\"(1,)\"}'",
        "int4range" => $"'[{id * 10},{(id * 10) + 5})'",
        _ when column.IsText => random.Next(2) == 0 ? $"'{id}'" : $"'w''{id}'",
        _ => id == 3 ? "3" : "1",
    };

    // The same beside both: each is carried as the server prints it.
    private static IReadOnlyList<string> Opaque(int seed)
    {
        var bits = new Random(seed + 13).Next(32);
        string[] all =
        [
            "create aggregate their_sum (integer) (sfunc = int4pl, stype = integer, initcond = '0')",
            "create type their_range as range (subtype = double precision)",
            "create text search configuration their_words (copy = pg_catalog.simple)",
            "create table theirs (x int, y int); create rule their_rule as on delete to theirs do instead nothing",
            "create table their_parent (x int); create table their_child (z int) inherits (their_parent)",
        ];
        return [.. all.Where((_, i) => (bits & (1 << i)) != 0)];
    }
}
