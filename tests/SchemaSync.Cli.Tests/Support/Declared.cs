using System.Reflection;
using System.Reflection.Emit;

namespace SchemaSync.Cli.Tests;

/// <summary>Assemblies with a declaration, as the generator writes them.</summary>
internal static class Declared
{
    public static Table Customers(params Column[] more) => new()
    {
        Name = new("customers"),
        Columns = [Column("id", LogicalType.Int64), Column("email", LogicalType.String), .. more],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
    };

    public static Column Column(string name, LogicalType type, bool nullable = false) =>
        new() { Name = new(name), Type = new() { Logical = type }, Nullable = nullable };

    /// <summary>Writes an assembly that declares these objects for SQLite.</summary>
    public static string Assembly(string path, params TopLevelObject[] objects)
    {
        var locations = objects.OfType<Table>().SelectMany(t => t.Columns.Select((c, i) =>
            KeyValuePair.Create(ObjectId.Of(t.Name, c), new SourceLocation("Models/Customer.cs", 5 + i, 19, 5 + i, 24))));
        return Write(path,
            (Manifest.SnapshotKey, Manifest.Write([new SchemaModel { Providers = [ProviderNames.Sqlite], Objects = [.. objects] }])),
            (Manifest.LocationsKey, Manifest.WriteLocations(locations)));
    }

    /// <summary>Writes an assembly with this metadata.</summary>
    public static string Write(string path, params (string Key, string Value)[] metadata)
    {
        var constructor = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Shop"), typeof(object).Assembly,
            metadata.Select(m => new CustomAttributeBuilder(constructor, [m.Key, m.Value])));
        assembly.DefineDynamicModule("Shop");
        assembly.Save(path);
        return path;
    }
}
