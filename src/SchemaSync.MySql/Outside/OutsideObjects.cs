using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>Asks whether what objects of ours need of other databases is there.</summary>
internal static class OutsideObjects
{
    /// <summary>One finding (SSY0218, SSY0219) for each that is not there, or that the account may not refer to.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindMissingAsync(
        MySqlConnection connection, MySqlHome home, MySqlCapabilities server, IReadOnlyList<ExternalNeed> needs,
        CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var need in needs.Where(n => n.IsKey))
        {
            var fault = OutsideTable.OwnFault(need.User, need.Target, home);
            if (fault is null)
            {
                var table = await OutsideTable.FindAsync(connection, need.Target.QualifiedName, server, cancellationToken)
                    .ConfigureAwait(false);
                fault = table.Missing(need.User, [.. need.Columns]) ?? table.Refused(need.User, [.. need.Columns], need.ReadsRows);
            }

            if (fault is not null) found.Add(fault);
        }

        var uses = needs.Where(n => !n.IsKey).ToList();
        if (uses.Count == 0) return found;
        var there = await OutsideUses.FindAsync(connection, uses.Select(n => NameOf(n.Target)), cancellationToken)
            .ConfigureAwait(false);
        Diagnostic? Fault(ExternalNeed need) => OutsideTable.OwnFault(need.User, need.Target, home)
            ?? (there.ContainsKey(NameOf(need.Target)) ? null : Missing(need));
        found.AddRange(uses.Select(Fault).OfType<Diagnostic>());
        return found;
    }

    private static OtherName NameOf(ObjectId target) => new(target.Schema.Value ?? "", target.Name.Value, target.Kind.HasSignature);

    private static Diagnostic Missing(ExternalNeed need)
    {
        var why = $"the database {need.Target.Schema} has nothing of that kind and name, or nothing that the account may see";
        var (entry, user) = (InspectionDiagnostics.ExternalMissing, need.User);
        return Diagnostic.Of(entry, user.ToString(), need.Target.ToString(), why) with { Subject = user };
    }
}
