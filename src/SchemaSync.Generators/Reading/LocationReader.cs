using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>Where a place is in the source, as plain numbers.</summary>
internal sealed record PlacedLocation(Place Place, SourceLocation Location);

/// <summary>The locations of one class.</summary>
internal sealed record TypeLocations(string TypeName, EquatableArray<PlacedLocation> Places);

/// <summary>Finds the source of places, as plain numbers for the generator or as Roslyn's locations for the analyzer.</summary>
internal static class LocationReader
{
    /// <summary>The locations of everything a type declares.</summary>
    public static EquatableArray<PlacedLocation> Read(INamedTypeSymbol type)
    {
        var result = new List<PlacedLocation>();
        foreach (var owner in TypeReader.Chain(type)) AddOwn(result, owner);
        return result.ToEquatableArray();
    }

    /// <summary>The same without what its bases declare.</summary>
    public static EquatableArray<PlacedLocation> ReadOwn(INamedTypeSymbol type)
    {
        var result = new List<PlacedLocation>();
        AddOwn(result, type);
        return result.ToEquatableArray();
    }

    /// <summary>The locations of the assembly's attributes.</summary>
    public static EquatableArray<PlacedLocation> Read(IAssemblySymbol assembly)
    {
        var result = new List<PlacedLocation>();
        AddAttributes(result, assembly, Place.OfType(""));
        return result.ToEquatableArray();
    }

    /// <summary>The spot of a place on its symbol.</summary>
    public static Location Find(ISymbol symbol, int attribute)
    {
        if (attribute >= 0 && symbol.GetAttributes()[attribute].ApplicationSyntaxReference is { } reference)
        {
            return Location.Create(reference.SyntaxTree, reference.Span);
        }

        return Identifier(symbol);
    }

    // Of a partial class, the part that carries an attribute is the one people look at.
    private static Location Identifier(ISymbol symbol)
    {
        // Roslyn makes the list anew each time it is asked.
        var locations = symbol.Locations;
        if (locations.Length > 1 && symbol is INamedTypeSymbol)
        {
            foreach (var reference in symbol.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is TypeDeclarationSyntax { AttributeLists.Count: > 0 } part) return part.Identifier.GetLocation();
            }
        }

        return locations.FirstOrDefault() ?? Location.None;
    }

    private static void AddOwn(List<PlacedLocation> result, INamedTypeSymbol type)
    {
        var name = type.MetadataName();
        Add(result, type, Place.OfType(name), attributes: true);
        foreach (var property in TypeReader.Properties(type)) Add(result, property, Place.OfMember(name, property.Name), attributes: false);
    }

    private static void Add(List<PlacedLocation> result, ISymbol symbol, Place place, bool attributes)
    {
        if (Convert(Identifier(symbol)) is { } location) result.Add(new(place, location));
        if (attributes) AddAttributes(result, symbol, place);
    }

    private static void AddAttributes(List<PlacedLocation> result, ISymbol symbol, Place place)
    {
        for (var i = 0; i < symbol.GetAttributes().Length; i++)
        {
            if (Convert(Find(symbol, i)) is { } location) result.Add(new(place with { Attribute = i }, location));
        }
    }

    private static SourceLocation? Convert(Location location)
    {
        if (!location.IsInSource) return null;
        var span = location.GetLineSpan();
        return new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
    }
}
