namespace SchemaSync.Adapters.Tests;

/// <summary>A database that tenants share, dropped with the test, whether it is there by then or not.</summary>
internal sealed class MySqlShared(TestDatabase tenant, string? name = null) : IDisposable
{
    public string Name { get; } = name ?? $"s_{Guid.NewGuid():n}";

    public string Quoted => MySqlText.Quote(new Identifier(Name));

    /// <summary>The tenant with this database as well.</summary>
    public TenantContext Of(TestDatabase database) => database.Tenant with { Schemas = [Name] };

    public MySqlShared Make(string sql = "")
    {
        tenant.Run($"CREATE DATABASE {Quoted}");
        return Run(sql);
    }

    /// <summary>Runs statements in which <c>{s}</c> is this database.</summary>
    public MySqlShared Run(string sql)
    {
        tenant.Run(sql.Replace("{s}", Quoted, StringComparison.Ordinal));
        return this;
    }

    public string Query(string sql) => tenant.Query(sql.Replace("{s}", Quoted, StringComparison.Ordinal));

    public bool IsThere =>
        tenant.Query($"SELECT count(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = {MySqlText.Literal(Name)}") == "1";

    public void Drop() => tenant.Run($"SET SESSION foreign_key_checks = 0; DROP DATABASE IF EXISTS {Quoted}");

    public void Dispose() => Drop();
}
