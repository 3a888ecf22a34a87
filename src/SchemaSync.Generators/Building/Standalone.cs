namespace SchemaSync.Generators.Building;

/// <summary>The objects that attributes on a class or on the assembly declare by themselves, beside the class's own table.</summary>
internal static class Standalone
{
    /// <summary>The objects with where each is declared.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="head">The table of the class, for what refers to a column of it.</param>
    /// <param name="home">The schema of what does not say one.</param>
    /// <param name="context">The provider.</param>
    public static IEnumerable<(TopLevelObject Object, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, TableHead? head, Identifier home, BuildContext context)
    {
        // Of nearly every class nothing but its table.
        if (!attributes.Any(static a => a.Kind.IsFor(Placement.Assembly))) return [];
        return
        [
            .. SchemaOptions.Of(attributes, context),
            .. Extensions(attributes, context),
            .. TypeObjects.Of(attributes, home, context),
            .. Sequences.Of(attributes, head, home, context),
            .. Views.Of(attributes, home, context),
            .. Views.Materialized(attributes, home, context),
            .. Routines.Of(attributes, home, context).Select(r => ((TopLevelObject)r.Routine, r.Use)),
            .. Events(attributes, context),
            .. SqlObjects.Of(attributes, head, home, context),
        ];
    }

    private static IEnumerable<(TopLevelObject Object, AttributeUse Use)> Extensions(EquatableArray<AttributeUse> attributes,
        BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.Extension), u => u.Text("Name") ?? ""))
        {
            context.Supports(use, $"extension {use.Text("Name")}");
            yield return (new Extension
            {
                Name = new(use.Text("Name") ?? ""),
                Version = use.Text("Version"),
                Schema = use.Text("Schema"),
                Comment = use.Text("Comment"),
            }, use);
        }
    }

    private static IEnumerable<(TopLevelObject Object, AttributeUse Use)> Events(EquatableArray<AttributeUse> attributes,
        BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.Event), u => u.Text("Name") ?? ""))
        {
            var subject = $"event {use.Text("Name")}";
            context.Supports(use, subject);
            if (Bodies.Read(use, "Body", subject, context) is not { } body) continue;
            var schedule = use.Text("Schedule")?.Trim() ?? "";
            if (schedule.Length == 0) context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
            yield return (new Event
            {
                Name = new(use.Text("Name") ?? ""),
                Schedule = new(schedule),
                Body = body,
                Preserve = use.Flag("Preserve"),
                State = context.Choice<EventState>(use, "State", subject),
                Definer = use.Text("Definer"),
                Comment = use.Text("Comment"),
            }, use);
        }
    }
}
