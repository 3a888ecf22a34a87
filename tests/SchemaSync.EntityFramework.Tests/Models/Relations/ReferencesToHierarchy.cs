namespace Relations.ReferencesToHierarchy;

public class Account
{
    public int Id { get; set; }
}

public class Savings : Account
{
    public Account? Backup { get; set; }
    public List<Transfer> Transfers { get; } = [];
}

public class Transfer
{
    public int Id { get; set; }
    public int FromId { get; set; }
    public Account From { get; set; } = null!;
    public int SavingsId { get; set; }
    public Savings Savings { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Savings> Savings => Set<Savings>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
}
