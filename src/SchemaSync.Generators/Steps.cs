namespace SchemaSync.Generators;

/// <summary>Names of the pipeline's steps, for the tests that prove what is cached.</summary>
internal static class Steps
{
    public const string Settings = "Settings";
    public const string Reading = "Reading";
    public const string Assembly = "Assembly";
    public const string Project = "Project";
    public const string References = "References";
    public const string Foreign = "Foreign";
    public const string Resolved = "Resolved";
    public const string Others = "Others";
    public const string PartList = "PartList";
    public const string Bases = "Bases";
    public const string BaseList = "BaseList";
    public const string Files = "Files";
    public const string Found = "Found";
    public const string Entities = "Entities";
    public const string EntityTables = "EntityTables";
    public const string Types = "Types";
    public const string Heads = "Heads";
    public const string Directory = "Directory";
    public const string Inputs = "Inputs";
    public const string Tables = "Tables";
    public const string Schema = "Schema";
    public const string Parts = "Parts";
    public const string Manifest = "Manifest";
    public const string Objects = "Objects";
    public const string Places = "Places";
    public const string Locations = "Locations";
    public const string Names = "Names";
}
