using Microsoft.Extensions.DependencyInjection;
using SchemaSync.Hosting;

namespace SchemaSync.CrashHost;

/// <summary>
/// <c>library PROVIDER TEMPLATE SCHEMA SNAPSHOT CONTROL NAMES PAUSE</c>: the same worker as an application with the library has it.
/// </summary>
internal static class LibraryWorker
{
    public const string Verb = "library";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var names = Path.GetTempFileName();
        await File.WriteAllLinesAsync(names, arguments[5].Split(','));
        var target = SchemaTarget.Of(await SnapshotFile.LoadAsync(arguments[3]));
        await using var services = new ServiceCollection().AddSchemaSync(options =>
        {
            (options.Provider, options.ConnectionString, options.Target) = (new(arguments[0]), arguments[1], target);
            (options.Schema, options.Tenants) = (arguments[2].Length > 0 ? arguments[2] : null, $"@{names}");
            options.Fleet = FleetWorker.Options(arguments[4], arguments[6]);
        }).BuildServiceProvider();
        Console.WriteLine("begins");
        var report = await services.GetRequiredService<ISchemaSync>().SyncFleetAsync();
        File.Delete(names);
        return FleetWorker.Tell(report);
    }
}
