using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SchemaSync.Hosting.Settings;

/// <summary>Reads options by hand: a binder that looks at types does not survive a trimmed program, and says nothing about a value that
/// it cannot use.</summary>
internal static class ConfigurationReader
{
    private static readonly Dictionary<string, Action<SchemaSyncOptions, IConfigurationSection>> Keys =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Provider"] = (o, s) => o.Provider = new(Text(s)),
            ["ConnectionString"] = (o, s) => o.ConnectionString = Text(s),
            ["ConnectionName"] = (o, s) => o.ConnectionName = Text(s),
            ["Schema"] = (o, s) => o.Schema = Text(s),
            ["Tenants"] = (o, s) => o.Tenants = Text(s),
            ["Ledger"] = (o, s) => o.Ledger = Word<LedgerPlace>(s),
            ["Role"] = (o, s) => o.Role = Text(s),
            ["KeepRuns"] = (o, s) => o.KeepRuns = Number(s),
            ["OnStart"] = (o, s) => o.OnStart = Word<StartAction>(s),
            ["Allow"] = (o, s) => Add(o.Allow, s),
            ["LockTimeout"] = (o, s) => o.LockTimeout = Time(s),
            ["HealthInterval"] = (o, s) => o.HealthInterval = Time(s),
            ["Fleet"] = (o, s) => o.Fleet = Fleet(o.Fleet, s),
        };

    /// <summary>Puts what a section says into options; what it does not say stays.</summary>
    /// <exception cref="SchemaSyncException">SSY0621: there is no such option, or no such value.</exception>
    public static void Read(IConfiguration section, SchemaSyncOptions options)
    {
        foreach (var child in section.GetChildren())
        {
            if (Keys.TryGetValue(child.Key, out var read)) read(options, child);
            else throw new SchemaSyncException(LibraryDiagnostics.BadOption, child.Key, "is no option", $"write one of {All}");
        }
    }

    private static string All => string.Join(", ", Keys.Keys.Order(StringComparer.Ordinal));

    private static FleetOptions Fleet(FleetOptions fleet, IConfigurationSection section)
    {
        foreach (var child in section.GetChildren())
        {
            fleet = child.Key.ToUpperInvariant() switch
            {
                "PARALLELISM" => fleet with { Parallelism = Number(child) },
                "CANARIES" => fleet with { Canaries = Number(child) },
                "STOPAFTER" => fleet with { StopAfter = Number(child) },
                "STOPSLOWER" => fleet with { StopSlower = Time(child) },
                "STOPLOCKWAITS" => fleet with { StopLockWaits = Time(child) },
                _ => throw Bad(child, "write one of Canaries, Parallelism, StopAfter, StopSlower, StopLockWaits"),
            };
        }

        return fleet;
    }

    // A list, or one text as in MSBuild and the command line.
    private static void Add(IList<string> codes, IConfigurationSection section)
    {
        var texts = section.GetChildren().Select(c => c.Value).Prepend(section.Value).OfType<string>();
        foreach (var code in texts.SelectMany(t => t.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries))) codes.Add(code);
    }

    private static T Word<T>(IConfigurationSection section) where T : struct, Enum =>
        Enum.TryParse<T>(Text(section), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word
            : throw Bad(section, $"write one of {string.Join(", ", Enum.GetNames<T>())}");

    private static TimeSpan Time(IConfigurationSection section) =>
        TimeSpan.TryParse(Text(section), CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero ? time
            : throw Bad(section, "write a time such as 00:00:30");

    private static int Number(IConfigurationSection section) =>
        int.TryParse(section.Value, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
            : throw Bad(section, "write a whole number from 0");

    private static string Text(IConfigurationSection section) =>
        string.IsNullOrWhiteSpace(section.Value) ? throw Bad(section, "write a value, or leave it out") : section.Value;

    // The value is not repeated: whoever puts a secret under a wrong key finds it in no log.
    private static SchemaSyncException Bad(IConfigurationSection section, string cure) =>
        new(LibraryDiagnostics.BadOption, section.Path, "has a value that cannot be used", cure);
}
