namespace Keys.CompositeWithForeignKeys;

[PrimaryKey(nameof(StudentId), nameof(CourseId), nameof(Term))]
public class Enrollment
{
    public int StudentId { get; set; }
    public int CourseId { get; set; }
    [MaxLength(6)] public string Term { get; set; } = "";
    public Student Student { get; set; } = null!;
    public Course Course { get; set; } = null!;
}

public class Student
{
    public int Id { get; set; }
    public List<Enrollment> Enrollments { get; } = [];
}

public class Course
{
    public int Id { get; set; }
    public List<Enrollment> Enrollments { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Enrollment> Enrollments => Set<Enrollment>();
    public DbSet<Student> Students => Set<Student>();
    public DbSet<Course> Courses => Set<Course>();
}
