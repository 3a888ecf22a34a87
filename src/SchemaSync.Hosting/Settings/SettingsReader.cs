using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SchemaSync.Hosting.Settings;

/// <summary>Looks whether options can be used, and completes what they leave to the application.</summary>
internal sealed class SettingsReader(IServiceProvider services, AdapterRegistry adapters) : IValidateOptions<SchemaSyncOptions>
{
    private const string ConnectionOption = nameof(SchemaSyncOptions.ConnectionString);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SchemaSyncOptions options)
    {
        try
        {
            Read(options);
            return ValidateOptionsResult.Success;
        }
        catch (SchemaSyncException e)
        {
            return ValidateOptionsResult.Fail(e.Diagnostics.Select(d => d.ToString()));
        }
    }

    /// <summary>The settings that options amount to.</summary>
    /// <exception cref="SchemaSyncException">SSY0621, SSY0622: one of them cannot be used. SSY0209: there is no declaration.</exception>
    public SchemaSettings Read(SchemaSyncOptions options)
    {
        var findings = new List<Diagnostic>();
        var allow = HazardCodes(options, findings);
        var connection = Connection(options, findings);
        if (!Enum.IsDefined(options.OnStart))
            findings.Add(Bad("OnStart", $"is {(int)options.OnStart}", $"set one of {string.Join(", ", Enum.GetNames<StartAction>())}"));
        if (options.LockTimeout < TimeSpan.Zero) findings.Add(Bad("LockTimeout", "is below zero", "set a time such as 00:00:30"));
        if (!Enum.IsDefined(options.Ledger))
            findings.Add(Bad("Ledger", $"is {(int)options.Ledger}", $"set one of {string.Join(", ", Enum.GetNames<LedgerPlace>())}"));
        if (options.KeepRuns < 1) findings.Add(Bad("KeepRuns", $"is {options.KeepRuns}", "set a number from 1"));
        // Settings of tenants that nobody takes from here.
        if ((options.Ledger != LedgerPlace.Usual || options.Role is not null) && HasOwnDirectory())
            findings.Add(Bad(options.Role is null ? "Ledger" : "Role", "is set, and the application lists its tenants itself",
                "set it in the TenantContext of each"));
        if (options is { Target: not null, Assembly: not null })
            findings.Add(Bad("Target", "is set beside Assembly", "leave one of them out"));
        if (findings.Count > 0) throw new SchemaSyncException(findings);
        var target = options.Target ?? SchemaTarget.From(options.Assembly ?? Application(), options.Provider?.Name);
        return new(target, Provider(options, target), new() { Policy = new(allow), LockTimeout = options.LockTimeout,
            KeepRuns = options.KeepRuns, FinishCommand = "the application again with OnStart Apply" }, options)
            { ConnectionString = connection };
    }

    private string Provider(SchemaSyncOptions options, SchemaTarget target)
    {
        var declared = target.Model?.Providers ?? [target.Snapshot!.Form.Provider];
        var name = options.Provider?.Name ?? (declared is [var only] ? only
            : throw new SchemaSyncException([Bad("Provider", $"is not set, and the schema is declared for {string.Join(", ", declared)}",
                "set the one that the application uses")]));
        return adapters.For(name).Provider;
    }

    private string? Connection(SchemaSyncOptions options, List<Diagnostic> findings)
    {
        if (options.ConnectionName is { Length: > 0 } name)
        {
            if (!string.IsNullOrEmpty(options.ConnectionString))
                findings.Add(Bad(ConnectionOption, "is set beside ConnectionName", "leave one of them out"));
            var found = services.GetService<IConfiguration>()?.GetConnectionString(name);
            if (string.IsNullOrWhiteSpace(found))
                findings.Add(Bad("ConnectionName", $"is {name}, which the configuration does not have",
                    $"add it to ConnectionStrings, such as by the environment variable ConnectionStrings__{name}"));
            return found;
        }

        if (!string.IsNullOrWhiteSpace(options.ConnectionString)) return options.ConnectionString;
        // Whoever lists its tenants says how to reach them. A pattern of files does as well.
        if (options.Tenants is null && !HasOwnDirectory())
            findings.Add(Bad(ConnectionOption, "is not set", "set it, or ConnectionName to its name in the configuration"));
        return null;
    }

    private bool HasOwnDirectory()
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ITenantDirectory>() is not OptionsTenantDirectory;
    }

    private static EquatableArray<string> HazardCodes(SchemaSyncOptions options, List<Diagnostic> findings)
    {
        var codes = options.Allow.Select(c => c.Trim().ToUpperInvariant()).Distinct().ToEquatableArray();
        findings.AddRange(codes.Where(c => DiagnosticCatalog.All.GetValueOrDefault(c)?.Severity != Severity.Hazard)
            .Select(c => Bad("Allow", $"holds {c}, which is no hazard", "name codes such as SSY0402, as a refused plan does")));
        return codes;
    }

    private Assembly Application()
    {
        var name = services.GetService<IHostEnvironment>()?.ApplicationName;
        try
        {
            // The host's name for the application is right in tests too, where the program that runs is another one.
            return string.IsNullOrEmpty(name) ? Assembly.GetEntryAssembly() ?? throw NoApplication("this program", "it has no entry")
                : Assembly.Load(new AssemblyName(name));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            throw NoApplication(name!, "there is no assembly of that name");
        }
    }

    private static SchemaSyncException NoApplication(string name, string reason) =>
        new(LibraryDiagnostics.NoDeclaration, name, reason);

    private static Diagnostic Bad(string option, string reason, string cure) =>
        Diagnostic.Of(LibraryDiagnostics.BadOption, option, reason, cure);
}
