using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace EfShop;

/// <summary>What the tests have EF Core itself do with a database.</summary>
public static class Exercise
{
    public static async Task RunAsync(string verb, ShopContext context)
    {
        if (verb == "try") await context.TryAsync();
        if (verb == "create" && !await context.Database.EnsureCreatedAsync())
            throw new InvalidOperationException("the database has tables already");
        if (verb != "migrate") return;
        var differ = context.GetService<IMigrationsModelDiffer>();
        // Rows would need the model that the migration ends in, which has a file of its own.
        Initial.Whole = [.. differ.GetDifferences(null, context.GetService<IDesignTimeModel>().Model.GetRelationalModel())
            .Where(o => o is not InsertDataOperation)];
        await context.Database.MigrateAsync();
    }
}

/// <summary>The first migration, as EF Core would write it: all that the model holds.</summary>
public abstract class Initial : Migration
{
    public static IReadOnlyList<MigrationOperation> Whole { get; set; } = [];

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Operations.AddRange(Whole);
}
