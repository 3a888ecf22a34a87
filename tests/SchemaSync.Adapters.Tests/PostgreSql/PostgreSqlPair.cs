namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two schemas in SQL, drawn from one seed: the second is the first with some draws drawn again. Types of every kind, tables with what
/// depends on them and on each other, routines, views over views, triggers, policies, partitions, all of it under other names or in
/// another schema now and then, and beside them what no model has words for.
/// </summary>
internal sealed partial class PostgreSqlPair
{
    private static readonly string[] Types =
    [
        "integer", "bigint", "smallint", "numeric(12,2)", "text", "varchar(20)", "e", "d", "e[]", "date", "timestamptz", "boolean",
        "double precision", "jsonb", "uuid", "char(5)", "c", "int4range", "cc", "c[]",
    ];

    private static readonly string[] Numbers = ["integer", "bigint", "smallint", "numeric(12,2)", "d"];

    private readonly int _seed;
    private readonly Random _again;
    private readonly double _share;
    private readonly bool _isSpread;
    private readonly List<string> _statements = [];
    private readonly List<Drawn> _tables = [];

    private Random _draws = new(0);

    private PostgreSqlPair(int seed, double share) =>
        (_seed, _again, _share, _isSpread) = (seed, new(seed + 1_000_003), share, seed % 4 == 1);

    /// <summary>The statements of the first schema, its rows, and the statements of the second.</summary>
    /// <param name="From">Makes the first.</param>
    /// <param name="Rows">Fills it.</param>
    /// <param name="To">Makes the second.</param>
    /// <param name="IsSpread">Whether all is in two schemas that tenants share.</param>
    /// <param name="Intents">What is declared of the second, once it is read.</param>
    public sealed record Drawing(IReadOnlyList<string> From, IReadOnlyList<string> Rows, IReadOnlyList<string> To, bool IsSpread,
        Func<Snapshot, IReadOnlyList<Intent>> Intents)
    {
        public override string ToString() => string.Join(";\n", [.. From, .. Rows, "--", .. To]);
    }

    /// <summary>The pair of a seed.</summary>
    public static Drawing Of(int seed)
    {
        var from = new PostgreSqlPair(seed, 0);
        from.Write();
        var to = new PostgreSqlPair(seed, seed % 3 == 0 ? 0.4 : 0.1);
        to.Write();
        var opaque = Opaque(seed);
        return new([.. from._statements, .. opaque], [.. from.Rows(new(seed + 7), seed % 4)], [.. to._statements, .. opaque],
            to._isSpread, end => [.. to.Intents(from, end)]);
    }

    // What is drawn of one thing leaves all others as they are.
    private void Begin(int part) => _draws = new(unchecked(((_seed * 7919) + part) * 104729));

    private int Next(int count)
    {
        var drawn = _draws.Next(count);
        return _again.NextDouble() < _share ? _again.Next(count) : drawn;
    }

    private bool Maybe(int oneOf) => Next(oneOf) == 0;

    private sealed record Col(string Slot, string Name, string Type, bool NotNull, string Computed)
    {
        public bool IsNumber => Numbers.Contains(Type);

        public bool IsText => Type is "text" or "varchar(20)" or "char(5)";
    }

    private sealed record Drawn(string Slot, string Name, List<Col> Columns);

    private string E => _names[(ObjectKind.EnumType, "", "e")].Name;

    private string B => _names[(ObjectKind.EnumLabel, "e", "b")].Name;

    private string F => _names[(ObjectKind.Function, "", "f")].Name;

    private void Write()
    {
        Begin(0);
        DrawnTypes();
        var (start, number) = (Next(3), Named(ObjectKind.Sequence, "s"));
        _statements.Add($"create sequence {number}{(start == 0 ? "" : $" start {start * 10} increment {start}")}");
        Settle(ObjectKind.Sequence, "s", "sequence");
        var (calls, adds, f) = (!Maybe(3), Next(3), Named(ObjectKind.Function, "f"));
        if (calls) _statements.Add($"create function {f} (x integer) returns integer language sql immutable as 'select x + {adds}'");
        var (u, w, divided) = (!Maybe(4), Maybe(2), Maybe(2));
        Table("t", 10, calls);
        if (u) Table("u", 20, calls);
        if (w) Table("w", 30, calls);
        Begin(2);
        if (divided) Partitioned();
        Begin(3);
        Bodies(calls);
    }

