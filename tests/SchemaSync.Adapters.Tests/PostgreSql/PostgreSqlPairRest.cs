namespace SchemaSync.Adapters.Tests;

/// <summary>What stands over the tables, their rows, and what no model has words for.</summary>
internal sealed partial class PostgreSqlPair
{
    private void Partitioned()
    {
        var (bound, more, computed) = (10 + (Next(2) * 10), Maybe(2), Maybe(2));
        _statements.Add($"create table pt (id int not null, n int{(computed ? ", b int generated always as (n * 2) stored" : "")}, "
            + "primary key (id)) partition by range (id)");
        _statements.Add($"create table pt_0 partition of pt for values from (0) to ({bound})");
        if (more) _statements.Add($"create table pt_1 partition of pt for values from ({bound}) to (100)");
        if (Maybe(3)) _statements.Add("create table pt_d partition of pt default");
        if (Maybe(3)) _statements.Add("create index pt_n on pt (n)");
    }

    private void Bodies(bool calls)
    {
        var (view, over, held, trigger, procedure, row) = (Next(4), Next(3), Next(3), Next(4), Next(3), Next(4));
        var columns = _tables[0].Columns.Select(c => c.Name).ToList();
        if (view > 0)
            _statements.Add($"create view v as select id{string.Concat(columns.Take(view).Select(c => $", {c}"))} from t"
                + (view == 3 ? " where exists (select 1 from t o where o.id = t.id + 1)" : ""));
        if (view > 0 && over > 0)
            _statements.Add($"create view v2 as select v.id{(calls && over == 2 ? ", f(3) as g" : "")}, count(*) as n "
                + "from v group by v.id");
        if (held == 0)
        {
            _statements.Add($"create materialized view m as select id{(over == 0 ? "" : ", 1 as one")} from {(view > 0 ? "v" : "t")}");
            if (over > 0) _statements.Add("create unique index m_i on m (id)");
        }

        if (row == 0) _statements.Add("create function first_of (r t) returns bigint language sql stable as 'select r.id'");
        if (row == 1)
            _statements.Add($"create function all_of () returns setof t language sql stable as 'select * from t where id > {over}'");
        if (procedure < 2) _statements.Add($"create procedure p () language plpgsql as 'begin perform {procedure} from t; end'");
        if (trigger == 3) return;
        _statements.Add($"create function tf () returns trigger language plpgsql as 'begin /* {procedure} */ return new; end'");
        var column = columns.Count > 0 && trigger == 1 ? $" of {columns[over % columns.Count]}" : "";
        var when = trigger == 0 ? "after insert" : $"before update{column}";
        _statements.Add($"create trigger g {when} on t for each row execute function tf()");
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
        "c" => "row(1, null)",
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
