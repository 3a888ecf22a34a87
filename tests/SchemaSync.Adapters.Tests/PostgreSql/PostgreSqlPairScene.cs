using System.Data.Common;
using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>A schema with rows that is to become like another one, and what has to hold on the way and back.</summary>
internal sealed partial class PostgreSqlPairScene
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    private readonly Side _live, _wanted;
    private readonly Snapshot _start, _end;
    private readonly string _before;
    private readonly List<(string Before, string After, string Rows)> _kept;

    private PostgreSqlPairScene(Side live, Side wanted, Snapshot start, Snapshot end)
    {
        (_live, _wanted, _start, _end, _before) = (live, wanted, start, end, live.Describe());
        _kept = [.. PostgreSqlPairRows.Kept(start, end).Select(q => (q.Before, q.After, live.Of.Query(q.Before)))];
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes both sides of a pair, in place of those of the last one.</summary>
    public static async Task<PostgreSqlPairScene> Of(TestDatabase live, TestDatabase wanted, PostgreSqlPair.Drawing pair)
    {
        var (from, to) = (new Side(live, pair.IsSpread, pair.From), new Side(wanted, pair.IsSpread, pair.To));
        foreach (var row in pair.Rows) from.Takes([row]);
        var (start, read) = (await Engine.SnapshotAsync(from.Tenant, Token), await Engine.SnapshotAsync(to.Tenant, Token));
        return new(from, to, start,
            new() { Form = read.Form, Objects = read.Objects, Intents = [.. pair.Intents(read)], Unsupported = read.Unsupported });
    }

    /// <summary>The way there.</summary>
    /// <exception cref="SchemaSyncException">There is none.</exception>
    public Task<Plan> Plan() => Engine.PlanAsync(_live.Tenant, SchemaTarget.Of(_end), new(IncludeUnmanaged: true), Token);

    /// <summary>The way back.</summary>
    /// <exception cref="SchemaSyncException">There is none.</exception>
    public Task<Plan> Back() => Engine.PlanRevertAsync(_live.Tenant, Token);

    /// <summary>Takes a way.</summary>
    /// <exception cref="SchemaSyncException">The rows are in it.</exception>
    public Task Take(Plan plan) => Engine.ApplyAsync(_live.Tenant, plan, Everything, Token);

    /// <summary>It is like the other one by the server's own word, has its rows, and nothing is left to do.</summary>
    public async Task IsThere()
    {
        Assert.Equal(_wanted.Describe(), _live.Describe());
        Assert.All(_kept, q => Assert.Equal($"{q.After}: {q.Rows}", $"{q.After}: {_live.Of.Query(q.After)}"));
        var rest = await Plan();
        Assert.Empty(rest.Changes.Select(c => c.ToString()));
        Assert.True(rest.IsEmpty);
    }

    /// <summary>It is what it was.</summary>
    public async Task IsBack()
    {
        IsAsItWas();
        Assert.All(_kept, q => Assert.Equal($"{q.Before}: {q.Rows}", $"{q.Before}: {_live.Of.Query(q.Before)}"));
        Assert.Equal(_start.Fingerprint, (await Engine.SnapshotAsync(_live.Tenant, Token)).Fingerprint);
    }

    /// <summary>Nothing was done.</summary>
    public void IsAsItWas() => Assert.Equal(_before, _live.Describe());

    /// <summary>One of the two, in a database of its own: in the tenant's schema, or in two that tenants share.</summary>
    private sealed partial class Side
    {
        private readonly PostgreSqlSchema _beside;

        public Side(TestDatabase database, bool isSpread, IReadOnlyList<string> statements)
        {
            database.Run($"set client_min_messages = error; drop schema if exists {PostgreSqlPair.First}, {PostgreSqlPair.Second}, own "
                + $"cascade; create schema {PostgreSqlPair.First}; create schema {PostgreSqlPair.Second}; create schema own");
            _beside = PostgreSqlSchema.In(database, PostgreSqlPair.Second);
            Of = PostgreSqlSchema.In(database, PostgreSqlPair.First, _beside);
            Tenant = isSpread ? Of.Tenant with { Schema = "own", Schemas = [PostgreSqlPair.First, PostgreSqlPair.Second] } : Of.Tenant;
            // Not every draw is a schema: what the server does not take is left out.
            if (!Takes(statements)) foreach (var statement in statements) Takes([statement]);
        }

        public PostgreSqlSchema Of { get; }

        public TenantContext Tenant { get; }

        public bool Takes(IReadOnlyList<string> statements)
        {
            try
            {
                Of.Run(string.Join(";\n", statements));
                return true;
            }
            catch (DbException)
            {
                return false;
            }
        }

        // What the server named itself, after a table that has another name by now, a model does not know.
        public string Describe() => string.Join('\n', Named().Replace(
            $"{PostgreSqlOracle.Describe(Of)};{PostgreSqlOracle.Describe(_beside)}", "its").Split(';').Order(StringComparer.Ordinal));

        [GeneratedRegex(@"\b[tuw](_n)?_id_seq\d*\b|(?<=\bconstraint pt\w*\.)\w+(?= PRIMARY KEY)")]
        private static partial Regex Named();
    }
}
