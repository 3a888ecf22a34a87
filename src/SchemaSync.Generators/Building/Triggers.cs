namespace SchemaSync.Generators.Building;

/// <summary>Triggers on the table or view of a class.</summary>
internal static class Triggers
{
    public static IEnumerable<(Trigger Trigger, AttributeUse Use)> OfType(TypeDeclaration type,
        QualifiedName on, TableHead? head, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(type.Attributes, AttributeKind.Trigger), u => u.Text("Name") ?? ""))
        {
            var subject = $"trigger {use.Text("Name")}";
            if (Body(use, subject, context) is not { } body) continue;
            var trigger = new Trigger
            {
                Name = new(use.Text("Name") ?? ""),
                On = on,
                Timing = context.Choice<TriggerTiming>(use, "Timing", subject),
                Events = Events(use, subject, context),
                UpdateOf = UpdateOf(use, head, context),
                When = use.Text("When") is { } when ? new(when.Trim()) : null,
                Body = body,
                PerStatement = use.Flag("PerStatement"),
                Constraint = use.Flag("Constraint"),
                Deferrability = context.Choice<Deferrability>(use, "Deferrability", subject),
                From = From(use, on.Schema, subject, context),
                OldTable = Name(use, "OldTable"),
                NewTable = Name(use, "NewTable"),
                State = context.Choice<TriggerState>(use, "State", subject),
                Follows = Name(use, "Follows"),
                Definer = use.Text("Definer"),
                Comment = use.Text("Comment"),
            };
            Check(trigger, use, head is null, context);
            context.Supports(use, subject);
            yield return (trigger, use);
        }
    }

    private static QualifiedName From(AttributeUse use, Identifier home, string subject, BuildContext context)
    {
        if (use.Text("From") is not { Length: > 0 } text) return default;
        if (context.Reference(text, home) is { } table) return table;
        context.Report(ModelDiagnostics.UnknownTable, use.Place, subject, text);
        return default;
    }

    /// <summary>Statements, or the call of a function where triggers have none of their own.</summary>
    private static SqlExpression? Body(AttributeUse use, string subject, BuildContext context)
    {
        if (use.Text("Function") is not { } function)
        {
            var statements = Bodies.Read(use, "Body", subject, context);
            context.Needs(Feature.TriggerBodies, statements is not null, use.Place, subject, "statements in a trigger",
                "declare a [Function] that returns trigger, and name it with Function = \"…()\"");
            return statements;
        }

        if (use.Text("Body") is not null || use.Text("File") is not null)
        {
            context.Report(AttributeDiagnostics.OneBody, use.Place, subject, "both");
            return null;
        }

        context.Needs(Feature.TriggerFunctions, true, use.Place, subject,
            "a function called by a trigger", "write its statements as the body");
        var call = function.Trim();
        if (call.Length > 0) return new(call.EndsWith(")", StringComparison.Ordinal) ? call : call + "()");
        context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
        return null;
    }

    private static EquatableArray<Identifier> UpdateOf(AttributeUse use, TableHead? head, BuildContext context) => head is null
        ? use.Texts("UpdateOf").Select(c => new Identifier(c)).ToEquatableArray()
        : IndexParts.Columns(use, use.Texts("UpdateOf"), head, context);

    /// <summary>The attribute's flags as the model's list.</summary>
    private static EquatableArray<TriggerEvent> Events(AttributeUse use, string subject, BuildContext context)
    {
        var all = (TriggerEvent[])Enum.GetValues(typeof(TriggerEvent));
        var flags = use.Number("On") ?? 0;
        if (flags <= 0 || flags >= 1L << all.Length)
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                "it needs one or more of Insert, Update, Delete and Truncate");
            return [];
        }

        var events = all.Where(e => (flags & (1L << (int)e)) != 0).ToEquatableArray();
        context.Needs(Feature.TriggerManyEvents, events.Count > 1, use.Place, subject, "several events", "declare one trigger for each");
        context.Needs(Feature.TriggerTruncate, events.Contains(TriggerEvent.Truncate), use.Place, subject, "Truncate", "leave it out");
        return events;
    }

    // The manual of PostgreSQL, CREATE TRIGGER; what the other databases leave out is no feature of theirs.
    private static readonly (Func<Trigger, bool, bool> IsBroken, string Sentence)[] Rules =
    [
        ((t, _) => !t.UpdateOf.IsEmpty && !t.Events.Contains(TriggerEvent.Update), "UpdateOf is for TriggerEvent.Update only"),
        ((t, onView) => t.Timing == TriggerTiming.InsteadOf && !onView, "InsteadOf is for views only; use Before or After"),
        ((t, onView) => t.Timing != TriggerTiming.InsteadOf && onView && !t.PerStatement, "a view takes InsteadOf only"),
        ((t, _) => t.Events.Contains(TriggerEvent.Truncate) && !t.PerStatement, "Truncate is for PerStatement = true only"),
        ((t, _) => t.Constraint && (t.Timing != TriggerTiming.After || t.PerStatement || SeesTables(t)),
            "a constraint trigger fires after each row, without transition tables"),
        ((t, _) => !t.Constraint && (t.Deferrability != Deferrability.NotDeferrable || !t.From.IsEmpty),
            "Deferrability and From are for Constraint = true only"),
        ((t, _) => SeesTables(t) && (t.Timing != TriggerTiming.After || t.Events.Count != 1),
            "transition tables are for After with one event"),
        ((t, _) => !t.OldTable.IsEmpty && t.Events.Contains(TriggerEvent.Insert), "an insert has no OldTable"),
        ((t, _) => !t.NewTable.IsEmpty && t.Events.Contains(TriggerEvent.Delete), "a delete has no NewTable"),
    ];

    private static bool SeesTables(Trigger trigger) => !trigger.OldTable.IsEmpty || !trigger.NewTable.IsEmpty;

    private static void Check(Trigger trigger, AttributeUse use, bool onView, BuildContext context)
    {
        if (Array.Find(Rules, r => r.IsBroken(trigger, onView)).Sentence is { } problem)
            context.Report(ModelDiagnostics.TriggerTarget, use.Place, trigger.Name.Name.Value, trigger.On.ToString(), problem);
        context.Needs(Feature.InsteadOfTriggers, trigger.Timing == TriggerTiming.InsteadOf, use.Place, $"trigger {trigger.Name}",
            "InsteadOf", "write to the table itself");
    }

    private static Identifier Name(AttributeUse use, string argument) => new(use.Text(argument) ?? "");
}
