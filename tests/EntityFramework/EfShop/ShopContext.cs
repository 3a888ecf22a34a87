using Microsoft.EntityFrameworkCore;

namespace EfShop;

/// <summary>What all databases of the shop have in common, said in the fluent API.</summary>
public abstract class ShopContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Payment> Payments => Set<Payment>();

    /// <summary>Customers of both kinds of state, orders, products and payments, written and read.</summary>
    public async Task TryAsync()
    {
        var product = new Product { Name = "tea", Text = new() { Description = "green" } };
        product.Tags.Add(new() { Name = "hot" });
        var order = new Order { Customer = new() { Email = "ada@example.org", Home = new() { Street = "Park Lane 1" } }, Total = 10.5m };
        order.Lines.Add(new() { Line = 1, Quantity = 2, Product = product });
        Add(order);
        Add(new CardPayment { Card = "1234", Amount = 10.5m });
        Add(new CashPayment { IsExact = true, Amount = 1 });
        await SaveChangesAsync();
        ChangeTracker.Clear();
        var read = await Orders.Include(o => o.Customer)
            .Include(o => o.Lines).ThenInclude(l => l.Product).ThenInclude(p => p.Tags).SingleAsync();
        if (read is not { Gross: 12.6m, Customer.Home.Street: "Park Lane 1", Lines: [{ Product.Tags: [{ Name: "hot" }] }] }
            || read.CreatedAt == default || await Payments.CountAsync() != 2)
            throw new InvalidOperationException("what was written is not what is read");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>(c =>
        {
            c.ToTable("customers");
            c.Property(x => x.Id).HasColumnName("id");
            c.Property(x => x.Email).HasColumnName("email").HasMaxLength(200);
            c.Property(x => x.Notes).HasColumnName("notes");
            c.OwnsOne(x => x.Home);
            c.HasIndex(x => x.Email).IsUnique().HasDatabaseName("ux_customers_email");
        });
        model.Entity<Order>(o =>
        {
            o.ToTable("orders", t => t.HasCheckConstraint("ck_orders_total", CheckOfTotal));
            o.Property(x => x.State).HasConversion<string>().HasMaxLength(20).HasDefaultValue(OrderState.Open);
            o.Property(x => x.Total).HasPrecision(10, 2);
            o.Property(x => x.Gross).HasPrecision(10, 2).HasComputedColumnSql(Gross, stored: true);
            o.Property(x => x.CreatedAt).HasDefaultValueSql("CURRENT_TIMESTAMP");
            o.HasOne(x => x.Customer).WithMany(x => x.Orders).OnDelete(DeleteBehavior.Restrict);
            o.HasIndex(x => x.CreatedAt).IsDescending().HasFilter(OpenOrders);
        });
        model.Entity<OrderLine>().HasKey(x => new { x.OrderId, x.Line });
        model.Entity<Product>().ToTable("products").Property(x => x.Name).HasMaxLength(100);
        model.Entity<Product>().HasOne(x => x.Text).WithOne().HasForeignKey<ProductText>(x => x.Id);
        model.Entity<ProductText>().ToTable("products");
        model.Entity<Product>().HasMany(x => x.Tags).WithMany(x => x.Products);
        model.Entity<Tag>().HasData(new { Id = -1, Name = "new" }, new { Id = -2, Name = "old" });
        model.Entity<Payment>().UseTpcMappingStrategy().Property(x => x.Amount).HasPrecision(10, 2);
        model.Entity<CardPayment>().Property(x => x.Card).HasMaxLength(20);
        model.Entity<CashPayment>();
        model.Entity<OrderSummary>().ToView("order_summary").HasNoKey();
        model.Entity<OrderSummary>().Property(x => x.Total).HasPrecision(10, 2);
    }

    protected virtual string CheckOfTotal => "\"Total\" >= 0";

    protected virtual string Gross => "\"Total\" * 1.2";

    protected virtual string? OpenOrders => "\"State\" = 'Open'";
}
