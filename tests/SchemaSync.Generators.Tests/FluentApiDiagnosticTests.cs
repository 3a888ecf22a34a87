namespace SchemaSync.Generators.Tests;

/// <summary>
/// What the fluent API configures is told call by call, and what stands in classes of configuration instead of it is read.
/// </summary>
public sealed class FluentApiDiagnosticTests
{
    private const string EntityFramework = """
        using System.Linq.Expressions;
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                protected virtual void OnModelCreating(ModelBuilder model) { }
                protected virtual void ConfigureConventions(ModelConfigurationBuilder conventions) { }
                public DbSet<T> Set<T>() where T : class => new();
            }
            public class DbSet<T> where T : class { }
            public class ModelConfigurationBuilder
            {
                public ModelConfigurationBuilder Properties<T>() => this;
                public ModelConfigurationBuilder HaveMaxLength(int length) => this;
            }
            public class ModelBuilder
            {
                public ModelBuilder Model => this;
                public List<string> GetEntityTypes() => [];
                public EntityTypeBuilder<T> Entity<T>() => new();
                public ModelBuilder Entity<T>(Action<EntityTypeBuilder<T>> build) => this;
                public void ApplyConfiguration<T>(IEntityTypeConfiguration<T> configuration) { }
            }
            public class EntityTypeBuilder<T>
            {
                public EntityTypeBuilder<T> ToTable(string name) => this;
                public EntityTypeBuilder<T> HasKey(Expression<Func<T, object?>> key) => this;
                public EntityTypeBuilder<T> HasQueryFilter(Expression<Func<T, bool>> filter) => this;
                public EntityTypeBuilder<T> HasData(params object[] rows) => this;
                public EntityTypeBuilder<T> Property<TP>(Expression<Func<T, TP>> property) => this;
                public EntityTypeBuilder<T> Property<TP>(string property) => this;
                public EntityTypeBuilder<T> UseFancy() => this;
                public EntityTypeBuilder<T> OwnsOne<TO>(Expression<Func<T, TO>> part, Action<EntityTypeBuilder<TO>> build) => this;
            }
            public interface IEntityTypeConfiguration<T> { void Configure(EntityTypeBuilder<T> builder); }
            public sealed class CommentAttribute(string comment) : Attribute { public string Comment => comment; }
            [AttributeUsage(AttributeTargets.Class)] public sealed class OwnedAttribute : Attribute { }
        }
        """;

    private const string Head = """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        [assembly: SchemaConventions(Conventions.EntityFramework)]

        """;

    private const string Classes = """
        public class Stay { public int Id { get; set; } public int Number { get; set; } public Home? Home { get; set; } }
        public class Home { public int Id { get; set; } public string Street { get; set; } = ""; }
        public class Night { public int Id { get; set; } public int Rank { get; set; } }
        """;

    [Theory]
    [InlineData("model.Entity<Stay>().ToTable(\"s\")")]
    [InlineData("model.Entity<Stay>(s => s.HasKey(x => x.Number))")]
    [InlineData("model.Entity<Stay>(s => { s.HasKey(x => x.Number); })")]
    [InlineData("model.Entity<Stay>().OwnsOne(s => s.Home, h => h.ToTable(\"h\"))")]
    [InlineData("model.Entity<Night>()")]
    [InlineData("More(model)")]
    [InlineData("model.Entity<Stay>().Property<int>(\"Rank\")")]
    [InlineData("model.Model.GetEntityTypes()")]
    public Task What_changes_the_database_is_said(string call) => Verify($"{{|SSY0036:OnModelCreating|}}(ModelBuilder model) => {call};");

    [Theory]
    [InlineData("base.OnModelCreating(model)")]
    [InlineData("model.Entity<Stay>()")]
    [InlineData("model.Entity<Stay>().HasQueryFilter(s => s.Number.ToString() != \"\")")]
    [InlineData("model.Entity<Stay>().HasData(new Stay { Id = Math.Max(1, 2) })")]
    [InlineData("model.Entity<Stay>(s => s.HasQueryFilter(x => Math.Max(x.Id, 2) > 1))")]
    public Task What_does_not_is_not(string call) => Verify($"OnModelCreating(ModelBuilder model) => {call};");

    [Fact]
    public Task Conventions_in_code_are_said() => Verify(
        "{|SSY0036:ConfigureConventions|}(ModelConfigurationBuilder c) => c.Properties<string>().HaveMaxLength(9);");

