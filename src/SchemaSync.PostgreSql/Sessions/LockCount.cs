using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>
/// Counts the locks of a transaction. Every object it makes or changes keeps one until its end, in a table that all databases of the server
/// share: when that is full, statements of everybody fail. The server promises that many and finds memory for about twice as many: a third
/// of it is the most we take.
/// </summary>
internal sealed class LockCount(NpgsqlConnection connection)
{
    // A statement takes about ten locks; that many statements between two looks are a small part of what may be taken.
    private const int FirstLook = 10, LocksPerStatement = 10, LooksOnTheWay = 20, MostBetween = 200;

    private const string Query = """
        SELECT pg_catalog.count(*) FILTER (WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid())::pg_catalog.int4,
            pg_catalog.count(*)::pg_catalog.int4,
          pg_catalog.current_setting('max_locks_per_transaction'::pg_catalog.text)::pg_catalog.int4,
          pg_catalog.current_setting('max_connections'::pg_catalog.text)::pg_catalog.int4,
              pg_catalog.current_setting('max_prepared_transactions'::pg_catalog.text)::pg_catalog.int4
        FROM pg_catalog.pg_locks l WHERE NOT l.fastpath
        """;

    private int _statements, _next = FirstLook;

    /// <summary>A new transaction.</summary>
    public void Begin() => (_statements, _next) = (0, FirstLook);

    /// <summary>How many statements may run before the next look.</summary>
    public int UntilLook => Math.Max(1, _next - _statements);

    /// <summary>More statements of the transaction; where it holds more than two thirds of what others leave, what to tell.</summary>
    public async Task<string?> AddAsync(int statements, CancellationToken cancellationToken)
    {
        _statements += statements;
        if (_statements < _next) return null;
        var command = new NpgsqlCommand(Query, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var row = new CatalogRow(reader);
                var (held, all, each) = (row.Int(), row.Int(), row.Int());
                var sessions = row.Int() + row.Int();
                var most = ((each * (long)sessions) - (all - held)) * 2 / 3;
                _next = _statements + (int)Math.Clamp(most / LocksPerStatement / LooksOnTheWay, 1, MostBetween);
                return held <= most ? null
                    : $"{_statements} statements of one transaction hold {held} locks, and the server has room for "
                        + $"{each * (long)sessions} in all (max_locks_per_transaction "
                        + $"{each}, {sessions} sessions), of which others hold {all - held}";
            }
        }
    }
}
