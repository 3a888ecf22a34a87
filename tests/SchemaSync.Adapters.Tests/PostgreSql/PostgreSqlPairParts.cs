namespace SchemaSync.Adapters.Tests;

/// <summary>A table that is partitioned one way or another, and its parts, each of which may be a table of its own.</summary>
internal sealed partial class PostgreSqlPair
{
    private static readonly string[] Parts = ["pt_0", "pt_1", "pt_2", "pt_d"];

    private readonly List<string> _family = [];

    private void Partitioned()
    {
        var (way, bound, more, computed, keyed, refers, index, own) =
            (Next(8), 10 + (Next(2) * 10), Maybe(2), Maybe(3), !Maybe(3), Maybe(4), Maybe(3), Maybe(5));
        var key = way switch { < 4 => "range (id)", < 6 => "list (k)", 6 => "hash (id)", _ => "" };
        var columns = "id int not null, k text not null, n int" + (computed ? ", b int generated always as (n * 2) stored" : "");
        var primary = keyed ? $", primary key (id{(way is 4 or 5 ? ", k" : "")})" : "";
        var table = Named(ObjectKind.Table, "pt");
        _family.Add(table);
        _statements.Add($"create table {table} ({columns}{primary}{(refers && _tables.Count > 0
            ? $", constraint pt_r foreign key (n) references {_tables[0].Name}" : "")})" + (key.Length == 0 ? "" : $" partition by {key}"));
        Settle(ObjectKind.Table, "pt", "table");
        foreach (var part in Parts) Part(part, table, key, $"({columns}{primary})", bound, more);
        var at = Named(ObjectKind.Index, "by_n", "pt");
        if (index) _statements.Add($"create index {at} on {table} (n)");
        if (own && _family.Count > 1) _statements.Add($"create index by_k on {_family[1]} (k)");
    }

    private void Part(string slot, string table, string key, string columns, int bound, bool more)
    {
        var (state, under, name) = (Next(8), Maybe(4), Named(ObjectKind.Table, slot));
        if (state == 0) return;
        if (state == 1 || key.Length == 0)
        {
            _family.Add(name);
            _statements.Add($"create table {name} {columns}");
            Settle(ObjectKind.Table, slot, "table");
            return;
        }

        var at = Array.IndexOf(Parts, slot);
        var values = (key[0], at) switch
        {
            ('h', _) => $"with (modulus 4, remainder {at})",
            (_, 3) => "",
            ('r', 0) => $"from (0) to ({bound})",
            ('r', 1) => $"from ({bound}) to ({(more ? 100 : 50)})",
            ('r', _) => "from (100) to (200)",
            (_, 0) => "in ('a')",
            (_, 1) => more ? "in ('b', 'c')" : "in ('b')",
            _ => "in ('d')",
        };
        var bounds = values.Length == 0 ? "default" : $"for values {values}";
        var divided = under && slot == "pt_1" && key[0] == 'r';
        _statements.Add($"create table {name} partition of {table} {bounds}{(divided ? " partition by range (id)" : "")}");
        if (divided) _statements.Add($"create table pt_1_x partition of {name} for values from (0) to (60)");
        Settle(ObjectKind.Table, slot, "table");
    }

    private IEnumerable<string> FamilyRows(Random random, int rows)
    {
        foreach (var table in _family)
        {
            for (var row = 0; row < rows * 2; row++)
                yield return $"insert into {table} (id, k, n) values "
                    + $"({(random.Next(16) * 10) + row}, '{(char)('a' + random.Next(5))}', null)";
        }
    }
}
