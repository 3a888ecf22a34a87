namespace Domain;

public class Account<TKey>
{
    public TKey Id { get; set; } = default!;
    public string? Name { get; set; }
}

public class Role
{
    public int Id { get; set; }
    public string? Title { get; set; }
}

public class AccountRole<TKey>
{
    public TKey AccountId { get; set; } = default!;
    public int RoleId { get; set; }
}

public abstract class AccountContext<TAccount, TKey>(DbContextOptions options) : DbContext(options)
    where TAccount : Account<TKey>
    where TKey : IEquatable<TKey>
{
    public DbSet<TAccount> Accounts { get; set; } = null!;
    public DbSet<Role> Roles { get; set; } = null!;
    public DbSet<AccountRole<TKey>> AccountRoles { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TAccount>().ToTable("lib_accounts").HasIndex(a => a.Name).HasDatabaseName("AccountName").IsUnique();
        modelBuilder.Entity<TAccount>().HasMany<AccountRole<TKey>>().WithOne().HasForeignKey(r => r.AccountId).HasConstraintName("FK_a");
        modelBuilder.Entity<Role>().HasMany<AccountRole<TKey>>().WithOne().HasForeignKey(r => r.RoleId).HasConstraintName("FK_r");
        modelBuilder.Entity<AccountRole<TKey>>().HasKey(r => new { r.AccountId, r.RoleId });
    }
}

// in another project
using Domain;

namespace Projects.LibraryContext;

public class Member : Account<string>
{
    public DateOnly Since { get; set; }
}

[SchemaSync.SchemaConfiguration(typeof(Member)), Table("lib_accounts"), Index("Name", Name = "AccountName", IsUnique = true)]
internal sealed class Members;

[SchemaSync.SchemaConfiguration(typeof(AccountRole<>)), SchemaSync.PrimaryKey("AccountId", "RoleId")]
[Index("RoleId")]
internal sealed class MemberRoles
{
    [SchemaSync.ForeignKey(typeof(Member), Name = "FK_a", OnDelete = SchemaSync.ReferentialAction.Cascade)]
    public object? AccountId { get; set; }
    [SchemaSync.ForeignKey(typeof(Role), Name = "FK_r", OnDelete = SchemaSync.ReferentialAction.Cascade)]
    public object? RoleId { get; set; }
}

public class Context(DbContextOptions options) : AccountContext<Member, string>(options);
