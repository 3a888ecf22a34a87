using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Triggers on the table or view of a class.</summary>
internal static class Triggers
{
    public static IEnumerable<(Trigger Trigger, AttributeUse Use)> OfType(TypeDeclaration type, Identifier on, TableHead? head, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(type.Attributes, "Trigger"), u => u.Text("Name") ?? ""))
        {
            var name = use.Text("Name") ?? "";
            if (Bodies.Read(use, "Body", $"trigger {name}", context) is not { } body) continue;
            var trigger = new Trigger
            {
                Name = new(name),
                On = on,
                Timing = context.Choice<TriggerTiming>(use, "Timing", $"trigger {name}"),
                Events = Events(use, $"trigger {name}", context),
                UpdateOf = UpdateOf(use, head, context),
                When = use.Text("When") is { } when ? new(when.Trim()) : null,
                Body = body,
            };
            Check(trigger, use, head is null, context);
            yield return (trigger, use);
        }
    }

    private static EquatableArray<Identifier> UpdateOf(AttributeUse use, TableHead? head, BuildContext context) => head is null
        ? use.Texts("UpdateOf").Select(c => new Identifier(c)).ToEquatableArray()
        : IndexParts.Read(use, use.Texts("UpdateOf"), head, expressions: false, context).Select(p => p.Column).ToEquatableArray();

    /// <summary>The attribute's flags as the model's list.</summary>
    private static EquatableArray<TriggerEvent> Events(AttributeUse use, string subject, BuildContext context)
    {
        var all = (TriggerEvent[])Enum.GetValues(typeof(TriggerEvent));
        var flags = use.Number("On") ?? 0;
        if (flags <= 0 || flags >= 1L << all.Length)
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject, "it needs one or more of Insert, Update, Delete and Truncate");
            return [];
        }

        var events = all.Where(e => (flags & (1L << (int)e)) != 0).ToEquatableArray();
        if (events.Count > 1 && !context.Profile.TriggerManyEvents) context.Unsupported(use.Place, subject, "several events", "declare one trigger for each");
        if (events.Contains(TriggerEvent.Truncate) && !context.Profile.TriggerTruncate) context.Unsupported(use.Place, subject, "Truncate", "leave it out");
        return events;
    }

    private static void Check(Trigger trigger, AttributeUse use, bool onView, BuildContext context)
    {
        var subject = $"trigger {trigger.Name}";
        var problem = !trigger.UpdateOf.IsEmpty && !trigger.Events.Contains(TriggerEvent.Update) ? "UpdateOf is for TriggerEvent.Update only"
            : trigger.Timing == TriggerTiming.InsteadOf && !onView ? "InsteadOf is for views only; use Before or After"
            : trigger.Timing != TriggerTiming.InsteadOf && onView ? "a view takes InsteadOf only" : null;
        if (problem is not null) context.Report(ModelDiagnostics.TriggerTarget, use.Place, trigger.Name.Value, trigger.On.Value, problem);
        if (!trigger.UpdateOf.IsEmpty && !context.Profile.TriggerUpdateOf) context.Unsupported(use.Place, subject, "UpdateOf", "compare OLD and NEW in the body");
        if (trigger.When is not null && !context.Profile.TriggerWhen) context.Unsupported(use.Place, subject, "When", "test it in the body");
    }
}
