namespace Apps.Devices;

[Index(nameof(Serial), IsUnique = true)]
public class Device
{
    public int Id { get; set; }
    [MaxLength(32)] public string Serial { get; set; } = "";
    public Model Model { get; set; } = null!;
    public Site? Site { get; set; }
    public List<Reading> Readings { get; } = [];
    public List<Alarm> Alarms { get; } = [];
    public Settings? Settings { get; set; }
}

public class Model
{
    public short Id { get; set; }
    public string Name { get; set; } = "";
    public List<Device> Devices { get; } = [];
}

public class Site
{
    public int Id { get; set; }
    public Position Position { get; set; } = new();
    public ICollection<Device> Devices { get; } = [];
}

[ComplexType]
public class Position
{
    public double Latitude { get; set; }
    public double Longitude { get; set; }
    [Precision(6, 1)] public decimal? Height { get; set; }
}

[PrimaryKey(nameof(DeviceId), nameof(At))]
public class Reading
{
    public int DeviceId { get; set; }
    public DateTime At { get; set; }
    public double Value { get; set; }
}

public class Alarm
{
    public long Id { get; set; }
    public Device Device { get; set; } = null!;
    public Severity Severity { get; set; }
    public DateTime? Cleared { get; set; }
}

public enum Severity : byte { Low, High }

public class Settings
{
    public int Id { get; set; }
    public int DeviceId { get; set; }
    public TimeOnly Start { get; set; }
    public string[] Flags { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<Model> Models => Set<Model>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<Alarm> Alarms => Set<Alarm>();
}
