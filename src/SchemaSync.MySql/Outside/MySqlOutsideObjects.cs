using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>Asks whether what objects of ours need of other databases is there.</summary>
internal static class MySqlOutsideObjects
{
    /// <summary>One finding (SSY0218, SSY0219) for each that is not there, or that the account may not refer to.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindMissingAsync(
        MySqlConnection connection, MySqlHome home, MySqlCapabilities server, IReadOnlyList<ExternalNeed> needs, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var need in needs.Where(n => n.IsKey))
        {
            var fault = MySqlOutsideTable.OwnFault(need.User, need.Target, home);
            if (fault is null)
            {
                var table = await MySqlOutsideTable.FindAsync(connection, need.Target.QualifiedName, server, cancellationToken).ConfigureAwait(false);
                fault = table.Missing(need.User, [.. need.Columns]) ?? table.Refused(need.User, [.. need.Columns], need.ReadsRows);
            }

            if (fault is not null) found.Add(fault);
        }

        return found;
    }
}
