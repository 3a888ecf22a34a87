namespace SchemaSync.MySql.Kinds;

/// <summary>Events in the words of the servers.</summary>
internal static class Events
{
    /// <summary>The time zone of our sessions, and so of the events that they create.</summary>
    public const string OurZone = "+00:00";

    /// <summary>What stands behind ON SCHEDULE.</summary>
    public static SqlExpression Schedule(EventRow row)
    {
        if (row.ExecuteAt is { } at) return new($"AT '{at}'");
        // Without STARTS the server notes the moment of the statement: that is no part of what was declared.
        var starts = row.Starts is { } first && !row.StartsWhenCreated ? $" STARTS '{first}'" : "";
        var value = row.Value!.All(char.IsAsciiDigit) ? row.Value! : MySqlText.Literal(row.Value!.Trim('\''));
        return new($"EVERY {value} {row.Field}{starts}{(row.Ends is { } last ? $" ENDS '{last}'" : "")}");
    }

    /// <summary>The statement of an event.</summary>
    public static string? Body(string text)
    {
        var tokens = Lexer.Read(text).Significant;
        // The head holds no other DO: a comment is a constant, and a name is quoted.
        var at = tokens.FindIndex(t => t.IsWord("DO"));
        return at < 0 || at + 1 == tokens.Count ? null : text[tokens[at + 1].Start..];
    }

    /// <summary>CREATE EVENT.</summary>
    public static string Create(Event scheduled) => $"CREATE EVENT {MySqlText.Quote(scheduled.Name)}{Head(scheduled, withSchedule: true)}";

    /// <summary>ALTER EVENT for everything but the schedule: said again, it would begin anew.</summary>
    public static string Alter(Event after) => $"ALTER EVENT {MySqlText.Quote(after.Name)}{Head(after, withSchedule: false)}";

    /// <summary>A new schedule begins with a new event, so that its start is the
    /// moment of its creation wherever none is declared.</summary>
    public static bool NeedsNew(Event before, Event after) => before.Schedule.Canonical != after.Schedule.Canonical;

    private static string Head(Event scheduled, bool withSchedule)
    {
        var schedule = withSchedule ? $"\n  ON SCHEDULE {scheduled.Schedule.Text}" : "";
        var state = scheduled.State switch { EventState.Enabled => "ENABLE", EventState.Disabled => "DISABLE", _ => "DISABLE ON SLAVE" };
        return $"{schedule}\n  ON COMPLETION {(scheduled.Preserve ? "" : "NOT ")}PRESERVE {state} COMMENT "
            + $"{MySqlText.Literal(scheduled.Comment ?? "")}\n  DO {scheduled.Body.Text}";
    }
}
