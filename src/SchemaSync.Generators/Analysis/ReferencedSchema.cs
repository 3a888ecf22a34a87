using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>
/// The composed references as the analyzer looks at them: names always, a model or a place only when something is asked of it.
/// </summary>
internal sealed class ReferencedSchema
{
    // A compilation is made on every key, its references are not.
    private static readonly ConditionalWeakTable<MetadataReference, Entry> Known = new();
    private readonly Dictionary<string, Entry> _byAssembly = new(StringComparer.Ordinal);

    private ReferencedSchema(IEnumerable<Entry> entries, ProjectInput project)
    {
        var told = entries.ToList();
        var all = told.Where(e => e.Names is not null).ToList();
        foreach (var entry in all) _byAssembly[entry.Names!.Assembly] = entry;
        Directory = ForeignDirectory.Of(told.Select(e => e.Told!), project);
        Assemblies = all.Select(e => e.Names!.Assembly).ToEquatableArray();
    }

    public ForeignDirectory Directory { get; }

    /// <summary>Every reference that declares something, composed or not.</summary>
    public EquatableArray<string> Assemblies { get; }

    // What is compiled at this moment in an editor is another value at the next key: it is read again.
    public static ReferencedSchema Of(Compilation compilation, ProjectInput project) =>
        new(compilation.References.Select(Read).Where(e => e.Told is not null), project);

    /// <summary>The parts that declare names for a provider.</summary>
    public IEnumerable<(string Assembly, IReadOnlyList<DeclaredNames> Names)> Of(string provider) =>
        Directory.Parts.Where(p => p.Providers.Contains(provider)).Select(p => (p.Name, _byAssembly[p.Name].Names!.Of(provider)));

    /// <summary>The providers that an assembly was compiled for.</summary>
    public IEnumerable<string> ProvidersOf(string assembly) =>
        _byAssembly[assembly].Names!.Names.SelectMany(n => n.Providers.AsEnumerable());

    /// <summary>Why the names of an assembly cannot be read; null where they can.</summary>
    public string? ProblemOf(string assembly) => _byAssembly[assembly].Names!.Problem;

    /// <summary>A table of a part; null where there is none, or where an editor does not know its columns.</summary>
    public Table? Table(string provider, QualifiedName name, StringComparison names)
    {
        foreach (var (assembly, found) in Of(provider))
        {
            if (!found.Any(n => n.Classes.Any(c => c.Kind == ObjectKind.Table && IsNamed(c.Name, name, names)))) continue;
            var model = _byAssembly[assembly].Models.FirstOrDefault(m => m.Providers.Contains(provider));
            return model?.Objects.OfType<Table>().FirstOrDefault(t => IsNamed(t.Name, name, names));
        }

        return null;
    }

    /// <summary>Whether a part declares anything of that name.</summary>
    public bool Declares(string provider, string name) => Of(provider).Any(part => part.Names.Any(n =>
        n.Classes.Any(c => c.Name.ToString() == name) || n.Others.Any(o => o.QualifiedName.ToString() == name)));

    /// <summary>Where a part declares an object, relative to its project.</summary>
    public SourceLocation? Locate(string assembly, ObjectId id) =>
        new ComposedPart(assembly, new(), _byAssembly[assembly].Locations).Locate(id);

    private static Entry Read(MetadataReference reference) =>
        reference is CompilationReference ? new(reference) : Known.GetValue(reference, static found => new(found));

    private static bool IsNamed(QualifiedName found, QualifiedName name, StringComparison names) =>
        string.Equals(found.ToString(), name.ToString(), names);

    private sealed class Entry
    {
        private readonly Lazy<(string Model, string? Locations)?> _texts;
        private readonly Lazy<EquatableArray<SchemaModel>> _models;
        private readonly Lazy<IReadOnlyDictionary<ObjectId, SourceLocation>> _locations;

        public Entry(MetadataReference reference)
        {
            Told = ReferenceReader.Names(reference);
            _texts = new(() => ReferenceReader.Model(reference));
            _models = new(() => Readable(() => _texts.Value is { } texts ? Manifest.Read(texts.Model) : default, default));
            _locations = new(() => Readable(() => _texts.Value?.Locations is { } text ? Manifest.ReadLocations(text) : NoPlaces, NoPlaces));
        }

        public Referenced? Told { get; }

        public ReferencedNames? Names => Told?.Names;

        public EquatableArray<SchemaModel> Models => _models.Value;

        public IReadOnlyDictionary<ObjectId, SourceLocation> Locations => _locations.Value;

        private static IReadOnlyDictionary<ObjectId, SourceLocation> NoPlaces { get; } = new Dictionary<ObjectId, SourceLocation>();

        // What cannot be read is the command line's to explain; the compiler does without.
        private static T Readable<T>(Func<T> read, T otherwise)
        {
            try
            {
                return read();
            }
            catch (JsonFormatException)
            {
                return otherwise;
            }
        }
    }
}
