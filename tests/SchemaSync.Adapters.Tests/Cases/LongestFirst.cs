using SchemaSync.Adapters.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// The classes that run for minutes begin first, so that none of them is left alone at the end while one processor has nothing to
/// do. Those that mostly wait, for a silent network or another process, stand between those that compute.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly List<string?> Order =
    [
        .. new[]
        {
            typeof(PostgreSql18CaseTests), typeof(MySql97CaseTests), typeof(CrashTests),
            typeof(NetworkFaultTests), typeof(PostgreSqlScriptCaseTests),
            typeof(MariaDb1011CaseTests), typeof(PostgreSqlCaptureTests), typeof(MariaDb118CaseTests), typeof(PostgreSql15CaseTests),
            typeof(PostgreSqlSharedCaseTests), typeof(MySql97ScriptCaseTests), typeof(MySqlCrashTests), typeof(PostgreSql13CaseTests),
            typeof(MariaDb118ScriptCaseTests), typeof(SqlitePropertyTests), typeof(PlacedTextTests), typeof(PostgreSqlScopeTests),
            typeof(PostgreSqlCrashTests), typeof(PostgreSqlServerFaultTests), typeof(MySqlServerFaultTests), typeof(MySqlPropertyTests),
            typeof(MySqlOnlineChangeTests), typeof(PostgreSqlPropertyTests), typeof(MySqlScopeTests), typeof(TextRoundTripTests),
        }.Select(t => t.FullName),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    // A collection without a definition is one class, and called after it.
    private static int Place<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection =>
        Order.FindIndex(name => collection.TestCollectionDisplayName.Contains($" {name} ", StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : Order.Count;
}
