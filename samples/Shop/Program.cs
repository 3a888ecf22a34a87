using Microsoft.Data.Sqlite;
using Shop;

// dotnet run            lists the tables of shop.db with their rows
// dotnet run -- add E   adds a customer with the address E
// The names come from the classes: a table that was renamed there does not compile here.
using var connection = new SqliteConnection("Data Source=shop.db;Mode=ReadWrite");
connection.Open();

if (args is ["add", var email])
{
    using var insert = connection.CreateCommand();
    insert.CommandText = $"INSERT INTO {Schema.Customers.Table} ({Schema.Customers.Email}) VALUES ($email)";
    insert.Parameters.AddWithValue("$email", email);
    insert.ExecuteNonQuery();
}

string[] tables = [Schema.Customers.Table, Schema.Products.Table, Schema.Orders.Table, Schema.OrderLines.Table];
foreach (var table in tables)
{
    using var count = connection.CreateCommand();
    count.CommandText = $"SELECT count(*) FROM \"{table}\"";
    Console.WriteLine($"{table,-12} {count.ExecuteScalar()} rows");
}
