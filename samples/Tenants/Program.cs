using Microsoft.Data.Sqlite;
using Tenants;

// dotnet run                       lists the tenants with their invoices
// dotnet run -- acme "J. Doe" 950  writes an invoice of the tenant acme
if (args is [var name, var customer, var amount])
{
    using var connection = Open(name);
    using var insert = connection.CreateCommand();
    insert.CommandText =
        $"INSERT INTO {Schema.Invoices.Table} ({Schema.Invoices.Customer}, {Schema.Invoices.AmountInCents}) VALUES ($customer, $amount)";
    insert.Parameters.AddWithValue("$customer", customer);
    insert.Parameters.AddWithValue("$amount", long.Parse(amount));
    insert.ExecuteNonQuery();
}

foreach (var tenant in File.ReadLines("tenants/names.txt"))
{
    using var connection = Open(tenant);
    using var count = connection.CreateCommand();
    count.CommandText = $"SELECT count(*) FROM {Schema.Invoices.Table}";
    Console.WriteLine($"{tenant,-8} {count.ExecuteScalar()} invoices");
}

static SqliteConnection Open(string tenant)
{
    var connection = new SqliteConnection($"Data Source=tenants/{tenant}.db;Mode=ReadWrite");
    connection.Open();
    return connection;
}
