namespace SchemaSync.Engine.Adapters;

/// <summary>The pure side of a provider: names, types, texts and the statements a change needs. No connection, clock or chance.</summary>
public abstract class Dialect : Spelling
{
    /// <summary>One of <see cref="ProviderNames"/>.</summary>
    public abstract string Provider { get; }

    /// <summary>The form of what the connected server prints; offline, of what the newest supported one would.</summary>
    public abstract NormalForm ServerForm { get; }

    /// <summary>The server's whole version: what it printed is valid for that one. Empty offline.</summary>
    public virtual string ServerVersion => "";

    /// <summary>
    /// Whether the server prints texts in its own words: then a declaration is compared only after the server has read it
    /// and printed it until nothing changes any more.
    /// </summary>
    public virtual bool RewritesTexts => true;

    /// <summary>
    /// Whether the texts that are read of an object, its parts aside, are what the server prints of them however often they are made
    /// again; then two that differ are never tried.
    /// </summary>
    public virtual bool PrintsSettled(SchemaObject subject) => !RewritesTexts;

    /// <summary>Whether the server tells what every definition uses
    /// (<see cref="TopLevelObject.Uses"/>); where not, the names in texts do.</summary>
    public virtual bool TellsUses => false;

    /// <summary>
    /// The start state of a plan in a form that can be made on scratch: without what only a failure leaves, and with what
    /// only a commit of its own could add. Proofs begin there.
    /// </summary>
    public virtual Snapshot Rebuildable(Snapshot from, Snapshot to) => from;

    /// <summary>The model in the provider's own types, with folded texts: source form.</summary>
    public abstract Snapshot Lower(SchemaModel model);

    /// <summary>The logical type whose values come nearest to those of a native one that no logical type gives; null where that is
    /// text.</summary>
    public virtual ColumnType? NearestTo(ColumnType native) => null;

    /// <summary>The folded form of a piece of SQL; tokens only.</summary>
    public abstract string Fold(string sql);

    /// <summary>The statements for a diff, ordered, with their facts. Every statement about a schema is made here.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: the provider lacks a kind.
    /// SSY0227: a text would leave its place in a statement.</exception>
    public PlannedSteps Plan(Diff diff)
    {
        RefuseUnknown(diff);
        PlacedTexts.Check(diff.To.Objects, this);
        PlacedTexts.Check(diff.To, this);
        return Expand(diff);
    }

    /// <summary>
    /// Why a text would leave its place in the statements that are made of an object, as the end of "its default …"; null when it stays.
    /// <paramref name="facet"/> is where it is, such as <c>computed.expression</c> or <c>options[ENGINE].value</c>.
    /// </summary>
    public abstract string? Misplaced(SchemaObject subject, string facet, string text);

    /// <summary>The tenant's own schema, where a database holds several and there is a session on one.</summary>
    public virtual string? OwnSchema => null;

    /// <summary>What is declared for the tenant, with <see cref="Home.Placeholder"/> where
    /// a body names the tenant's own database or schema.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: it cannot be told where a body means it.</exception>
    public virtual Snapshot WithoutHome(Snapshot declared) => declared;

    /// <summary>
    /// The statement that makes, on scratch alone, an object that the model has no words for, so that what is built on it can be tried;
    /// null where nobody knows one.
    /// </summary>
    public virtual string? OnScratch(OpaqueObject opaque) => null;

    /// <summary>The databases or schemas besides its own that an object's body names, in words.</summary>
    public virtual IEnumerable<string> OtherPlaces(TopLevelObject subject, IReadOnlySet<string> managed) => [];

    /// <summary>The statements of a text that another tool sends at once, with what they are about
    /// where that makes a difference on scratch.</summary>
    public virtual IEnumerable<(ObjectId? Subject, string Sql)> Statements(string text) => [(null, text)];

    /// <summary>A name as statements have it.</summary>
    public virtual string Quoted(Identifier name) => $"\"{name.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text constant as statements have it.</summary>
    public virtual string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>How declared SQL runs among the steps of a plan; null where it does not.</summary>
    public virtual HookRules? Hooks => null;

    /// <summary>The kinds of which it makes statements, parts of tables among them; a change of any other is refused.</summary>
    protected abstract IReadOnlySet<ObjectKind> Kinds { get; }

    /// <summary>Changes that the server makes by itself along with another one of the diff.</summary>
    public virtual IEnumerable<Change> Subsumed(Diff diff) => [];

    /// <summary>The statements for a diff whose texts stay in their places, without what is subsumed.</summary>
    protected abstract PlannedSteps Expand(Diff diff);

    /// <summary>How scripts for the provider's own shell are written.</summary>
    public virtual ScriptShell Shell =>
        throw new SchemaSyncException(ExecutionDiagnostics.NoScript, "a plan", $"there is no shell for {Provider}");

    /// <summary>
    /// The names that an object takes, each in the name space that kinds share: two objects with one slot cannot both be
    /// there. An object that stands on a table takes none, unless the provider names its kind schema-wide.
    /// </summary>
    public virtual IEnumerable<NameSlot> Slots(ObjectId id) => id.Owner.IsEmpty ? [new(id.Kind.Name, id.QualifiedKey)] : [];

    /// <summary>The names that have to be free for an object to be made.</summary>
    public virtual IEnumerable<NameSlot> Needs(ObjectId id) => Slots(id);

    /// <summary>How long a step may wait, and take.</summary>
    public virtual StepTimeouts Timeouts(Step step) => StepTimeouts.None;

    /// <summary>The ledger's tables.</summary>
    public abstract LedgerTables Ledger { get; }

    // A planner asks for the kinds it knows: what it does not ask for would be passed over.
    private void RefuseUnknown(Diff diff)
    {
        var unknown = diff.Changes
            .SelectMany(c =>
                c is Change.Add or Change.Drop ? c.Subject.Children.Select(p => ObjectId.Of(c.Id.QualifiedName, p)).Prepend(c.Id) : [c.Id])
            .Where(id => !Kinds.Contains(id.Kind)).ToList();
        if (unknown.Count > 0)
            throw new SchemaSyncException(unknown.ConvertAll(id =>
                Diagnostic.Of(InspectionDiagnostics.Unsupported, id.ToString(),
                    $"a kind that {Provider} does not have") with { Subject = id }));
    }
}

/// <summary>What a dialect makes of a diff.</summary>
/// <param name="DataChecks">Questions before the first step.</param>
/// <param name="Steps">The statements in order.</param>
public sealed record PlannedSteps(EquatableArray<DataCheck> DataChecks, EquatableArray<Step> Steps);
