using SchemaSync;

namespace WebApp;

[Table("notes")]
public sealed class Note
{
    [PrimaryKey, Identity] public long Id { get; init; }
    [MaxLength(200)] public required string Text { get; init; }
    [DefaultSql("CURRENT_TIMESTAMP")] public DateTime CreatedAt { get; init; }
}
