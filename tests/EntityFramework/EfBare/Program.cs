using Microsoft.EntityFrameworkCore;

Console.WriteLine("nothing");

public class BareContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=bare.db");
}
