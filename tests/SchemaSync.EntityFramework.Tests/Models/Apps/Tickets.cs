#nullable disable

namespace Apps.Tickets;

[Table("ticket", Schema = "desk")]
public class Ticket
{
    [Key, Column("ticket_no")] public long Number { get; set; }
    [Required, MaxLength(120)] public string Subject { get; set; }
    public string Body { get; set; }
    [ForeignKey("reporter_id")] public virtual User Reporter { get; set; }
    [ForeignKey("assignee_id")] public virtual User Assignee { get; set; }
    public virtual ICollection<Comment> Comments { get; set; }
    public virtual ICollection<User> Watchers { get; set; }
    public TimeSpan? Estimate { get; set; }
}

[Table("user", Schema = "desk")]
public class User
{
    public int Id { get; set; }
    [Required] public string Name { get; set; }
    [InverseProperty(nameof(Ticket.Reporter))] public virtual ICollection<Ticket> Reported { get; set; }
    [InverseProperty(nameof(Ticket.Assignee))] public virtual ICollection<Ticket> Assigned { get; set; }
    [InverseProperty(nameof(Ticket.Watchers))] public virtual ICollection<Ticket> Watched { get; set; }
}

public abstract class Comment
{
    public Guid Id { get; set; }
    public DateTime At { get; set; }
    public virtual User Author { get; set; }
    public virtual Comment ReplyTo { get; set; }
}

public class TextComment : Comment
{
    [Required] public string Text { get; set; }
}

public class FileComment : Comment
{
    public byte[] Content { get; set; }
    [MaxLength(255)] public string FileName { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<User> Users => Set<User>();
    public DbSet<TextComment> TextComments => Set<TextComment>();
    public DbSet<FileComment> FileComments => Set<FileComment>();
}
