namespace SchemaSync.Engine.Diffs;

/// <summary>What a target says about rows that are there, as far as these changes ask for it:
/// values of columns that become required, or get another type.</summary>
public sealed class RowValues
{
    private readonly Dictionary<ObjectId, Intent> _fills, _conversions;
    private readonly HashSet<string> _names;

    private RowValues(Dictionary<ObjectId, Intent> fills, Dictionary<ObjectId, Intent> conversions, HashSet<string> names) =>
        (_fills, _conversions, _names) = (fills, conversions, names);

    /// <summary>Finds what the changes ask for.</summary>
    public static RowValues Of(IEnumerable<Change> changes, Snapshot to, Spelling spelling)
    {
        var ids = new ObjectIdComparer(spelling.Names);
        Dictionary<ObjectId, Intent> fills = new(ids), conversions = new(ids);
        var said = to.Intents.Where(i => i.Sql is not null).ToLookup(i => i.Subject, ids);
        if (said.Count > 0)
        {
            foreach (var change in changes.Where(c => c.Subject is Column))
            {
                foreach (var intent in said[change.Id])
                {
                    if (intent.Kind == IntentKind.Backfill && LacksValues(change)) fills[change.Id] = intent;
                    if (intent.Kind == IntentKind.Convert && change is Change.Alter alter && GetsOtherType(alter))
                        conversions[change.Id] = intent;
                }
            }
        }

        var names = fills.Values.Concat(conversions.Values).SelectMany(i => spelling.NamesIn(i.Sql!)).ToHashSet(spelling.Names);
        return new(fills, conversions, names);
    }

    /// <summary>Every text that rows get their values from.</summary>
    public IEnumerable<Intent> All => _fills.Values.Concat(_conversions.Values);

    /// <summary>What rows get that have no value in a column; null where nobody says so, or no row lacks one.</summary>
    public Intent? Fill(ObjectId column) => _fills.GetValueOrDefault(column);

    /// <summary>What the values of a column become; null where the server knows.</summary>
    public Intent? Conversion(ObjectId column) => _conversions.GetValueOrDefault(column);

    /// <summary>Whether something of that name may be read, and so has to stay until the values are there.</summary>
    public bool Reads(Identifier name) => _names.Contains(name.Value);

    /// <summary>What a message calls the attribute that holds a text.</summary>
    public static string Written(Intent intent) => $"{(intent.Kind == IntentKind.Backfill ? "[Backfill]" : "Using")} of {intent.Subject}";

    private static bool LacksValues(Change change) => change switch
    {
        Change.Add { After: Column { Nullable: false, Identity: null, Computed: null } } => true,
        Change.Alter { Before: Column { Nullable: true, Computed: null },
            After: Column { Nullable: false, Identity: null, Computed: null } } => true,
        _ => false,
    };

    private static bool GetsOtherType(Change.Alter change) =>
        change is { Before: Column { Computed: null } before, After: Column { Computed: null } after } && before.Type != after.Type;
}
