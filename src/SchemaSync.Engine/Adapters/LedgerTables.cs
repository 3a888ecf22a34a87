using System.Globalization;

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

    /// <summary>Whether these are the tables of one tenant's ledger with their columns, and nothing is missing.</summary>
    public static bool AreWhole(ILookup<string, string> columns)
    {
        try
        {
            return LedgerFormat.IsThere(columns, shared: false);
        }
        catch (LedgerFault)
        {
            return false;
        }
    }

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

    /// <summary>The same for a transaction that only reads them.</summary>
    internal string LookOnlyAtControl => Look([.. ControlFormat.Tables.Select(t => t.Name)], writes: false);

    /// <summary>The query of <see cref="Columns"/> for the tables of a control database.</summary>
    internal string ControlColumns => Columns.Replace(NameList,
        string.Join(", ", ControlFormat.Tables.Select(t => $"'{t.Name}'")), StringComparison.Ordinal);

    /// <summary>The statements that give one of the tables another name.</summary>
    public virtual IReadOnlyList<string> Rename(string from, string to) => [$"ALTER TABLE {Table(from)} RENAME TO {Quote(to)}"];

    /// <summary>Whether the tables hold the rows of many tenants; each row then says whose it is.</summary>
    public virtual bool IsShared => false;

    /// <summary>The tenant as a constant of SQL, where the tables are shared.</summary>
    protected virtual string Tenant => "";

    /// <summary>The place that the rows of a run are about as an expression, which is another one for a tenant of the same name that
    /// is made later; where the tables are shared.</summary>
    protected virtual string Place => "";

    /// <summary>Which runs are about the place as it is now, as a condition, where the tables are shared.</summary>
    protected virtual string IsPresent => "";

    /// <summary>What has to be done, in a transaction of its own, before a run may write: no other run may wait for what it
    /// makes.</summary>
    public virtual IReadOnlyList<string> Prepare => [];

    /// <summary>What to do where the account may not do that, as the end of a sentence.</summary>
    public virtual string Advice => "";

    /// <summary>What a run does in its own transaction before it writes: creates the tables where they are missing.</summary>
    public virtual IReadOnlyList<string> Begun => Create;

    /// <summary>The statements that create the tables where they are missing.</summary>
    public IReadOnlyList<string> Create => [.. LedgerFormat.TablesOf(IsShared).Select(Created)];

    /// <summary>The statements that put what a table holds of the tenant aside.</summary>
    /// <param name="table">One of the tables.</param>
    /// <param name="suffix">The moment, as <see cref="AsideFormat"/> has it.</param>
    public virtual IReadOnlyList<string> SetAside(string table, string suffix) => Rename(table, table + suffix);

    /// <summary>What messages call that afterwards.</summary>
    public virtual string Aside(string table, string suffix) => table + suffix;

    /// <summary>The tenant's rows of a table, as the end of a statement.</summary>
    internal string Where(string table, params IEnumerable<string> conditions)
    {
        string[] own = !IsShared ? [] : table == LedgerFormat.Runs ? [Mine, IsPresent] : [Mine];
        var all = string.Join(" AND ", own.Concat(conditions));
        return all.Length > 0 ? $" WHERE {all}" : "";
    }

    /// <summary>A statement that adds a row of the tenant.</summary>
    internal string Insert(string table, params IReadOnlyList<(string Column, string Value)> row) => Insert(table, 1, row);

    /// <summary>A statement that adds rows of the tenant, whose parameters are <see cref="Numbered"/>.</summary>
    internal string Insert(string table, int rows, IReadOnlyList<(string Column, string Value)> row)
    {
        var all = (!IsShared ? row : [(LedgerFormat.Tenant, Tenant), .. row,
            .. table == LedgerFormat.Runs ? [(LedgerFormat.Place, Place)] : Array.Empty<(string, string)>()]).ToList();
        return $"INSERT INTO {Table(table)} ({string.Join(", ", all.Select(c => Quote(c.Item1)))}) "
            + "VALUES " + string.Join(", ", Enumerable.Range(0, rows).Select(i =>
                $"({string.Join(", ", all.Select(c => c.Item2[0] == '@' ? Numbered(c.Item2, i) : c.Item2))})"));
    }

    /// <summary>The name of a parameter of a row: the first has none.</summary>
    internal static string Numbered(string parameter, int row) =>
        row == 0 ? parameter : string.Create(CultureInfo.InvariantCulture, $"{parameter}{row}");

    /// <summary>Which rows are the tenant's.</summary>
    protected virtual string Mine => $"{LedgerFormat.Tenant} = {Tenant}";

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
