namespace Contexts.ConfigurationTables;

public class Member
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public Home Home { get; set; } = null!;
    public List<Loan> Lent { get; } = [];
    public List<Loan> Borrowed { get; } = [];
}

public class Home
{
    public string Street { get; set; } = "";
    public string? Floor { get; set; }
}

public class Loan
{
    public int LenderId { get; set; }
    public Member Lender { get; set; } = null!;
    public int BorrowerId { get; set; }
    public Member Borrower { get; set; } = null!;
}

[SchemaSync.SchemaConfiguration(typeof(Member)), Table("club_members")]
internal sealed class MemberConfiguration
{
    [Required, StringLength(80, MinimumLength = 2)] public string? Name { get; set; }
}

[SchemaSync.SchemaConfiguration(typeof(Home)), Owned]
internal sealed class HomeConfiguration
{
    [MaxLength(40)] public object? Floor { get; set; }
}

[SchemaSync.SchemaConfiguration(typeof(Loan)), Table("club_loans"), SchemaSync.PrimaryKey("BorrowerId", "LenderId")]
internal sealed class LoanConfiguration
{
    [InverseProperty("Lent"), DeleteBehavior(DeleteBehavior.Restrict)] public object? Lender { get; set; }
    [InverseProperty("Borrowed")] public object? Borrower { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Loan> Loans => Set<Loan>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>(m =>
        {
            m.ToTable("club_members").Property(x => x.Name).HasMaxLength(80);
            m.OwnsOne(x => x.Home, h => h.Property(x => x.Floor).HasMaxLength(40));
        });
        modelBuilder.Entity<Loan>().ToTable("club_loans").HasKey(l => new { l.BorrowerId, l.LenderId });
        modelBuilder.Entity<Loan>().HasOne(l => l.Lender).WithMany(m => m.Lent).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Loan>().HasOne(l => l.Borrower).WithMany(m => m.Borrowed);
    }
}
