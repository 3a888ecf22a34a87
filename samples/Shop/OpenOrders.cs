using SchemaSync;

namespace Shop;

[View("open_orders", """
    SELECT o.id, c.email, o.placed_at
    FROM orders o
    JOIN customers c ON c.id = o.customer_id
    WHERE o.status = 0
    """)]
public sealed class OpenOrders;
