namespace Keys.PrimaryKeyOfOne;

[PrimaryKey(nameof(Code))]
public class Currency
{
    public string Code { get; set; } = "";
    public int Id { get; set; }
}

[PrimaryKey(nameof(Number))]
public class Account
{
    public int Number { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Currency> Currencies => Set<Currency>();
    public DbSet<Account> Accounts => Set<Account>();
}
