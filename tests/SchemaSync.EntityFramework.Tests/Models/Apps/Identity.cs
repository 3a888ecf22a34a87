namespace Apps.Identity;

[Table("AspNetUsers")]
[Index(nameof(NormalizedUserName), IsUnique = true, Name = "UserNameIndex")]
[Index(nameof(NormalizedEmail), Name = "EmailIndex")]
public class User
{
    public string Id { get; set; } = "";
    [MaxLength(256)] public string? UserName { get; set; }
    [MaxLength(256)] public string? NormalizedUserName { get; set; }
    [MaxLength(256)] public string? NormalizedEmail { get; set; }
    public bool EmailConfirmed { get; set; }
    public string? PasswordHash { get; set; }
    [ConcurrencyCheck] public string? ConcurrencyStamp { get; set; }
    public DateTimeOffset? LockoutEnd { get; set; }
    public int AccessFailedCount { get; set; }
    public List<UserClaim> Claims { get; } = [];
    public List<UserLogin> Logins { get; } = [];
    public List<UserRole> Roles { get; } = [];
}

[Table("AspNetRoles")]
public class Role
{
    public string Id { get; set; } = "";
    [MaxLength(256)] public string? Name { get; set; }
    public List<UserRole> Users { get; } = [];
}

[Table("AspNetUserClaims")]
public class UserClaim
{
    public int Id { get; set; }
    public string UserId { get; set; } = "";
    public string? ClaimType { get; set; }
    public string? ClaimValue { get; set; }
}

[Table("AspNetUserLogins"), PrimaryKey(nameof(LoginProvider), nameof(ProviderKey))]
public class UserLogin
{
    public string LoginProvider { get; set; } = "";
    public string ProviderKey { get; set; } = "";
    public string UserId { get; set; } = "";
}

[Table("AspNetUserRoles"), PrimaryKey(nameof(UserId), nameof(RoleId))]
public class UserRole
{
    public string UserId { get; set; } = "";
    public string RoleId { get; set; } = "";
    public User User { get; set; } = null!;
    public Role Role { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<UserClaim> UserClaims => Set<UserClaim>();
    public DbSet<UserLogin> UserLogins => Set<UserLogin>();
    public DbSet<UserRole> UserRoles => Set<UserRole>();
}
