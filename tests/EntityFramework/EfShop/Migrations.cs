using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EfShop;

[DbContext(typeof(LiteShopContext)), Migration("20260101000000_Initial")]
public class LiteInitial : Initial;

[DbContext(typeof(PostgresShopContext)), Migration("20260101000000_Initial")]
public class PostgresInitial : Initial;
