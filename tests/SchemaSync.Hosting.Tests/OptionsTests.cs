using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WebApp;

namespace SchemaSync.Hosting.Tests;

/// <summary>Options that cannot be used stop the application with a code, one sentence and the cure.</summary>
public sealed class OptionsTests
{
    private const string Secret = "hunter2";

    [Fact]
    public async Task A_connection_is_needed() =>
        await Refused("SSY0621: ConnectionString of SchemaSync is not set; set it, or ConnectionName to its name in the configuration",
            o => o.ConnectionString = null);

    [Fact]
    public async Task A_named_connection_has_to_be_in_the_configuration() =>
        await Refused("SSY0621: ConnectionName of SchemaSync is Shop, which the configuration does not have; add it to ConnectionStrings, "
            + "such as by the environment variable ConnectionStrings__Shop", o => (o.ConnectionString, o.ConnectionName) = (null, "Shop"));

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var refused = await Refused("SSY0621: ConnectionString of SchemaSync is set beside ConnectionName; leave one of them out", o =>
        {
            o.ConnectionName = "Shop";
            o.Allow.Add("SSY0402");
            o.Allow.Add("SSY1001");
            o.OnStart = (StartAction)7;
            o.Target = SchemaTarget.From(typeof(Note).Assembly);
        });
        Assert.Contains("Allow of SchemaSync holds SSY1001, which is no hazard; name codes such as SSY0402", refused,
            StringComparison.Ordinal);
        Assert.Contains("OnStart of SchemaSync is 7; set one of None, Warn, Fail, Apply", refused, StringComparison.Ordinal);
        Assert.Contains("Target of SchemaSync is set beside Assembly; leave one of them out", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("SSY0402, which", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_about_tenants_that_the_application_lists_is_refused()
    {
        foreach (var (option, change) in new (string, Action<SchemaSyncOptions>)[]
            { ("Role", o => o.Role = "{tenant}_owner"), ("Ledger", o => o.Ledger = LedgerPlace.Own) })
        {
            await using var services = new ServiceCollection().AddSchemaSync(o =>
            {
                (o.Provider, o.Target) = (DatabaseProvider.PostgreSql, Shops.Target());
                change(o);
            }).AddSingleton<ITenantDirectory, Nobody>().BuildServiceProvider();
            var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SchemaSyncOptions>>().Value);
            Assert.Contains($"SSY0621: {option} of SchemaSync is set, and the application lists its tenants itself; set it in the "
                + "TenantContext of each", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_ledger_is_where_it_can_be_and_keeps_something()
    {
        await Refused("SSY0621: Ledger of SchemaSync is 7; set one of Usual, Own, Shared", o => o.Ledger = (LedgerPlace)7);
        await Refused("SSY0621: KeepRuns of SchemaSync is 0; set a number from 1", o => o.KeepRuns = 0);
    }

    [Fact]
    public async Task A_role_and_a_shared_ledger_are_refused_where_there_are_none()
    {
        foreach (var change in new Action<SchemaSyncOptions>[] { o => o.Role = "clerk", o => o.Ledger = LedgerPlace.Shared })
        {
            await using var services = new ServiceCollection().AddSchemaSync(o =>
            {
                (o.ConnectionString, o.Assembly) = ("Data Source=:memory:", typeof(Note).Assembly);
                change(o);
            }).BuildServiceProvider();
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                services.GetRequiredService<ISchemaSync>().EnsureEqualAsync(StartAction.Apply, TestContext.Current.CancellationToken));
            Assert.Contains("SSY0606", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_declaration_for_several_databases_needs_a_provider()
    {
        SchemaModel model = new() { Providers = [ProviderNames.Sqlite, ProviderNames.MySql] };
        await Refused("SSY0621: Provider of SchemaSync is not set, and the schema is declared for Sqlite, MySql; set the one that the "
            + "application uses", o => (o.Assembly, o.Target) = (null, SchemaTarget.Of(model)));
    }

    [Fact]
    public async Task An_unknown_provider_is_told_with_those_there_are() => await Refused("SSY0201", o =>
        (o.Provider, o.Assembly, o.Target) = (new("Oracle"), null, SchemaTarget.From(typeof(Note).Assembly)));

    [Fact]
    public async Task The_application_is_the_declaration_where_nobody_names_another() =>
        await Refused("SSY0622: the application Nowhere cannot be asked for its tables (there is no assembly of that name); set Assembly "
            + "to the one that declares them, such as typeof(Customer).Assembly", o => o.Assembly = null, "Nowhere");

    [Fact]
    public async Task An_assembly_without_tables_is_told() =>
        await Refused("SSY0209: SchemaSync.Hosting.Tests holds no schema", o => o.Assembly = typeof(OptionsTests).Assembly);

    [Theory]
    [InlineData("OnStart", "Repair", "write one of None, Warn, Fail, Apply")]
    [InlineData("Ledger", "Beside", "write one of Usual, Own, Shared")]
    [InlineData("Ledger", "7", "write one of Usual, Own, Shared")]
    [InlineData("KeepRuns", "all", "write a whole number from 0")]
    [InlineData("LockTimeout", "soon", "write a time such as 00:00:30")]
    [InlineData("Fleet:Canaries", "-1", "write a whole number from 0")]
    [InlineData("Fleet:Speed", "9", "write one of Canaries, Parallelism, StopAfter")]
    [InlineData("Provider", " ", "write a value, or leave it out")]
    [InlineData("ConectionString", "Password=" + Secret,
        "write one of Allow, ConnectionName, ConnectionString, Fleet, HealthInterval, KeepRuns, Ledger, LockTimeout, ")]
    public void What_a_configuration_cannot_mean_is_told_without_its_value(string key, string value, string cure)
    {
        var section = Section((key, value));
        using var services = new ServiceCollection().AddSchemaSync(section).BuildServiceProvider();
        var refused = Assert.Throws<SchemaSyncException>(() => services.GetRequiredService<IOptions<SchemaSyncOptions>>().Value);
        Assert.Equal("SSY0621", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(cure, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_says_all_of_it()
    {
        var section = Section(("provider", "postgresql"), ("ConnectionString", "Host=db"), ("Schema", "sales"), ("Tenants", "@names.txt"),
            ("OnStart", "apply"), ("Allow", "SSY0402; SSY0407"), ("LockTimeout", "00:00:05"), ("Fleet:Canaries", "3"),
            ("Fleet:StopAfter", "5"), ("Fleet:Parallelism", "8"),
            ("Fleet:StopSlower", "00:01:00"), ("Fleet:StopLockWaits", "00:00:09"),
            ("Ledger", "own"), ("Role", "{tenant}_owner"), ("KeepRuns", "3"));
        var options = new SchemaSyncOptions();
        SchemaSync.Hosting.Settings.ConfigurationReader.Read(section, options);
        Assert.Equal((DatabaseProvider.PostgreSql, "Host=db", "sales", "@names.txt", StartAction.Apply, TimeSpan.FromSeconds(5)),
            (options.Provider, options.ConnectionString, options.Schema, options.Tenants, options.OnStart, options.LockTimeout));
        Assert.Equal(["SSY0402", "SSY0407"], options.Allow);
        Assert.Equal((LedgerPlace.Own, "{tenant}_owner", 3), (options.Ledger, options.Role, options.KeepRuns));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(9)), (options.Fleet.StopSlower, options.Fleet.StopLockWaits));
        Assert.Equal((3, 5, 8), (options.Fleet.Canaries, options.Fleet.StopAfter, options.Fleet.Parallelism));
    }

    [Fact]
    public void The_binder_of_configurations_knows_providers_by_name()
    {
        var options = Section(("Provider", "mariadb"), ("OnStart", "Warn"), ("Allow:0", "SSY0402")).Get<SchemaSyncOptions>()!;
        Assert.Equal((DatabaseProvider.MariaDb, StartAction.Warn), (options.Provider, options.OnStart));
        Assert.Equal(["SSY0402"], options.Allow);
        Assert.Equal("Shelf", new DatabaseProvider("Shelf").Name);
    }

    private sealed class Nobody : ITenantDirectory
    {
        public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Tenant>>([]);
    }

    private static IConfiguration Section(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("SchemaSync:" + s.Key, (string?)s.Value))).Build()
        .GetSection(SchemaSyncOptions.SectionName);

    private static async Task<string> Refused(string because, Action<SchemaSyncOptions> change, string? application = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = application });
        builder.Services.AddSchemaSync(o =>
        {
            (o.ConnectionString, o.Assembly) = ("Data Source=x.db;Password=" + Secret, typeof(Note).Assembly);
            change(o);
        });
        using var host = builder.Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        return refused.Message;
    }
}
