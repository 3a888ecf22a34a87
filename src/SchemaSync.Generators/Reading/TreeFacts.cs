using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// What a file says by itself, before anything is bound: which of its types may matter to us, and which words its declarations use and
/// give a meaning. A tree never changes, so that each is looked through once, and of it only what stands outside of bodies.
/// </summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();
    private readonly SyntaxTree _tree;
    private readonly CompilationUnitSyntax? _unit;
    private readonly List<BaseTypeDeclarationSyntax> _types = [];
    private Words? _used;
    private Words? _opened;
    private Words? _given;
    private (string Name, bool IsGlobal)[]? _aliases;

    private TreeFacts(SyntaxTree tree, CancellationToken stop)
    {
        _tree = tree;
        _unit = tree.GetRoot(stop) as CompilationUnitSyntax;
        if (_unit is not null) AddTypes(_unit.Members);
    }

    /// <summary>Every class, struct, record and enum, nested ones included.</summary>
    public IReadOnlyList<BaseTypeDeclarationSyntax> Types => _types;

    /// <summary>Whether it gives names a meaning in every other file.</summary>
    public bool IsGlobal => _unit is not null
        && (_unit.Externs.Count > 0 || _unit.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));

    /// <summary>Whether anything stands on the assembly.</summary>
    public bool HasAssemblyAttributes => _unit?.AttributeLists.Count > 0;

    /// <summary>The names that this file gives types in its usings.</summary>
    public IReadOnlyList<(string Name, bool IsGlobal)> Aliases => _aliases ??= Usings().Where(u => u.Alias is not null)
        .Select(u => (u.Alias!.Name.Identifier.ValueText, u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))).ToArray();

    /// <summary>The words on which the meaning of its declarations depends, and the names of its types.</summary>
    public Words Used => _used ??= Words.Used(_tree, _unit, _types, Usings(), Extent.All);

    /// <summary>Those of them through which it depends on what the members of a type are.</summary>
    public Words Opened => _opened ??= Words.Used(_tree, _unit, _types, Usings(), Extent.Members);

    /// <summary>
    /// Those of them on which depends what its types and constants are to others: a property means something to its own class alone, and
    /// to those that derive from it.
    /// </summary>
    public Words Given => _given ??= Words.Used(_tree, _unit, _types, Usings(), Extent.Given);

    /// <summary>Whether it gives every other file the members of a type by their bare names.</summary>
    public bool IsGlobalStatic => _unit is not null
        && _unit.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword));

    /// <summary>
    /// The names through which its declarations mean something elsewhere: types and aliases. A member is found through its type, by whoever
    /// names that, is a part of it, or derives from it.
    /// </summary>
    /// <param name="spaces">Whether namespaces may have come or gone.</param>
    /// <param name="members">Whether other files may have members by their bare names.</param>
    public void AddDeclared(HashSet<int> names, bool spaces, bool members)
    {
        if (_unit is null) return;
        foreach (var alias in Aliases) names.Add(Words.Hash(alias.Name));
        DeclaredWords.AddTypes(_unit.Members, names);
        if (spaces) DeclaredWords.AddSpaces(_unit.Members, names);
        if (members) DeclaredWords.AddMembers(_unit.Members, names);
    }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken stop)
    {
        if (Known.TryGetValue(tree, out var found)) return found;
        // Where it is canceled nothing is kept.
        var made = new TreeFacts(tree, stop);
        return Known.GetValue(tree, _ => made);
    }

    private IEnumerable<UsingDirectiveSyntax> Usings() =>
        _unit is null ? [] : _unit.Usings.Concat(Spaces(_unit.Members).SelectMany(s => s.Usings));

    private static IEnumerable<BaseNamespaceDeclarationSyntax> Spaces(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is not BaseNamespaceDeclarationSyntax space) continue;
            yield return space;
            foreach (var inner in Spaces(space.Members)) yield return inner;
        }
    }

    private void AddTypes(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is BaseTypeDeclarationSyntax type) _types.Add(type);
            if (member is BaseNamespaceDeclarationSyntax space) AddTypes(space.Members);
            else if (member is TypeDeclarationSyntax outer) AddTypes(outer.Members);
        }
    }
}
