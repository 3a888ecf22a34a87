using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts SchemaSync into an application.</summary>
public static class SchemaSyncServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ISchemaSync"/>, and a check before the application serves.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddSchemaSync(this IServiceCollection services, Action<SchemaSyncOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddSchemaSync().Configure(configure);
    }

    /// <summary>The same with options from a section, such as <c>builder.Configuration.GetSection("SchemaSync")</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Where the options stand.</param>
    public static IServiceCollection AddSchemaSync(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddSchemaSync().Configure<SchemaSyncOptions>(options => ConfigurationReader.Read(section, options));
    }

    /// <summary>The same with options that stand elsewhere, if anywhere.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddSchemaSync(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<SchemaSyncOptions>().ValidateOnStart();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<DatabaseAdapter, PostgreSqlAdapter>(), ServiceDescriptor.Singleton<DatabaseAdapter, MySqlAdapter>(),
            ServiceDescriptor.Singleton<DatabaseAdapter, MariaDbAdapter>(), ServiceDescriptor.Singleton<DatabaseAdapter, SqliteAdapter>(),
            ServiceDescriptor.Singleton<IValidateOptions<SchemaSyncOptions>, SettingsReader>(),
        ]);
        services.TryAddSingleton<SettingsReader>();
        services.TryAddSingleton<SnapshotStore, MemorySnapshotStore>();
        // What was registered last is meant, as everywhere in an application.
        services.TryAddSingleton(s => new AdapterRegistry([.. s.GetServices<DatabaseAdapter>().Reverse()]));
        services.TryAddSingleton(s => new SchemaSyncEngine(s.GetRequiredService<AdapterRegistry>())
        {
            FormStore = s.GetRequiredService<SnapshotStore>(),
            RepairCommand = "ISchemaSync.SyncFleetAsync",
        });
        services.TryAddSingleton(s => new Lazy<SchemaSettings>(() =>
            s.GetRequiredService<SettingsReader>().Read(s.GetRequiredService<IOptions<SchemaSyncOptions>>().Value)));
        services.TryAddSingleton<ITenantDirectory, OptionsTenantDirectory>();
        services.TryAddSingleton<ISchemaSync, SchemaSyncService>();
        services.AddHostedService<StartCheck>();
        return services;
    }
}
