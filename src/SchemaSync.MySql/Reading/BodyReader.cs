namespace SchemaSync.MySql.Reading;

/// <summary>Makes views, triggers and routines out of catalogue rows and definitions.</summary>
internal sealed class BodyReader(CatalogRows rows, MySqlCapabilities server, List<UnsupportedObject> unsupported)
{
    /// <summary>Everything that has a body.</summary>
    public IEnumerable<TopLevelObject> Read()
    {
        return
        [
            .. rows.Views.Select(Read).OfType<TopLevelObject>(),
            .. rows.Triggers.GroupBy(t => (t.Table, t.Timing, t.Event)).SelectMany(Read).Select(Kept),
            .. rows.Routines.Select(Read).OfType<TopLevelObject>().Select(Kept),
            .. new OpaqueReader(rows, server).Packages(id => Refuse(id,
                $"a body that the account may not see (GRANT {Rights.ToReadRoutines(server)})")),
            .. rows.Events.Select(Read).OfType<TopLevelObject>().Select(Kept),
            .. rows.Tables.Where(t => t.Type == TableReader.SequenceType).Select(Sequence).OfType<TopLevelObject>(),
        ];
    }

    // What could not be made again safely is carried as it is, and no statement is made of it.
    private static TopLevelObject Kept(TopLevelObject subject) =>
        PlacedTexts.Of(subject).Any(t => t.Facet != PlacedTexts.NameFacet && Places.Fault(subject, t.Facet, t.Text) is not null)
            ? OpaqueObject.Of(subject) : subject;

    private View? Read(ViewRow row)
    {
        if (rows.Definitions.GetValueOrDefault((ObjectKind.View, row.Name)) is not { } text
            || Definitions.View(text, row.CheckOption) is not { } view)
        {
            Refuse(ObjectId.Top(ObjectKind.View, rows.Named(row.Name)),
                "a definition that the account may not see, or that cannot be read (GRANT SHOW VIEW)");
            return null;
        }

        return new()
        {
            Name = rows.Named(row.Name),
            Columns = view.Columns,
            Definition = new(!rows.Database.Schema.IsEmpty ? WithCalls(view.Query) : view.Query),
            Options = Views.Options([new(Views.Algorithm, view.Algorithm), new(Views.Security, row.Security),
                new(Views.CheckOption, row.CheckOption)]),
        };
    }

    // The servers print a function as it was written, and look for a bare one beside the view, whatever the session is in that makes it.
    private string WithCalls(string query)
    {
        var functions = rows.Routines.Where(r => !r.IsProcedure).Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (functions.Count == 0) return query;
        var tokens = Lexer.Read(query).Tokens;
        bool IsBare(int at) => at + 1 < tokens.Count && tokens[at + 1].Is("(") && (at == 0 || !tokens[at - 1].Is("."));
        bool IsCall(int at) => IsBare(at) && MySqlText.NameOf(tokens[at]) is { } name && functions.Contains(name);
        return string.Concat(tokens.Select((t, i) => IsCall(i) ? $"{MySqlText.Quote(rows.Database.Schema)}.{t}" : t.ToString()));
    }

    private IEnumerable<Trigger> Read(IEnumerable<TriggerRow> sameMoment)
    {
        var previous = default(Identifier);
        foreach (var row in sameMoment.OrderBy(t => t.Order))
        {
            if (LedgerTables.IsOurs(row.Table))
            {
                unsupported.Add(new(ObjectId.In(ObjectKind.Trigger, rows.Named(row.Table), new(row.Name)), "a table of our ledger"));
                continue;
            }

            if (rows.Definitions.GetValueOrDefault((ObjectKind.Trigger, row.Name)) is not { } text
                || Definitions.Trigger(text) is not { } body)
            {
                Refuse(ObjectId.In(ObjectKind.Trigger, rows.Named(row.Table), new(row.Name)),
                    "a body that the account may not see, or that cannot be read (GRANT TRIGGER)");
                continue;
            }

            yield return new()
            {
                Name = new(row.Name),
                On = rows.Named(row.Table),
                Timing = row.Timing == "BEFORE" ? TriggerTiming.Before : TriggerTiming.After,
                Events = [row.Event switch { "INSERT" => TriggerEvent.Insert, "UPDATE" => TriggerEvent.Update, _ => TriggerEvent.Delete }],
                Body = Body(body),
                Follows = previous,
                Settings = Settings(row.SqlMode),
            };
            previous = new(row.Name);
        }
    }

    private Routine? Read(RoutineRow row)
    {
        var kind = row.IsProcedure ? ObjectKind.Procedure : ObjectKind.Function;
        if (rows.Definitions.GetValueOrDefault((kind, row.Name)) is not { } text
            || Definitions.Routine(text, row.IsProcedure) is not { } head)
        {
            Refuse(ObjectId.Top(kind, rows.Named(row.Name)),
                $"a body that the account may not see, or that cannot be read (GRANT {Rights.ToReadRoutines(server)})");
            return null;
        }

        return new()
        {
            Name = rows.Named(row.Name),
            IsProcedure = row.IsProcedure,
            Arguments = head.Arguments,
            Returns = head.Returns,
            Body = Body(head.Body),
            Volatility = row.Deterministic ? Volatility.Immutable : Volatility.Volatile,
            DataAccess = row.DataAccess == "CONTAINS SQL" ? null : row.DataAccess,
            Security = row.Security == "INVOKER" ? RoutineSecurity.Invoker : RoutineSecurity.Default,
            Comment = row.Comment.Length == 0 ? null : row.Comment,
            Settings = Settings(row.SqlMode),
        };
    }

    private Event? Read(EventRow row)
    {
        if (rows.Definitions.GetValueOrDefault((ObjectKind.Event, row.Name)) is not { } text || Events.Body(text) is not { } body)
        {
            Refuse(ObjectId.Top(ObjectKind.Event, rows.Named(row.Name)),
                "a body that the account may not see, or that cannot be read (GRANT EVENT)");
            return null;
        }

        return new()
        {
            Name = rows.Named(row.Name),
            Schedule = Events.Schedule(row),
            Body = Body(body),
            Preserve = row.Preserve,
            State = row.Status switch { "ENABLED" => EventState.Enabled,
                "DISABLED" => EventState.Disabled, _ => EventState.DisabledOnReplica },
            Comment = row.Comment.Length == 0 ? null : row.Comment,
            Settings = [.. Settings(row.SqlMode),
                .. row.Zone == Events.OurZone ? (IEnumerable<TableOption>)[] : [new("time_zone", row.Zone)]],
        };
    }

    private Sequence? Sequence(TableRow row)
    {
        var sequence = rows.Definitions.GetValueOrDefault((ObjectKind.Sequence, row.Name)) is { } text
            ? MariaDbSequences.Read(rows.Named(row.Name), text)
            : null;
        if (sequence is null)
            unsupported.Add(new(ObjectId.Top(ObjectKind.Sequence, rows.Named(row.Name)),
                "a definition that the account may not see, or a number beyond 64 bits"));
        return sequence;
    }

    private void Refuse(ObjectId subject, string reason) =>
        unsupported.Add(new(subject,
            rows.Refusals.TryGetValue((subject.Kind, subject.Name.Value), out var words)
                ? $"a definition that the server does not show ({words})"
                : reason));

    // Bodies are kept as they were written; spaces and comments in them are no difference.
    private static SqlExpression Body(string text) => new(text, MySqlText.Fold(text));

    private EquatableArray<TableOption> Settings(string mode) => mode == server.SqlMode ? [] : [new(Places.SqlMode, mode)];
}
