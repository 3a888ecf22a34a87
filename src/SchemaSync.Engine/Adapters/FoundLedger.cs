using System.Data.Common;

namespace SchemaSync.Engine.Adapters;

/// <summary>Where a tenant's ledger is, or would begin.</summary>
/// <param name="Tables">Its tables in the words of the database.</param>
/// <param name="Columns">The columns of those that are there, by table.</param>
public sealed record FoundLedger(LedgerTables Tables, ILookup<string, string> Columns)
{
    /// <summary>Why nobody can tell what the ledger says, as a sentence; null where that can be told.</summary>
    public string? Fault { get; init; }

    /// <summary>What to do about it; empty for putting the ledger aside.</summary>
    public string Cure { get; init; } = "";

    /// <summary>The ledger whose tables are these.</summary>
    internal static async Task<FoundLedger> ReadAsync(DbConnection connection, LedgerTables tables, CancellationToken cancellationToken)
    {
        var columns = new List<(string Table, string Column)>();
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = tables.Columns;
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        return new(tables, columns.ToLookup(c => c.Table, c => c.Column, StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>The ledger that many tenants of a place share, or would share; where each has its own, these as if they were one.</summary>
/// <param name="Ledger">Its tables, in words that speak of all of them; believed only where the account would believe it of each.</param>
/// <param name="Elsewhere">Those of the tenants that have, or may have, another one.</param>
public sealed record SharedLedgers(FoundLedger Ledger, IReadOnlySet<Identifier> Elsewhere);

/// <summary>Where a ledger begins that is not there yet; one that is there is continued wherever it is.</summary>
public enum LedgerPlace
{
    /// <summary>With those of the other tenants of its database, where it has such and the database can have it; else beside the tenant's
    /// objects.</summary>
    Usual,
    /// <summary>Beside the tenant's objects.</summary>
    Own,
    /// <summary>With those of the other tenants of its database, where the database can have it.</summary>
    Shared,
}