    private void DrawnTypes()
    {
        var (labels, least, attributes, inner, other) = (Next(3), Next(3), Next(4), Next(3), Next(16));
        var (e, b, d, check) = (Named(ObjectKind.EnumType, "e"), Named(ObjectKind.EnumLabel, "b", "e"), Named(ObjectKind.Domain, "d"),
            Other("d_c"));
        var words = labels switch { 0 => $"'a', '{b}'", 1 => $"'a', 'it''s', '{b}'", _ => $"'a', '{b}', 'c', 'd'" };
        _statements.Add($"create type {e} as enum ({words})");
        Settle(ObjectKind.EnumType, "e", "type");
        _statements.Add($"create domain {d} as integer{(least == 0 ? "" : $" constraint {check} check (value > {-least})")}");
        Settle(ObjectKind.Domain, "d", "domain");
        var c = Named(ObjectKind.CompositeType, "c");
        var more = attributes switch { 0 => ", z date", 1 => ", z date, zz text", _ => "" };
        _statements.Add($"create type {c} as (x integer, y {(other == 0 ? "text" : "bigint")}{more})");
        Settle(ObjectKind.CompositeType, "c", "type");
        var cc = Named(ObjectKind.CompositeType, "cc");
        _statements.Add($"create type {cc} as (p {c}{(inner == 1 ? $", q {e}" : "")}{(inner == 2 ? $", q {d}[]" : "")})");
        Settle(ObjectKind.CompositeType, "cc", "type");
    }

    // A type of ours under the name that it has on this side.
    private string Word(string type) => type switch
    {
        "e" or "e[]" => E + type[1..],
        "d" => _names[(ObjectKind.Domain, "", "d")].Name,
        "c" or "c[]" => _names[(ObjectKind.CompositeType, "", "c")].Name + type[1..],
        "cc" => _names[(ObjectKind.CompositeType, "", "cc")].Name,
        _ => type,
    };

    private void Table(string slot, int part, bool calls)
    {
        var name = Named(ObjectKind.Table, slot);
        var columns = new List<Col>();
        for (var i = 0; i < 5; i++)
        {
            Begin(part + i);
            var (there, type, computed, notNull, text) = (!Maybe(4), Type(), Next(6), Next(4), Expression(columns));
            var (at, says) = ($"{(char)('a' + i)}", Next(3));
            var called = Named(ObjectKind.Column, at, slot);
            if (!there) continue;
            var isText = text.Contains("||", StringComparison.Ordinal);
            var plain = new Col(at, called, type, notNull == 0, "");
            columns.Add(computed == 0 && text.Length > 0 && (isText ? plain.IsText : plain.IsNumber)
                ? new(at, called, isText ? "text" : "numeric(12,2)", false, text)
                : plain);
            Values(slot, columns[^1], says);
        }

        Begin(part + 5);
        var table = new Drawn(slot, name, columns);
        var identity = Next(4) switch { 0 => " generated always as identity", 1 => " generated by default as identity", _ => "" };
        var lines = columns.ConvertAll(c => Line(c, calls));
        lines.AddRange([$"id bigint{identity}", $"constraint {Other(name + "_k")} primary key (id)"]);
        Begin(part + 6);
        lines.AddRange(Rules(table));
        Begin(part + 7);
        _tables.Add(table);
        _statements.Add($"create table {name} ({string.Join(", ", lines)})");
        Settle(ObjectKind.Table, slot, "table");
        if (Maybe(5)) _statements.Add($"comment on table {name} is 'it''s'");
        Indexes(table);
        var (policy, bound, rule) = (Next(6), Next(3), Named(ObjectKind.Policy, "p", slot));
        if (policy == 0) _statements.Add($"alter table {name} enable row level security");
        if (policy < 2) _statements.Add($"create policy {rule} on {name} using (id > {bound})");
    }

    // Most types have no way to most others; one that changes becomes another one that is near.
    private string Type()
    {
        var (drawn, near, far, isFar) = (_draws.Next(Types.Length), Next(6), _again.Next(Types.Length), _again.NextDouble() < _share / 20);
        return isFar ? Types[far] : drawn < 6 ? Types[near] : Types[drawn];
    }

