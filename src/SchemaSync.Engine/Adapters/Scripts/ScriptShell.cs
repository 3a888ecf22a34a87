namespace SchemaSync.Engine.Adapters.Scripts;

/// <summary>Where a script may run, and nowhere else.</summary>
/// <param name="Database">The database, or the name of its file.</param>
/// <param name="Schema">The managed schema; empty where a database has one only.</param>
/// <param name="IsMissing">Whether the script has to make it first.</param>
public sealed record ScriptPlace(string Database, string Schema = "", bool IsMissing = false);

/// <summary>
/// The provider's own shell: how a text for it is written that sets, checks and does what a session and a runner of ours would.
/// Every member gives whole statements with their ends, a line feed last. Pure.
/// </summary>
public abstract class ScriptShell
{
    /// <summary>The beginning of the names of whatever a script keeps in its session.</summary>
    protected const string Prefix = "schemasync";

    /// <summary>The shell, and how it is told to run a file.</summary>
    public abstract string Command(ScriptPlace place);

    /// <summary>What server, shell and account have to be, one sentence each.</summary>
    public abstract IEnumerable<string> Needs(Plan plan);

    /// <summary>
    /// A query of what is in the managed schema, in words that do not name it: one row for each object, with the side of it that
    /// is looked at, its name for people, its bare name and a text that is another one when anything of it is.
    /// </summary>
    public abstract string States { get; }

    /// <summary>The same shell for a plan that is also about shared schemas; their objects are
    /// in <see cref="States"/> under names that say theirs.</summary>
    public virtual ScriptShell For(IReadOnlyList<string> schemas) => this;

    /// <summary>What has to follow that query where it is asked; empty for nothing.</summary>
    public virtual string StatesDone => "";

    /// <summary>Whether the text of a side may differ after the same statements, so that only the start can be held against it.</summary>
    public virtual bool IsStartOnly(string side) => false;

    /// <summary>Why the shell cannot be given a statement as it is, as the end of
    /// "cannot be written as a script:"; null when it can.</summary>
    public virtual string? Obstacle(string sql) => null;

    /// <summary>A text constant.</summary>
    public abstract string Literal(string text);

    /// <summary>What only the moment of the run knows, by the ledger's own parameters: run, started, finished, who, host.</summary>
    public abstract IReadOnlyDictionary<string, string> Moments { get; }

    /// <summary>The settings of the shell and of the session, the place, and the lock.</summary>
    public abstract string Open(ScriptPlace place, NormalForm form, Plan plan);

    /// <summary>Remembers what both checks of the state look for.</summary>
    public abstract string Remember(IReadOnlyList<ObjectState> states);

    /// <summary>Stops where an object is not as remembered.</summary>
    /// <param name="isEnd">The state after the last step, not the one before the first.</param>
    public abstract string CheckState(IReadOnlyList<ObjectState> states, bool isEnd);

    /// <summary>Stops where a query returns a row.</summary>
    public abstract string CheckRows(string query, string meaning);

    /// <summary>Begins a batch.</summary>
    public abstract string Begin(TransactionMode mode);

    /// <summary>One step; no assertion.</summary>
    public abstract string Run(Step step);

    /// <summary>A statement of the ledger.</summary>
    public abstract string Keep(string statement);

    /// <summary>Remembers the present moment, or one later than the one a query gives.</summary>
    public abstract string Clock(string lastQuery);

    /// <summary>Ends a batch.</summary>
    public abstract string Commit { get; }

    /// <summary>Lets the lock go.</summary>
    public abstract string Close { get; }

    /// <summary>The states as a list of lists, one on each line.</summary>
    protected static string Json(IReadOnlyList<ObjectState> states)
    {
        var lines = states.Select(state =>
        {
            var json = new JsonWriter(indented: false);
            json.StartArray();
            foreach (var text in new[] { state.Side, state.Name, state.Start, state.End }) json.String(null, text);
            json.EndArray();
            return json.ToString().TrimEnd();
        });
        return $"[\n{string.Join(",\n", lines)}\n]";
    }

    /// <summary>A sentence that stops a script.</summary>
    protected static string Stopped(string reason) => $"SchemaSync stops: {reason}";

    /// <summary>The sentence for objects that are not as they should be.</summary>
    protected static string Moved(bool isEnd) => isEnd
        ? "the result differs from the plan, see: "
        : "this is not the state that the script was written for (it may have run already); write it again. See: ";
}

/// <summary>One object before and after a script.</summary>
/// <param name="Side">Which side of it is looked at; empty for the object itself.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Start">What it is before; <see cref="Absent"/> where it is not there.</param>
/// <param name="End">What it is afterwards.</param>
public sealed record ObjectState(string Side, string Name, string Start, string End)
{
    /// <summary>It is not there.</summary>
    public const string Absent = "-";

    /// <summary>It is there, in whatever words: only scratch knows the words, and scratch began with others.</summary>
    public const string Present = "?";
}

/// <summary>The sides of objects that a plan does not always speak of.</summary>
public static class ScriptSides
{
    /// <summary>Who has which rights; looked at where a plan speaks of them.</summary>
    public const string Rights = "rights on";

    /// <summary>Checks, where they are looked at apart from their table and by their own name.</summary>
    public const string Check = "check";

    /// <summary>What scratch shares with the whole database.</summary>
    public const string Shared = "extension";
}
