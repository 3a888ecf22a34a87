namespace Relations.TwoWays;

public class Team
{
    public int Id { get; set; }
    public int? CaptainId { get; set; }
    [ForeignKey(nameof(CaptainId))] public Player? Captain { get; set; }
    [InverseProperty(nameof(Player.Team))] public List<Player> Players { get; } = [];
}

public class Player
{
    public int Id { get; set; }
    public int TeamId { get; set; }
    [ForeignKey(nameof(TeamId))] public Team Team { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Player> Players => Set<Player>();
}
