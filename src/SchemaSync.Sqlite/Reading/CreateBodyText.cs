namespace SchemaSync.Sqlite.Reading;

/// <summary>A stored CREATE INDEX text (lang_createindex).</summary>
internal static class CreateIndexText
{
    /// <summary>Reads the text of the index of that name.</summary>
    public static Index Read(string name, string text)
    {
        var walk = new TokenWalk(text);
        walk.Expect("CREATE");
        var unique = walk.Take("UNIQUE");
        walk.Expect("INDEX");
        walk.Name();
        walk.Expect("ON");
        walk.Name();
        var columns = Parts(walk, out _);
        var where = walk.Take("WHERE") ? SqliteText.Expression(walk.Rest()) : null;
        return walk.AtEnd ? new() { Name = new(name), Unique = unique, Columns = columns, Where = where } : throw walk.Unexpected();
    }

    /// <summary>The key in parentheses: columns or expressions with collation and direction; a primary key may be numbered.</summary>
    public static EquatableArray<IndexPart> Parts(TokenWalk walk, out bool numbered)
    {
        numbered = false;
        walk.Expect("(");
        var parts = new List<IndexPart>();
        do
        {
            var isName = walk.Peek() is { Kind: SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.String } && Ends(walk.Peek(1));
            var part = isName
                ? new IndexPart { Column = walk.Name() }
                : new IndexPart { Expression = SqliteText.Expression(walk.Until(t => Ends(t))) };
            if (walk.Take("COLLATE")) part = part with { Collation = walk.Name().Value.ToUpperInvariant() };
            if (walk.Take("DESC")) part = part with { Descending = true };
            else walk.Take("ASC");
            numbered |= walk.Take("AUTOINCREMENT");
            parts.Add(part);
        }
        while (walk.Take(","));
        walk.Expect(")");
        return parts.ToEquatableArray();
    }

    private static bool Ends(SqlToken? token) =>
        token is not { } t || t.Is(",") || t.Is(")") || t.IsWord("COLLATE") || t.IsWord("ASC")
            || t.IsWord("DESC") || t.IsWord("AUTOINCREMENT");
}

/// <summary>A stored CREATE VIEW text (lang_createview); the query stays exactly as written.</summary>
internal static class CreateViewText
{
    /// <summary>Reads the text of the view of that name.</summary>
    public static View Read(string name, string text)
    {
        var walk = new TokenWalk(text);
        walk.Expect("CREATE", "VIEW");
        walk.Name();
        var columns = new List<Identifier>();
        if (walk.Take("("))
        {
            do columns.Add(walk.Name()); while (walk.Take(","));
            walk.Expect(")");
        }

        walk.Expect("AS");
        return new() { Name = new(name), Columns = columns.ToEquatableArray(), Definition = SqliteText.Expression(walk.Rest()) };
    }
}

/// <summary>A stored CREATE TRIGGER text (lang_createtrigger).</summary>
internal static class CreateTriggerText
{
    /// <summary>Reads the text of the trigger of that name.</summary>
    public static Trigger Read(string name, string text)
    {
        var walk = new TokenWalk(text);
        walk.Expect("CREATE", "TRIGGER");
        walk.Name();
        var timing = walk.Take("INSTEAD", "OF") ? TriggerTiming.InsteadOf : walk.Take("AFTER") ? TriggerTiming.After : TriggerTiming.Before;
        // Without a word the trigger fires before.
        if (timing == TriggerTiming.Before) walk.Take("BEFORE");
        var (what, columns) = Event(walk);
        walk.Expect("ON");
        var on = walk.Name();
        if (walk.Take(".")) on = walk.Name();
        walk.Take("FOR", "EACH", "ROW");
        var when = walk.Take("WHEN") ? SqliteText.Expression(walk.Until(t => t.IsWord("BEGIN"))) : null;
        walk.Expect("BEGIN");
        var body = walk.Rest();
        if (!body.EndsWith("END", StringComparison.OrdinalIgnoreCase)) throw new UnsupportedTextException("a body without END");
        return new()
        {
            Name = new(name), On = new(on), Timing = timing, Events = [what], UpdateOf = columns, When = when,
            Body = SqliteText.Expression(body[..^3]),
        };
    }

    private static (TriggerEvent, EquatableArray<Identifier>) Event(TokenWalk walk)
    {
        if (walk.Take("INSERT")) return (TriggerEvent.Insert, []);
        if (walk.Take("DELETE")) return (TriggerEvent.Delete, []);
        walk.Expect("UPDATE");
        var columns = new List<Identifier>();
        if (walk.Take("OF"))
        {
            do columns.Add(walk.Name()); while (walk.Take(","));
        }

        return (TriggerEvent.Update, columns.ToEquatableArray());
    }
}
