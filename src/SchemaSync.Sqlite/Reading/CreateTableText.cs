namespace SchemaSync.Sqlite.Reading;

/// <summary>A stored CREATE TABLE text as a table (lang_createtable); constraints of columns become constraints of the table.</summary>
internal sealed class CreateTableText
{
    private static readonly string[] ColumnWords = ["CONSTRAINT", "PRIMARY", "NOT", "NULL",
        "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"];
    private static readonly string[] TableWords = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];
    private static readonly string[] Constants = ["NULL", "TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME"];
    private readonly TokenWalk _walk;
    private readonly List<Column> _columns = [];
    private readonly List<UniqueConstraint> _uniques = [];
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<ForeignKey> _foreignKeys = [];
    private readonly List<TableOption> _options = [];
    private readonly List<OpaqueFacet> _opaque = [];
    private PrimaryKey? _key;
    private bool _numbered;

    private CreateTableText(string text) => _walk = new(text);

    /// <summary>Reads the text of the table of that name.</summary>
    public static Table Read(string name, string text)
    {
        var reader = new CreateTableText(text);
        reader.ReadAll();
        return TableForm.Of(new Table
        {
            Name = new(name),
            Columns = reader._columns
                .Select(c =>
                    reader._numbered && reader._key is { } key && SqliteNames.Same(key.Columns[0].Column, c.Name)
                        ? c with { Identity = new() }
                        : c).ToEquatableArray(),
            PrimaryKey = reader._key,
            UniqueConstraints = reader._uniques.ToEquatableArray(),
            CheckConstraints = reader._checks.ToEquatableArray(),
            ForeignKeys = reader._foreignKeys.ToEquatableArray(),
            Options = reader._options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            Opaque = reader._opaque.OrderBy(f => f.Name, StringComparer.Ordinal).ToEquatableArray(),
        });
    }

    private void ReadAll()
    {
        _walk.Expect("CREATE", "TABLE");
        _walk.Name();
        _walk.Expect("(");
        do
        {
            while (ReadTableConstraint())
            {
            }

            if (_walk.Is(")")) break;
            if (!_walk.Is(",")) ReadColumn();
        }
        while (_walk.Take(","));
        _walk.Expect(")");
        while (!_walk.AtEnd)
        {
            if (_walk.Take("STRICT")) _options.Add(new("STRICT"));
            else if (_walk.Take("WITHOUT", "ROWID")) _options.Add(new("WITHOUT ROWID"));
            else if (!_walk.Take(",") && !_walk.Take(";")) throw _walk.Unexpected();
        }
    }

    private bool ReadTableConstraint()
    {
        var name = default(Identifier);
        if (_walk.Peek() is not { Kind: SqlTokenKind.Name } first) return false;
        if (!IsOneOf(TableWords, first)) return false;
        if (_walk.Take("CONSTRAINT")) name = _walk.Name();
        if (_walk.Take("PRIMARY", "KEY")) SetKey(new() { Name = name, Columns = Parts(out _numbered, "PRIMARY KEY") });
        else if (_walk.Take("UNIQUE")) _uniques.Add(new() { Name = name, Columns = Parts(out _, "UNIQUE") });
        else if (_walk.Take("CHECK")) _checks.Add(Check(name));
        else if (_walk.Take("FOREIGN", "KEY")) _foreignKeys.Add(References(name, Names()));
        else throw _walk.Unexpected();
        return true;
    }

    private void ReadColumn()
    {
        var column = new Column { Name = _walk.Name(), Type = ReadType(), Nullable = true };
        while (!_walk.Is(",") && !_walk.Is(")")) column = ReadColumnConstraint(column);
        _columns.Add(column);
    }

    private ColumnType ReadType()
    {
        var type = "";
        while (_walk.Peek() is { Kind: SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.String } token
            && !(token.Kind == SqlTokenKind.Name && IsOneOf(ColumnWords, token)))
        {
            var word = SqliteText.Unquote(_walk.Next());
            type = type.Length == 0 ? word : $"{type} {word}";
        }

        return ColumnType.Of(Types.Normalize(_walk.Is("(") ? $"{type}({_walk.Parenthesised()})" : type));
    }

    private static bool IsOneOf(string[] words, SqlToken token)
    {
        foreach (var word in words) if (token.IsWord(word)) return true;
        return false;
    }

    private Column ReadColumnConstraint(Column column)
    {
        var name = _walk.Take("CONSTRAINT") ? _walk.Name() : default;
        if (_walk.Take("NOT", "NULL"))
        {
            Conflict("NOT NULL", [column.Name]);
            return Unnamed(name, "NOT NULL", column with { Nullable = false });
        }

        if (_walk.Take("NULL")) return Unnamed(name, "NULL", column);
        if (_walk.Take("DEFAULT")) return Unnamed(name, "DEFAULT", column with { Default = SqliteText.Expression(ReadDefault()) });
        if (_walk.Take("COLLATE"))
            return Unnamed(name, "COLLATE",
                column with { Collation = _walk.Name().Value.ToUpperInvariant() is var c && c == "BINARY" ? null : c });
        if (_walk.Take("PRIMARY", "KEY")) return ReadKey(name, column);
        if (_walk.Take("UNIQUE"))
        {
            _uniques.Add(new() { Name = name, Columns = [new() { Column = column.Name }] });
            Conflict("UNIQUE", [column.Name]);
        }
        else if (_walk.Take("CHECK")) _checks.Add(Check(name));
        else if (_walk.IsWord("REFERENCES")) _foreignKeys.Add(References(name, [column.Name]));
        else if (_walk.Take("GENERATED", "ALWAYS", "AS") || _walk.Take("AS"))
            return Unnamed(name, "GENERATED", column with { Computed = new(SqliteText.Expression(_walk.Parenthesised()), Stored()) });
        else throw _walk.Unexpected();
        return column;
    }

    private bool Stored()
    {
        if (_walk.Take("STORED")) return true;
        _walk.Take("VIRTUAL");
        return false;
    }

    private Column ReadKey(Identifier name, Column column)
    {
        var descending = _walk.Take("DESC");
        // INTEGER PRIMARY KEY DESC is no alias of the rowid, by an old mistake that SQLite keeps (lang_createtable, section 5).
        if (descending && column.Type.Native == "INTEGER") _opaque.Add(new("INTEGER PRIMARY KEY DESC",
            $"{column.Name} is not the rowid") { Parts = [column.Name] });
        if (!descending) _walk.Take("ASC");
        Conflict("PRIMARY KEY", [column.Name]);
        _numbered = _walk.Take("AUTOINCREMENT");
        SetKey(new() { Name = name, Columns = [new() { Column = column.Name, Descending = descending }] });
        return column;
    }

    private void SetKey(PrimaryKey key) => _key = _key is null ? key : throw new UnsupportedTextException("two primary keys");

    // SQLite keeps a name on everything; the model has one where it can be used.
    private Column Unnamed(Identifier name, string what, Column column)
    {
        if (!name.IsEmpty) _opaque.Add(new($"CONSTRAINT {name}", $"{what} of {column.Name}") { Parts = [column.Name] });
        return column;
    }

    /// <summary>What happens to a row that does not fit, where that is not what happens by itself.</summary>
    private void Conflict(string what, EquatableArray<Identifier> parts)
    {
        if (!_walk.Take("ON", "CONFLICT")) return;
        var word = _walk.Name().Value.ToUpperInvariant();
        if (word != "ABORT") _opaque.Add(new($"ON CONFLICT of {what} ({string.Join(", ", parts)})", word) { Parts = parts });
    }

    private CheckConstraint Check(Identifier name)
    {
        var check = new CheckConstraint { Name = name, Expression = SqliteText.Expression(_walk.Parenthesised()) };
        Conflict("CHECK", name.IsEmpty ? [] : [name]);
        return check;
    }

    private string ReadDefault()
    {
        if (_walk.Is("(")) return _walk.Parenthesised();
        var sign = _walk.Is("-") || _walk.Is("+") ? _walk.Next().ToString() : "";
        var token = _walk.Next();
        // DEFAULT word is the text 'word' unless the word is a constant (lang_createtable, section 3.2).
        if (token.Kind == SqlTokenKind.QuotedName || (token.Kind == SqlTokenKind.Name && !IsOneOf(Constants, token)))
            return $"'{SqliteText.Unquote(token).Replace("'", "''", StringComparison.Ordinal)}'";
        return sign + token;
    }

    private EquatableArray<Identifier> Names()
    {
        _walk.Expect("(");
        var names = new List<Identifier>();
        do names.Add(_walk.Name()); while (_walk.Take(","));
        _walk.Expect(")");
        return names.ToEquatableArray();
    }

    private EquatableArray<IndexPart> Parts(out bool numbered, string what)
    {
        var parts = CreateIndexText.Parts(_walk, out numbered);
        Conflict(what, parts.Select(p => p.Column).ToEquatableArray());
        return parts;
    }

    private ForeignKey References(Identifier name, EquatableArray<Identifier> columns)
    {
        _walk.Expect("REFERENCES");
        var key = new ForeignKey
        {
            Name = name,
            Columns = columns,
            ReferencedTable = new(_walk.Name()),
            ReferencedColumns = _walk.Is("(") ? Names() : [],
        };
        while (true)
        {
            if (_walk.Take("ON", "DELETE")) key = key with { OnDelete = Action() };
            else if (_walk.Take("ON", "UPDATE")) key = key with { OnUpdate = Action() };
            else if (_walk.Take("MATCH")) Match(_walk.Name().Value.ToUpperInvariant(), columns);
            else if (_walk.Take("NOT", "DEFERRABLE"))
                key = key with { Deferrability = Initially(Deferrability.NotDeferrable, Deferrability.NotDeferrable) };
            else if (_walk.Take("DEFERRABLE"))
                key = key with { Deferrability = Initially(Deferrability.InitiallyImmediate, Deferrability.InitiallyDeferred) };
            else return key;
        }
    }

    private void Match(string word, EquatableArray<Identifier> columns)
    {
        if (word != "SIMPLE") _opaque.Add(new($"MATCH of FOREIGN KEY ({string.Join(", ", columns)})", word) { Parts = columns });
    }

    private Deferrability Initially(Deferrability immediate, Deferrability deferred)
    {
        if (_walk.Take("INITIALLY", "DEFERRED")) return deferred;
        _walk.Take("INITIALLY", "IMMEDIATE");
        return immediate;
    }

    private ReferentialAction Action()
    {
        if (_walk.Take("SET", "NULL")) return ReferentialAction.SetNull;
        if (_walk.Take("SET", "DEFAULT")) return ReferentialAction.SetDefault;
        if (_walk.Take("CASCADE")) return ReferentialAction.Cascade;
        if (_walk.Take("RESTRICT")) return ReferentialAction.Restrict;
        _walk.Expect("NO", "ACTION");
        return ReferentialAction.NoAction;
    }
}
