using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EfShop;

/// <summary>The shop on SQLite; the application registers it.</summary>
public class LiteShopContext(DbContextOptions<LiteShopContext> options) : ShopContext(options)
{
    protected override string Gross => "round(\"Total\" * 1.2, 2)";

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Customer>().Property(x => x.Email).UseCollation("NOCASE");
    }
}

/// <summary>The shop on PostgreSQL, in three schemas.</summary>
public class PostgresShopContext(DbContextOptions<PostgresShopContext> options) : ShopContext(options)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasPostgresExtension("citext");
        model.HasPostgresEnum("sales", "mood", ["sad", "ok"]);
        model.HasSequence<int>("order_numbers", "sales").StartsAt(1000).IncrementsBy(5);
        model.Entity<Order>().ToTable("orders", "sales", t => t.HasComment("what people buy; it's theirs")).Property(x => x.Number)
            .HasDefaultValueSql("nextval('sales.order_numbers')").HasComment("counted by fives");
        model.Entity<Order>().HasIndex(x => x.Number).IncludeProperties(x => x.Total);
        model.Entity<Customer>().Property(x => x.Email).HasColumnType("citext");
        model.Entity<Customer>().Property(x => x.Notes).UseCollation("C");
        model.Entity<Customer>().OwnsOne(x => x.Home, h => h.ToJson());
        model.Entity<CardPayment>().ToTable("card_payments", "billing");
        model.Entity<Tag>().Property<string[]>("Words").HasDefaultValueSql("'{}'");
        model.Entity<Tag>().HasIndex("Words").HasMethod("gin");
        model.Entity<Product>().Property(x => x.Id).UseIdentityAlwaysColumn();
    }
}

/// <summary>The shop on PostgreSQL in the one schema that is called in the model.</summary>
public class TenantContext(DbContextOptions<TenantContext> options) : ShopContext(options)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasDefaultSchema("tenant");
        model.HasPostgresEnum("mood", ["sad", "ok"]);
        model.Entity<Tag>().Property<string>("Feeling").HasColumnType("tenant.mood").HasDefaultValueSql("'ok'");
    }
}

/// <summary>Where no application configures a context, a factory does.</summary>
public class PostgresFactory : IDesignTimeDbContextFactory<PostgresShopContext>
{
    public PostgresShopContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresShopContext>().UseNpgsql("Host=nowhere;Password=geheim").Options);
}

public class TenantFactory : IDesignTimeDbContextFactory<TenantContext>
{
    public TenantContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TenantContext>().UseNpgsql("Host=nowhere;Password=geheim").Options);
}

/// <summary>SQLite has no sequences, which EF Core says when it is asked for statements.</summary>
public class SequenceContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=none.db");

    protected override void OnModelCreating(ModelBuilder model) => model.HasSequence("numbers");
}

/// <summary>A model that is refused before there are statements.</summary>
public class KeylessContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=none.db");

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<OrderSummary>().ToTable("summaries");
}

/// <summary>What no server takes.</summary>
public class WrongSqlContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=none.db");

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Tag>().ToTable("tags", t => t.HasCheckConstraint("ck_tags", "\"Name\" >")).Ignore(x => x.Products);
}
