namespace SchemaSync.Engine.Adapters;

/// <summary>The ledger's tables in the words of one database. What they are and hold is the same everywhere.</summary>
public abstract class LedgerTables
{
    /// <summary>What <c>audit --set-aside</c> appends to the name of a ledger's table: when that was, in UTC, to the
    /// millisecond: two may follow each other within one second.</summary>
    public const string AsideFormat = "_yyyyMMdd't'HHmmssfff";

    /// <summary>Their names; those, and those of a ledger that was put aside, are left out of snapshots, and no others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LedgerFormat.Tables.Select(t => t.Name)];

    /// <summary>The same as a list of SQL.</summary>
    public static string NameList { get; } = string.Join(", ", Names.Select(n => $"'{n}'"));

    /// <summary>Whether a table is ours by its name: one of the ledger, or of a ledger that
    /// was put aside. Nobody compares it, and nothing drops it.</summary>
    public static bool IsOurs(string table) =>
        Names.Any(n => table == n || (table.StartsWith(n, StringComparison.Ordinal) && IsMoment(table.AsSpan(n.Length))));

    /// <summary>A query for table and column, of every table that bears one of the names.</summary>
    public abstract string Columns { get; }

    /// <summary>A name in quotes.</summary>
    public abstract string Quote(string name);

    /// <summary>How a statement names one of the tables: so that it is found where the tenant's objects are, and nowhere else.</summary>
    public virtual string Table(string name) => Quote(name);

    /// <summary>A statement that has to come, in the same transaction, before each on the tables, and
    /// fails where they are not what we made; empty where none is needed.</summary>
    /// <param name="writes">Whether the statement that follows changes rows.</param>
    public string Look(bool writes) => Look(Names, writes);

    /// <summary>The same for tables of these names.</summary>
    protected virtual string Look(IReadOnlyList<string> tables, bool writes) => "";

    /// <summary>The same for the tables of a control database, which a transaction changes.</summary>
    internal string LookAtControl => Look([.. ControlFormat.Tables.Select(t => t.Name)], writes: true);

    /// <summary>The statements that give one of the tables another name.</summary>
    public virtual IReadOnlyList<string> Rename(string from, string to) => [$"ALTER TABLE {Table(from)} RENAME TO {Quote(to)}"];

    /// <summary>The statements that create the tables where they are missing.</summary>
    public IReadOnlyList<string> Create => [.. LedgerFormat.Tables.Select(Created)];

    /// <summary>The statements that create the tables of a control database where they are missing.</summary>
    internal IReadOnlyList<string> CreateControl => [.. ControlFormat.Tables.Select(Created)];

    /// <summary>The statement that begins a transaction which writes.</summary>
    public virtual string Begin => "BEGIN";

    /// <summary>The server's clock as an expression: milliseconds since 1970.</summary>
    public abstract string Now { get; }

    /// <summary>The type of a column for whole numbers.</summary>
    protected abstract string Number { get; }

    /// <summary>The type of a column for texts.</summary>
    /// <param name="length">How many characters it holds at most; null for any number.</param>
    protected abstract string Text(int? length);

    /// <summary>What follows the columns of a table.</summary>
    protected virtual string Options => "";

    private string Created(LedgerTable table) =>
        $"CREATE TABLE IF NOT EXISTS {Table(table.Name)} "
        + $"({string.Concat(table.Columns.Select(c => $"{Quote(c.Name)} {(c.IsNumber ? Number : Text(c.Length))}, "))}"
        + $"PRIMARY KEY ({string.Join(", ", table.Key.Select(Quote))})){(Options.Length > 0 ? " " : "")}{Options}";

    // Without milliseconds as well, as they were first.
    private static bool IsMoment(ReadOnlySpan<char> suffix) =>
        suffix.Length is 16 or 19 && suffix[0] == '_' && suffix[9] == 't' && !suffix[1..9].ContainsAnyExceptInRange('0', '9')
            && !suffix[10..].ContainsAnyExceptInRange('0', '9');
}
