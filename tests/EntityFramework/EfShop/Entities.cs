namespace EfShop;

public class Customer
{
    public long Id { get; set; }
    public required string Email { get; set; }
    public string? Notes { get; set; }
    public DateOnly? Born { get; set; }
    public Address Home { get; set; } = new();
    public List<Order> Orders { get; } = [];
}

public class Address
{
    public string Street { get; set; } = "";
    public string? City { get; set; }
}

public enum OrderState
{
    Open,
    Paid,
}

public class Order
{
    public long Id { get; set; }
    public int Number { get; set; }
    public OrderState State { get; set; }
    public decimal Total { get; set; }
    public decimal Gross { get; private set; }
    public DateTime CreatedAt { get; set; }
    public Customer Customer { get; set; } = null!;
    public List<OrderLine> Lines { get; } = [];
}

public class OrderLine
{
    public long OrderId { get; set; }
    public int Line { get; set; }
    public int Quantity { get; set; }
    public Product Product { get; set; } = null!;
}

public class Product
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public ProductText Text { get; set; } = null!;
    public List<Tag> Tags { get; } = [];
}

/// <summary>Shares the table of its product.</summary>
public class ProductText
{
    public int Id { get; set; }
    public string? Description { get; set; }
}

public class Tag
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public List<Product> Products { get; } = [];
}

/// <summary>Each kind has a table of its own.</summary>
public abstract class Payment
{
    public Guid Id { get; set; }
    public decimal Amount { get; set; }
}

public class CardPayment : Payment
{
    public required string Card { get; set; }
}

public class CashPayment : Payment
{
    public bool IsExact { get; set; }
}

/// <summary>A view that somebody else makes.</summary>
public class OrderSummary
{
    public long OrderId { get; set; }
    public decimal Total { get; set; }
}
