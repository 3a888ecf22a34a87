using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Reads a project: once for generator and analyzer, and after an edit only what the edit may have given another meaning. What was read
/// is found again through the files that stayed.
/// </summary>
internal static class ProjectReader
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ReadingState>> Latest = new();

    public static ProjectReading Read(Compilation compilation, CancellationToken stop)
    {
        var (trees, ours) = Divide(compilation.SyntaxTrees);
        var known = Find(trees);
        var fits = known?.Fits(compilation) == true;
        if (fits && known!.Trees.SequenceEqual(trees)) return known.Reading;

        // What we wrote ourselves gives no declaration its meaning: the generator could not see it.
        var bare = ours.Count == 0 ? compilation : compilation.RemoveSyntaxTrees(ours);
        var state = (fits ? ReadingUpdate.Of(known!, bare, trees, stop) : null) ?? ReadingState.Of(bare, trees, stop);
        foreach (var tree in trees) Latest.GetValue(tree, static _ => new()).Value = state;
        return state.Reading;
    }

    private static ReadingState? Find(ImmutableArray<SyntaxTree> trees)
    {
        foreach (var tree in trees) if (Latest.TryGetValue(tree, out var found)) return found.Value;
        return null;
    }

    private static (ImmutableArray<SyntaxTree> Trees, List<SyntaxTree> Ours) Divide(IEnumerable<SyntaxTree> all)
    {
        var trees = ImmutableArray.CreateBuilder<SyntaxTree>();
        var ours = new List<SyntaxTree>();
        foreach (var tree in all)
        {
            if (IsOurs(tree.FilePath)) ours.Add(tree);
            else trees.Add(tree);
        }

        return (trees.ToImmutable(), ours);
    }

    // The compiler puts what a generator writes into a folder of the generator's name.
    private static bool IsOurs(string path)
    {
        if (!path.EndsWith(".g.cs", StringComparison.Ordinal)) return false;
        var file = path.LastIndexOfAny(['/', '\\']);
        const string Folder = "SchemaSync.Generators.SchemaGenerator";
        return file >= Folder.Length && string.CompareOrdinal(path, file - Folder.Length, Folder, 0, Folder.Length) == 0;
    }
}
