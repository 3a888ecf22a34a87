using Microsoft.Data.Sqlite;
using SchemaSync.Hosting;
using WebApp;

var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("Notes");

// appsettings.json says which database, and that the application starts only where it is as declared;
// appsettings.Development.json, that a developer's is brought there. Schema is generated: what the classes declare, and their names.
builder.Services.AddSchemaSync(builder.Configuration.GetSection("SchemaSync")).Configure<SchemaSyncOptions>(o => o.Target = Schema.Target);
builder.Services.AddHealthChecks().AddSchemaSync();

var app = builder.Build();

app.MapHealthChecks("/health", new()
{
    ResponseWriter = (context, report) =>
        context.Response.WriteAsync($"{report.Status}: {string.Join("; ", report.Entries.Values.Select(e => e.Description))}\n"),
});

app.MapGet("/notes", () =>
{
    using var database = Open();
    using var command = database.CreateCommand();
    command.CommandText = $"SELECT {Schema.Notes.Text} FROM {Schema.Notes.Table} ORDER BY {Schema.Notes.Id}";
    using var rows = command.ExecuteReader();
    var notes = "";
    while (rows.Read()) notes += rows.GetString(0) + "\n";
    return notes;
});

app.MapPost("/notes", (string text) =>
{
    using var database = Open();
    using var command = database.CreateCommand();
    command.CommandText = $"INSERT INTO {Schema.Notes.Table} ({Schema.Notes.Text}) VALUES ($text)";
    command.Parameters.AddWithValue("$text", text);
    command.ExecuteNonQuery();
    return Results.Created();
});

app.Run();

SqliteConnection Open()
{
    var database = new SqliteConnection(connection);
    database.Open();
    return database;
}