    private string Expression(List<Col> columns)
    {
        var (kind, first) = (Next(4), Next(5));
        var numbers = columns.Where(c => c is { IsNumber: true, Computed: "" }).ToList();
        var texts = columns.Where(c => c is { Type: "text" or "varchar(20)", Computed: "" }).ToList();
        if (kind == 0 && texts.Count > 0) return $"{texts[first % texts.Count].Name} || '!'";
        return numbers.Count == 0 ? "" : $"{numbers[first % numbers.Count].Name} * {kind + 1}";
    }

    private string Line(Col column, bool calls)
    {
        var value = Next(6);
        if (column.Computed.Length > 0) return $"{column.Name} {column.Type} generated always as ({column.Computed}) stored";
        var text = value switch
        {
            0 when column.IsNumber => " default 7",
            1 when column.Type is "integer" or "bigint" => $" default nextval('{_names[(ObjectKind.Sequence, "", "s")].Name}')",
            2 when column.Type == "integer" && calls => $" default {F}(3)",
            0 or 1 when column.IsText => $" default 'v{value}'",
            0 when column.Type == "e" => $" default '{B}'",
            0 when column.Type == "e[]" => $" default array['a'::{E}]",
            0 when column.Type == "timestamptz" => " default now()",
            0 when column.Type == "uuid" => " default gen_random_uuid()",
            0 when column.Type == "jsonb" => " default '{}'",
            0 when column.Type == "boolean" => " default true",
            _ => "",
        };
        return $"{column.Name} {Word(column.Type)}{text}{(column.NotNull ? " not null" : "")}";
    }

    private IEnumerable<string> Rules(Drawn table)
    {
        var (check, which, unique, key, parent, action) = (Next(6), Next(5), Next(5), Next(3), Next(3), Next(5));
        var (columns, name) = (table.Columns, table.Name);
        if (columns.Count > 0 && check < 3)
            yield return $"constraint {Other(name + "_c")} check ({columns[which % columns.Count].Name} is not null or id > {check - 5})";
        if (columns.Find(c => c.Type == "e") is { } word && check == 3)
            yield return $"constraint {Other(name + "_e")} check ({word.Name} <> '{B}')";
        if (columns.Where(c => c.Type is not ("c" or "cc" or "c[]")).ToList() is { Count: > 0 } keyed && unique < 2)
            yield return $"constraint {Other(name + "_u")} unique ({keyed[which % keyed.Count].Name}, id)"
                + (unique == 0 ? " deferrable" : "");
        if (columns.Find(c => c.Type == "int4range") is { } range && unique == 3)
            yield return $"constraint {Other(name + "_x")} exclude using gist ({range.Name} with &&)";
        var numbers = columns.Where(c => c is { Type: "integer" or "bigint", Computed: "" }).ToList();
        if (_tables.Count == 0 || numbers.Count == 0 || key != 0) yield break;
        yield return $"constraint {Other(name + "_r")} foreign key ({numbers[which % numbers.Count].Name}) references "
            + $"{_tables[parent % _tables.Count].Name}"
            + action switch { 0 => " on delete cascade", 1 => " on delete set null", 2 => " deferrable initially deferred", _ => "" };
    }

    private void Indexes(Drawn table)
    {
        var (kind, one, two, index) = (Next(8), Next(5), Next(5), Named(ObjectKind.Index, $"{table.Slot}_i", table.Slot));
        var columns = table.Columns.Where(c => c.Type is not ("c" or "jsonb" or "cc" or "c[]")).ToList();
        if (columns.Count == 0) return;
        var (x, y) = (columns[one % columns.Count].Name, columns[two % columns.Count].Name);
        var text = kind switch
        {
            0 => $"({x} desc nulls last, id)", 1 => $"(id) where {x} is not null", 2 => $"(id) include ({y})",
            3 => $"((coalesce({x}::text, '') = 'z')) ", 4 => $"using brin (id)", _ => "",
        };
        if (kind == 3 && columns[one % columns.Count] is not { IsNumber: true } and not { IsText: true }) text = "";
        if (text.Length > 0)
            _statements.Add($"create {(kind is 1 or 0 ? "unique " : "")}index {index} on {table.Name} {text}");
    }
}
