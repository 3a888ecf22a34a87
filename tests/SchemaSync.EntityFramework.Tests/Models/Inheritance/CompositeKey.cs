namespace Inheritance.CompositeKey;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Document
{
    public int Tenant { get; set; }
    public int Number { get; set; }
}

public class Invoice : Document
{
    public decimal Total { get; set; }
    public Document? Source { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
}
