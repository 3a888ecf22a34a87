using EfShop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

if (args is [var verb, var database, var connection])
{
    // The migration has no file with the model that it ends in.
    DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder<T>> use) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        use(options);
        return options.Options;
    }

    await using ShopContext context = database switch
    {
        "lite" => new LiteShopContext(Options<LiteShopContext>(o => o.UseSqlite(connection))),
        "tenant" => new EfShop.TenantContext(Options<EfShop.TenantContext>(o => o.UseNpgsql(connection))),
        _ => new PostgresShopContext(Options<PostgresShopContext>(o => o.UseNpgsql(connection))),
    };
    await Exercise.RunAsync(verb, context);
    return;
}

Console.WriteLine("the shop opens");
Console.Error.WriteLine("a warning of nobody's business");
var builder = WebApplication.CreateBuilder(args);
switch (Environment.GetEnvironmentVariable("EF_SHOP"))
{
    case "fails":
        throw new InvalidOperationException("no shop at Host=db;Username=shop;Password=S3cr3t-of-the-shop");
    case "exits":
        Console.Error.WriteLine("the shop is closed");
        Environment.Exit(7);
        break;
    case "empty":
        break;
    default:
        builder.Services.AddDbContext<LiteShopContext>(o => o.UseSqlite("Data Source=shop.db"));
        break;
}

var app = builder.Build();
app.MapGet("/", (LiteShopContext shop) => shop.Customers.Count());
app.Run();