    [Fact]
    public async Task Each_call_is_told_with_its_classes_and_attribute()
    {
        var found = await Verify("""
            {|SSY0036:OnModelCreating|}(ModelBuilder model)
            {
                model.Entity<Stay>().ToTable("s").HasKey(s => s.Number);
                model.Entity<Night>(n => { n.ToTable("n"); n.Property(x => x.Rank).UseFancy(); n.HasData(); });
            }
            """);
        Assert.Equal("OnModelCreating of StayContext is not run when the schema is declared, which is therefore without "
            + "Entity of Night (a DbSet, or [Table]), ToTable of Stay, Night ([Table]), HasKey of Stay ([PrimaryKey]), "
            + "UseFancy of Night (by import alone); say it with attributes and disable this warning there, or take the whole model from "
            + "the program with `schemasync import --ef-assembly`", found.Single().GetMessage());
    }

    [Fact]
    public Task A_class_of_configuration_is_told_where_it_stands() => Analyzed.Verify($$"""
        {{Head}}public class StayContext : DbContext
        {
            public DbSet<Stay> Stays => Set<Stay>();
            protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfiguration(new Configured());
        }
        public class Configured : IEntityTypeConfiguration<Stay>
        {
            public void {|SSY0036:Configure|}(EntityTypeBuilder<Stay> builder) => builder.ToTable("s");
        }
        public class Filtered : IEntityTypeConfiguration<Stay>
        {
            public void Configure(EntityTypeBuilder<Stay> builder) => builder.HasQueryFilter(s => s.Id > 0);
        }
        {{Classes}}
        """, more: WithEntityFramework);

    [Fact]
    public async Task A_context_of_a_library_and_its_classes_are_told_here()
    {
        var found = await Analyzed.Verify("""
            [assembly: {|SSY0033:SchemaConventions(Conventions.EntityFramework)|}]
            public class {|SSY0036:StayContext|} : Library.Context;
            """, more: p => p.Refer(WithEntityFramework(Project.Of("""
            namespace Library
            {
                using Microsoft.EntityFrameworkCore;
                public class Context : DbContext
                {
                    public DbSet<Reading> Readings => Set<Reading>();
                    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Reading>().ToTable("r");
                }
                public class Reading { public int Meter { get; set; } }
            }
            """) with { AssemblyName = "Library" })));
        Assert.Contains("OnModelCreating of Context in Library is not run", found.Single(f => f.Id == "SSY0036").GetMessage(),
            StringComparison.Ordinal);
        Assert.StartsWith("entity Reading has no key", found.Single(f => f.Id == "SSY0033").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_and_key_of_a_configuration_are_the_other_class_s()
    {
        var tables = Generated.From(WithEntityFramework(Project.Of($$"""
            {{Head}}public class StayContext : DbContext { public DbSet<Stay> Stays => Set<Stay>(); }
            [SchemaConfiguration(typeof(Stay)), System.ComponentModel.DataAnnotations.Schema.Table("s"), PrimaryKey("Number")]
            internal sealed class StayConfiguration;
            [SchemaConfiguration(typeof(Home)), Owned] internal sealed class HomeConfiguration;
            {{Classes}}
            """))).Model.Objects.OfType<Table>().ToList();
        var table = Assert.Single(tables);
        Assert.Equal("s", table.Name.Name.Value);
        Assert.Equal("Number", Assert.Single(table.PrimaryKey!.Columns).ToString());
    }

    [Theory]
    [InlineData("Sqlite", "public System.Text.Json.JsonDocument? {|SSY0053:Data|} { get; set; }")]
    [InlineData("PostgreSql", "public System.Text.Json.JsonDocument? Data { get; set; }")]
    [InlineData("Sqlite", "[{|SSY0053:Microsoft.EntityFrameworkCore.Comment(\"\")|}] public string? Data { get; set; }")]
    [InlineData("Sqlite", "[Microsoft.EntityFrameworkCore.Comment(\"x\")] public string? Data { get; set; }")]
    public Task What_Entity_Framework_refuses_is_refused(string provider, string property) => Analyzed.Verify($$"""
        {{Head}}public class StayContext : DbContext { public DbSet<Stay> Stays => Set<Stay>(); }
        public class Stay { public Guid Id { get; set; } {{property}} }
        """, providers: provider, more: WithEntityFramework);

    [Fact]
    public Task What_is_left_to_forms_is_no_part_of_a_schema() => Analyzed.Verify($$"""
        {{Head}}public class StayContext : DbContext { public DbSet<Stay> Stays => Set<Stay>(); }
        public class Stay { public int Id { get; set; } [StringLength(9, MinimumLength = 2)] public string Name { get; set; } = ""; }
        """, more: WithEntityFramework);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Verify(string method) =>
        Analyzed.Verify($$"""
            {{Head}}public class StayContext : DbContext
            {
                public DbSet<Stay> Stays => Set<Stay>();
                private static void More(ModelBuilder model) { }
                protected override void {{method}}
            }
            {{Classes}}
            """, more: WithEntityFramework);

    private static Project WithEntityFramework(Project project) => project.With("EntityFramework.cs", EntityFramework);
}
