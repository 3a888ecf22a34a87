namespace Relations.ShadowOfReferenceTypes;

public class A { public byte[] Id { get; set; } = []; }
public class B { [Key] public Uri Address { get; set; } = null!; }

[PrimaryKey(nameof(Tenant), nameof(Code))]
public class C
{
    public int Tenant { get; set; }
    public string Code { get; set; } = "";
}

public class D { public string Id { get; set; } = ""; }

public class Holder
{
    public int Id { get; set; }
    public A A { get; set; } = null!;
    public B B { get; set; } = null!;
    public C C { get; set; } = null!;
    [Required] public D D { get; set; } = null!;
    [ForeignKey("Other")] public D E { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Holder> Holders => Set<Holder>();
}
