namespace Apps.University;

public abstract class Person
{
    public int Id { get; set; }
    [Required, StringLength(50)] public string LastName { get; set; } = "";
    [Required, StringLength(50), Column("FirstName")] public string FirstMidName { get; set; } = "";
    public string FullName => LastName + ", " + FirstMidName;
}

public class Student : Person
{
    [DataType(DataType.Date)] public DateTime EnrollmentDate { get; set; }
    public ICollection<Enrollment> Enrollments { get; set; } = null!;
}

public class Instructor : Person
{
    public DateTime HireDate { get; set; }
    public ICollection<Course> Courses { get; set; } = null!;
    public Office? Office { get; set; }
}

public class Office
{
    [Key] public int InstructorId { get; set; }
    [StringLength(50)] public string Location { get; set; } = "";
    public Instructor Instructor { get; set; } = null!;
}

public enum Grade { A, B, C }

public class Enrollment
{
    public int EnrollmentId { get; set; }
    public int CourseId { get; set; }
    public int StudentId { get; set; }
    public Grade? Grade { get; set; }
    public Course Course { get; set; } = null!;
    public Student Student { get; set; } = null!;
}

public class Course
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int CourseId { get; set; }
    [StringLength(50, MinimumLength = 3)] public string Title { get; set; } = "";
    [Range(0, 5)] public int Credits { get; set; }
    public int DepartmentId { get; set; }
    public Department Department { get; set; } = null!;
    public ICollection<Enrollment> Enrollments { get; set; } = null!;
    public ICollection<Instructor> Instructors { get; set; } = null!;
}

public class Department
{
    public int DepartmentId { get; set; }
    [StringLength(50)] public string Name { get; set; } = "";
    [Column(TypeName = "decimal(12,2)")] public decimal Budget { get; set; }
    public int? InstructorId { get; set; }
    [ConcurrencyCheck] public Guid Version { get; set; }
    public Instructor? Administrator { get; set; }
    public ICollection<Course> Courses { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Student> Students => Set<Student>();
    public DbSet<Instructor> Instructors => Set<Instructor>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<Enrollment> Enrollments => Set<Enrollment>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<Department> Departments => Set<Department>();
}
