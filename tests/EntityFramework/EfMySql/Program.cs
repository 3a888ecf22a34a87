using EfShop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

if (args is [var verb, _, var connection])
{
    await using var context = new MySqlShopContext(connection);
    await Exercise.RunAsync(verb, context);
}

/// <summary>Made by its own constructor.</summary>
public class MySqlShopContext(string connection) : ShopContext(Options(connection))
{
    public MySqlShopContext() : this("Server=nowhere;Password=geheim")
    {
    }

    protected override string CheckOfTotal => "Total >= 0";

    protected override string Gross => "Total * 1.2";

    protected override string? OpenOrders => null;

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Order>().ToTable(t => t.HasComment("what people buy; it's theirs"));
        model.Entity<Order>().Property(x => x.CreatedAt).HasColumnType("timestamp");
        model.Entity<Customer>().Property(x => x.Notes).HasComment("free; text").UseCollation("utf8mb4_bin");
        model.Entity<Product>().HasIndex(x => x.Name).HasPrefixLength(10);
    }

    private static DbContextOptions Options(string connection) =>
        new DbContextOptionsBuilder<MySqlShopContext>()
            .UseMySql(connection, ServerVersion.Parse(Environment.GetEnvironmentVariable("EF_SHOP_SERVER") ?? "8.0.36-mysql"))
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
}

[DbContext(typeof(MySqlShopContext)), Migration("20260101000000_Initial")]
public class MySqlInitial : Initial;
