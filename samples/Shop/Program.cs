using Microsoft.Data.Sqlite;
using Shop;

// dotnet run               lists the tables of shop.db with their rows
// dotnet run -- add E      adds a customer with the address E
// dotnet run -- sql TEXT   runs a statement, as somebody does who changes a database by hand
// The names come from the classes: a table that was renamed there does not compile here.
using var connection = new SqliteConnection("Data Source=shop.db;Mode=ReadWrite");
connection.Open();
using var command = connection.CreateCommand();

if (args is ["add", var email])
{
    command.CommandText = $"INSERT INTO {Schema.Customers.Table} ({Schema.Customers.Email}) VALUES ($email)";
    command.Parameters.AddWithValue("$email", email);
    command.ExecuteNonQuery();
}

if (args is ["sql", var text])
{
    command.CommandText = text;
    command.ExecuteNonQuery();
}

string[] tables = [Schema.Customers.Table, Schema.Products.Table, Schema.Orders.Table, Schema.OrderLines.Table];
foreach (var table in tables)
{
    command.CommandText = $"SELECT (SELECT count(*) FROM \"{table}\"), group_concat(name, ', ') FROM pragma_table_info('{table}')";
    using var found = command.ExecuteReader();
    found.Read();
    Console.WriteLine($"{table,-12} {found.GetInt64(0),3} rows   {found.GetString(1)}");
}
