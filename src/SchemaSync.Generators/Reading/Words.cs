using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Words of source text as hashes: enough to see that two files have nothing to do with each other. Words that only look alike make us
/// read once more than needed, never once less.
/// </summary>
internal sealed class Words
{
    private readonly int[] _hashes;
    private readonly bool _isAnything;

    private Words(IEnumerable<int> hashes, bool isAnything)
    {
        _hashes = hashes.ToArray();
        _isAnything = isAnything;
    }

    /// <summary>Whether one of these names may be among them.</summary>
    public bool Overlaps(HashSet<int> names)
    {
        if (_isAnything) return names.Count > 0;
        foreach (var hash in _hashes) if (names.Contains(hash)) return true;
        return false;
    }

    /// <summary>A name as it is found again: an attribute may be written with its suffix or without.</summary>
    public static int Hash(string word)
    {
        var hash = 17;
        foreach (var letter in WrittenNames.Of(word)) hash = unchecked((hash * 31) + letter);
        return hash;
    }

    public static HashSet<int> Of(string text)
    {
        var found = new HashSet<int>();
        Scan(text, found);
        return found;
    }

    /// <summary>What the declarations of a file use: attributes, bases, types of properties, constants, aliases.</summary>
    public static Words Used(SyntaxTree tree, CompilationUnitSyntax? unit, IEnumerable<BaseTypeDeclarationSyntax> types,
        IEnumerable<UsingDirectiveSyntax> usings, Extent extent)
    {
        var found = new HashSet<int>();
        if (unit is null) return new(found, isAnything: true);
        var text = tree.GetText();
        var isAnything = false;
        if (extent == Extent.All) foreach (var list in unit.AttributeLists) Scan(list.Span);
        foreach (var directive in usings)
            if (directive.Alias is not null || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)) Scan(directive.Span);
        foreach (var type in types)
        {
            foreach (var span in Spans(type, extent)) Scan(span);
            if (extent == Extent.Members) foreach (var lists in Attributes(type)) ScanAttributes(lists);
        }

        if (extent == Extent.Members) ScanAttributes(unit.AttributeLists);
        return new(found, isAnything);

        void Scan(TextSpan span, bool ofMembers = false)
        {
            var part = text.ToString(span);
            Words.Scan(part, found, ofMembers);
            // A letter may be written as its number.
            isAnything |= part.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0;
        }

        // What an attribute says depends on the members of its own class too.
        void ScanAttributes(SyntaxList<AttributeListSyntax> lists)
        {
            Scan(lists.Span, ofMembers: true);
            foreach (var attribute in lists.SelectMany(l => l.Attributes)) found.Add(Hash(WrittenNames.Of(attribute)));
        }
    }

    private static IEnumerable<TextSpan> Spans(BaseTypeDeclarationSyntax type, Extent extent)
    {
        // Up to its own name stand its attributes; its bases come after it.
        yield return extent == Extent.Members ? type.Identifier.Span : TextSpan.FromBounds(type.SpanStart, type.Identifier.Span.End);
        if (type.BaseList is { } bases) yield return bases.Span;
        if (type is EnumDeclarationSyntax) yield return type.Span;
        if (type is not TypeDeclarationSyntax outer) yield break;
        if (extent != Extent.Given && outer.ParameterList is { } parameters) yield return parameters.Span;
        foreach (var member in outer.Members)
        {
            if (member is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)) yield return field.Span;
            else if (extent == Extent.All && member is PropertyDeclarationSyntax property)
                yield return TextSpan.FromBounds(property.SpanStart, property.Identifier.SpanStart);
        }
    }

    private static IEnumerable<SyntaxList<AttributeListSyntax>> Attributes(BaseTypeDeclarationSyntax type)
    {
        yield return type.AttributeLists;
        if (type is not TypeDeclarationSyntax outer) yield break;
        foreach (var member in outer.Members) if (member is PropertyDeclarationSyntax) yield return member.AttributeLists;
    }

    // Of members: only words with a point behind them, as in nameof(Order.Number).
    private static void Scan(string text, HashSet<int> found, bool ofMembers = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsOfWord(text[i])) continue;
            var start = i;
            while (i < text.Length && IsOfWord(text[i])) i++;
            if (!ofMembers || IsPointAt(text, i)) found.Add(Hash(text.Substring(start, i - start)));
        }
    }

    // What stands in between may be a comment.
    private static bool IsPointAt(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && text[at] is '.' or '/';
    }

    private static bool IsOfWord(char c) => c == '_' || char.IsLetterOrDigit(c) || c > 127;
}

/// <summary>How much of what a file declares is looked at.</summary>
internal enum Extent
{
    /// <summary>What its types and constants are to others.</summary>
    Given,
    /// <summary>Where members of others mean something: in bases and constants, and in attributes where they are named.</summary>
    Members,
    /// <summary>All that gives its declarations a meaning.</summary>
    All,
}
