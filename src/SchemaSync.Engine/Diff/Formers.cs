namespace SchemaSync.Engine;

/// <summary>
/// Which object of the start state each object of one owner was: that of its name, or the one it is declared as renamed from.
/// A declaration stays in the source when its rename is done, so it means nothing any more once the new name is there.
/// </summary>
internal sealed class Formers<T> where T : SchemaObject
{
    private readonly Dictionary<string, T> _before;
    private readonly Dictionary<string, Intent> _intents;
    private readonly Dictionary<string, string> _moves;
    private readonly HashSet<string> _declared;

    public Formers(IEnumerable<T> before, IEnumerable<T> after, IEnumerable<Intent> intents, StringComparer names)
    {
        _before = before.ToDictionary(b => b.Key, names);
        _declared = after.Select(a => a.Key).ToHashSet(names);
        _intents = new(names);
        foreach (var intent in intents.Where(i => !names.Equals(i.Former.Value, i.Subject.Name.Value))) _intents.TryAdd(intent.Subject.Name.Value, intent);
        _moves = new(names);
        // A name is free when nothing has it, or when what has it moves away itself: a chain of renames.
        while (_intents.Values.FirstOrDefault(i => _declared.Contains(i.Subject.Name.Value) && _before.ContainsKey(i.Former.Value) && !_moves.ContainsKey(i.Former.Value) && IsFree(i.Subject.Name.Value)) is { } move)
        {
            _moves.Add(move.Former.Value, move.Subject.Name.Value);
        }
    }

    /// <summary>What the object was; null when it is new.</summary>
    /// <exception cref="SchemaSyncException">SSY0302: the start state has both names, and nothing says which is meant.</exception>
    public T? Of(T after)
    {
        var name = after.Key;
        var same = _before.GetValueOrDefault(name);
        if (_intents.TryGetValue(name, out var intent) && _before.TryGetValue(intent.Former.Value, out var former))
        {
            if (_moves.TryGetValue(intent.Former.Value, out var movedTo) && _before.Comparer.Equals(movedTo, name)) return former;
            // Both names are there: it was renamed earlier, and the old name is declared anew.
            if (!_declared.Contains(intent.Former.Value) || IsCircle(name))
                throw new SchemaSyncException([Diagnostic.Of(DiffDiagnostics.RenameConflict, intent.Subject.ToString(), intent.Former.Value) with { Subject = intent.Subject }]);
        }

        return _moves.ContainsKey(name) ? null : same;
    }

    private bool IsFree(string name) => !_before.ContainsKey(name) || _moves.ContainsKey(name);

    // Names that change places look the same before and after: nobody could tell whether it is done.
    private bool IsCircle(string start)
    {
        var name = start;
        for (var steps = 0; steps <= _intents.Count && _intents.TryGetValue(name, out var intent); steps++)
        {
            name = intent.Former.Value;
            if (_before.Comparer.Equals(name, start)) return true;
        }

        return false;
    }
}
