namespace SchemaSync.Engine.Diffs;

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
        foreach (var intent in intents.Where(i => !names.Equals(Key(i.FormerId), Key(i.Subject))))
            _intents.TryAdd(Key(intent.Subject), intent);
        _moves = new(names);
        // A name is free when nothing has it, or when what has it moves away itself: a chain of renames.
        while (_intents.Values.FirstOrDefault(i =>
            _declared.Contains(Key(i.Subject)) && _before.ContainsKey(Key(i.FormerId))
                && !_moves.ContainsKey(Key(i.FormerId)) && IsFree(Key(i.Subject))) is { } move)
        {
            _moves.Add(Key(move.FormerId), Key(move.Subject));
        }
    }

    /// <summary>What the object was; null when it is new.</summary>
    /// <exception cref="SchemaSyncException">SSY0302: the start state has both names, and nothing says which is meant.</exception>
    public T? Of(T after)
    {
        var name = after.Key;
        var same = _before.GetValueOrDefault(name);
        if (_intents.TryGetValue(name, out var intent) && _before.TryGetValue(Key(intent.FormerId), out var old))
        {
            if (_moves.TryGetValue(Key(intent.FormerId), out var movedTo) && _before.Comparer.Equals(movedTo, name)) return old;
            // Both names are there: it was renamed earlier, and the old name is declared anew.
            if (!_declared.Contains(Key(intent.FormerId)) || IsCircle(name))
            {
                var former = intent.FormerSchema.IsEmpty ? intent.Former.Value : intent.FormerId.QualifiedName.ToString();
                throw new SchemaSyncException([Diagnostic.Of(DiffDiagnostics.RenameConflict, intent.Subject.ToString(),
                    former) with { Subject = intent.Subject }]);
            }
        }

        return _moves.ContainsKey(name) ? null : same;
    }

    // As objects are called among their siblings: a table by its qualified name, a routine with its arguments, a column by its own.
    private static string Key(ObjectId id) => id.Kind == ObjectKind.Trigger ? $"{id.Name} on {id.OwnerName}"
        : !id.Owner.IsEmpty ? id.Name.ToString()
            : id.Signature is null ? id.QualifiedName.ToString()
            : $"{id.QualifiedName}({id.Signature})";

    private bool IsFree(string name) => !_before.ContainsKey(name) || _moves.ContainsKey(name);

    // Names that change places look the same before and after: nobody could tell whether it is done.
    private bool IsCircle(string start)
    {
        var name = start;
        for (var steps = 0; steps <= _intents.Count && _intents.TryGetValue(name, out var intent); steps++)
        {
            name = Key(intent.FormerId);
            if (_before.Comparer.Equals(name, start)) return true;
        }

        return false;
    }
}
