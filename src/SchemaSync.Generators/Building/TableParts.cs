namespace SchemaSync.Generators.Building;

/// <summary>Exclusion constraints and policies of a table.</summary>
internal static class TableParts
{
    public static IEnumerable<(ExclusionConstraint Constraint, Place Place)> Exclusions(TableUses uses)
    {
        var context = uses.Context;
        foreach (var use in BuildContext.Winners(context.Many(uses.Type.Attributes, AttributeKind.Exclude),
            u => u.Text("Name") ?? string.Join(",", u.Texts("Elements"))))
        {
            var subject = $"exclusion constraint of {uses.Head.Display}";
            context.Supports(use, subject);
            var elements = use.Texts("Elements").Select(e => e.Trim()).Where(e => e.Length > 0).ToList();
            if (elements.Count == 0)
            {
                context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, uses.Subject);
                continue;
            }

            var method = use.Text("Method")?.Trim() is { Length: > 0 } named ? $"USING {named} " : "";
            var where = use.Text("Where")?.Trim() is { Length: > 0 } condition ? $" WHERE ({condition})" : "";
            yield return (new ExclusionConstraint
            {
                Name = TableUses.Name(use),
                Definition = new($"{method}({string.Join(", ", elements)}){where}"),
                Deferrability = context.Choice<Deferrability>(use, "Deferrability", subject),
                Comment = use.Text("Comment"),
            }, use.Place);
        }
    }

    public static IEnumerable<(Policy Policy, Place Place)> Policies(TableUses uses)
    {
        var context = uses.Context;
        foreach (var use in BuildContext.Winners(context.Many(uses.Type.Attributes, AttributeKind.Policy), u => u.Text("Name") ?? ""))
        {
            var subject = $"policy {use.Text("Name")}";
            context.Supports(use, subject);
            var policy = new Policy
            {
                Name = TableUses.Name(use),
                Restrictive = use.Flag("Restrictive"),
                Command = context.Choice<PolicyCommand>(use, "Command", subject),
                Roles = use.Texts("Roles").Distinct().OrderBy(r => r, StringComparer.Ordinal).ToEquatableArray(),
                Using = use.Text("Using") is { } rows ? new(rows.Trim()) : null,
                Check = use.Text("Check") is { } check ? new(check.Trim()) : null,
                Comment = use.Text("Comment"),
            };
            Check(policy, use, subject, uses);
            uses.Moved(policy, use);
            yield return (policy, use.Place);
        }
    }

    private static void Check(Policy policy, AttributeUse use, string subject, TableUses uses)
    {
        var problem = policy is { Using: null, Check: null } ? "it needs Using or Check, otherwise it lets everything or nothing through"
            : policy.Command == PolicyCommand.Insert && policy.Using is not null ? "an insert sees no existing rows; use Check"
            : policy.Command is PolicyCommand.Select or PolicyCommand.Delete && policy.Check is not null
                ? "a select or delete makes no new rows; use Using" : null;
        if (problem is not null) uses.Context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject, problem);
    }
}
