using System.Reflection;

namespace SchemaSync.Engine.Tests;

/// <summary>What stands around the adapters passes everything on.</summary>
public sealed class WatchedAdapterTests
{
    [Theory]
    [InlineData(typeof(DatabaseAdapter), "WatchedAdapter")]
    [InlineData(typeof(DatabaseSession), "WatchedSession")]
    [InlineData(typeof(SchemaInspector), "WatchedInspector")]
    [InlineData(typeof(MigrationRunner), "WatchedRunner")]
    public void Every_virtual_member_is_passed_on(Type contract, string name)
    {
        var watched = contract.Assembly.GetType($"SchemaSync.Engine.Adapters.Watching.{name}", throwOnError: true)!;
        var members = contract.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(m => m.IsVirtual && !m.IsFinal && m.DeclaringType == contract).ToList();
        Assert.NotEmpty(members);
        var missing = members.Where(m =>
            watched.GetMethod(m.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly,
            [.. m.GetParameters().Select(p => p.ParameterType)]) is null
            && !watched.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Any(w => w.Name == m.Name && w.IsGenericMethod == m.IsGenericMethod && w.IsGenericMethod));
        Assert.Empty(missing.Select(m => m.Name));
    }
}
