namespace SchemaSync.Adapters.Tests;

/// <summary>What everything is called on each side, where it is, and what is declared of that.</summary>
internal sealed partial class PostgreSqlPair
{
    /// <summary>The two schemas of a pair; each side has them in a database of its own.</summary>
    public const string First = "pair_1", Second = "pair_2";

    private readonly Dictionary<(ObjectKind Kind, string Owner, string Slot), (string Name, string Home)> _names = [];
    private readonly List<(string Table, string Column, IntentKind Kind, string Sql)> _values = [];

    /// <summary>What something is called on this side: as on the other, or not.</summary>
    private string Named(ObjectKind kind, string slot, string owner = "")
    {
        var name = _again.NextDouble() < _share / 3 ? slot + "_n" : slot;
        _names[(kind, owner, slot)] = (name, "");
        return name;
    }

    // A constraint that is called otherwise is known by what it says.
    private string Other(string name) => _again.NextDouble() < _share / 3 ? name + "_n" : name;

    // Every third object is in the second schema, where there are two.
    private void Settle(ObjectKind kind, string slot, string word)
    {
        var second = Maybe(3);
        if (!_isSpread) return;
        var name = _names[(kind, "", slot)].Name;
        _names[(kind, "", slot)] = (name, second ? Second : First);
        if (second) _statements.Add($"alter {word} {name} set schema {Second}");
    }

    /// <summary>What the second side declares: where something comes from, and what rows get. Now and then nobody says it.</summary>
    private IEnumerable<Intent> Intents(PostgreSqlPair from, Snapshot end)
    {
        foreach (var ((kind, owner, slot), now) in _names)
        {
            if (!from._names.TryGetValue((kind, owner, slot), out var then) || then == now) continue;
            // Without it a type of values that are there would be another one.
            if (_again.Next(8) == 0 && !(kind == ObjectKind.CompositeType || kind == ObjectKind.Domain)) continue;
            if (Find(end, kind, Owner(owner), now.Name) is not { } id) continue;
            yield return new(IntentKind.RenamedFrom, id, new(then.Name))
            {
                FormerSchema = then.Home == now.Home ? default : new(then.Home),
            };
        }

        foreach (var (table, column, kind, sql) in _values)
        {
            if (Find(end, ObjectKind.Column, Owner(table), _names[(ObjectKind.Column, table, column)].Name) is { } id)
                yield return new(kind, id, id.Name) { Sql = sql, Rows = kind == IntentKind.Backfill ? 2 : null };
        }
    }

    // What parts stand on is a table, but for words of a type and indexes of a view.
    private string Owner(string slot) =>
        slot.Length == 0 ? "" : _names.First(n => n.Key.Slot == slot && n.Key.Owner.Length == 0).Value.Name;

    private static ObjectId? Find(Snapshot end, ObjectKind kind, string owner, string name)
    {
        var all = end.Objects.SelectMany(o => o.Children.Select(c => ObjectId.Of(o.Name, c)).Prepend(ObjectId.Of(o)))
            .Concat(end.Objects.OfType<EnumType>().SelectMany(t => t.Values.Select(v =>
                ObjectId.In(ObjectKind.EnumLabel, t.Name, new(v)))));
        var found = all.Where(id => id.Kind == kind && id.Name.Value == name && (id.Owner.Value ?? "") == owner).ToList();
        return found.Count == 0 ? null : found[0];
    }
}
