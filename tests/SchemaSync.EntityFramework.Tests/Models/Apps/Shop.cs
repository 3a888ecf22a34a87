namespace Apps.Shop;

[Owned]
public class Address
{
    [MaxLength(100)] public string Street { get; set; } = "";
    [MaxLength(60)] public string City { get; set; } = "";
    [MaxLength(10)] public string? PostalCode { get; set; }
}

[Index(nameof(Email), IsUnique = true)]
public class Customer
{
    public Guid Id { get; set; }
    [MaxLength(200)] public required string Email { get; set; }
    public Address? DefaultAddress { get; set; }
    public List<Order> Orders { get; } = [];
    public List<Review> Reviews { get; } = [];
    public List<Product> Wishes { get; } = [];
}

public class Category
{
    public int Id { get; set; }
    [MaxLength(80)] public required string Name { get; set; }
    public int? ParentId { get; set; }
    public Category? Parent { get; set; }
    public List<Category> Children { get; } = [];
    public List<Product> Products { get; } = [];
}

[Index(nameof(Sku), IsUnique = true), Index(nameof(CategoryId), nameof(Price))]
public class Product
{
    public int Id { get; set; }
    [MaxLength(40)] public required string Sku { get; set; }
    [Precision(12, 2)] public decimal Price { get; set; }
    public int CategoryId { get; set; }
    public Category Category { get; set; } = null!;
    public List<string> Tags { get; set; } = [];
    public List<Review> Reviews { get; } = [];
    public List<Customer> WishedBy { get; } = [];
}

public enum OrderState { New, Paid, Sent }

public class Order
{
    public long Id { get; set; }
    public Guid CustomerId { get; set; }
    [DeleteBehavior(DeleteBehavior.Restrict)] public Customer Customer { get; set; } = null!;
    public OrderState State { get; set; }
    public DateTimeOffset Placed { get; set; }
    public Address Shipping { get; set; } = new();
    public Address? Billing { get; set; }
    public List<OrderLine> Lines { get; } = [];
}

[PrimaryKey(nameof(OrderId), nameof(Position))]
public class OrderLine
{
    public long OrderId { get; set; }
    public int Position { get; set; }
    public int ProductId { get; set; }
    public Product Product { get; set; } = null!;
    public int Quantity { get; set; }
    [Precision(12, 2)] public decimal Price { get; set; }
}

public class Review
{
    public int Id { get; set; }
    public Product Product { get; set; } = null!;
    public Customer? Customer { get; set; }
    public byte Stars { get; set; }
    public string? Text { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderLine> OrderLines => Set<OrderLine>();
    public DbSet<Review> Reviews => Set<Review>();
}
