using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Which files an edit concerns. A declaration means something through the names in it, so that one which uses no name that the edited
/// file declares, directly or through others, means what it meant.
/// </summary>
internal static class ReadingUpdate
{
    /// <summary>The reading after an edit; null where everything has to be read again.</summary>
    public static ReadingState? Of(ReadingState known, Compilation compilation, ImmutableArray<SyntaxTree> trees, CancellationToken stop)
    {
        var (gone, come) = Changes(known.Trees, trees);
        var members = trees.Any(t => TreeFacts.Of(t, stop).IsGlobalStatic);
        if (Names(gone, come, members, stop) is not { } names) return null;
        var concerned = new HashSet<SyntaxTree>(come);
        Spread(trees, names, members, concerned, stop);
        var touched = new HashSet<SyntaxTree>(concerned.Concat(gone));
        // Bases of another file may have moved: their columns are read at the class.
        foreach (var type in known.Types) if (type.Around.Any(touched.Contains)) touched.Add(type.Home);
        concerned = new(touched.Where(t => !gone.Contains(t)));

        return known.After(compilation, trees, Types(known, compilation, trees, touched, concerned, stop), touched, stop);
    }

    private static (HashSet<SyntaxTree> Gone, HashSet<SyntaxTree> Come) Changes(ImmutableArray<SyntaxTree> before,
        ImmutableArray<SyntaxTree> after)
    {
        var (gone, come) = (new HashSet<SyntaxTree>(), new HashSet<SyntaxTree>());
        if (before.Length == after.Length)
        {
            for (var i = 0; i < before.Length; i++)
            {
                if (ReferenceEquals(before[i], after[i])) continue;
                gone.Add(before[i]);
                come.Add(after[i]);
            }
        }
        else
        {
            gone.UnionWith(before);
            come.UnionWith(after);
        }

        var both = gone.Intersect(come).ToList();
        gone.ExceptWith(both);
        come.ExceptWith(both);
        return (gone, come);
    }

    // The names whose meaning may be another, and those of types that have other members; null where it may be every name.
    private static (HashSet<int> All, HashSet<int> Inside)? Names(HashSet<SyntaxTree> gone, HashSet<SyntaxTree> come, bool members,
        CancellationToken stop)
    {
        var (names, inside) = (new HashSet<int>(), new HashSet<int>());
        var before = gone.GroupBy(t => t.FilePath).ToDictionary(g => g.Key, g => g.First());
        foreach (var tree in come)
        {
            if (before.TryGetValue(tree.FilePath, out var old))
            {
                if (!tree.Options.Equals(old.Options)) return null;
                // Inside of bodies nothing is declared.
                if (SyntaxFactory.AreEquivalent(old, tree, topLevel: true) && before.Remove(tree.FilePath)) continue;
                if (!members && SyntaxFactory.AreEquivalent(old.GetRoot(stop), tree.GetRoot(stop), IsMember)
                    && before.Remove(tree.FilePath))
                {
                    TreeFacts.Of(tree, stop).AddDeclared(inside, spaces: false, members);
                    continue;
                }
            }

            if (!Add(tree)) return null;
        }

        return before.Values.All(Add) ? (names, inside) : null;

        bool Add(SyntaxTree tree)
        {
            stop.ThrowIfCancellationRequested();
            var facts = TreeFacts.Of(tree, stop);
            facts.AddDeclared(names, spaces: true, members);
            return !facts.IsGlobal;
        }
    }

    private static bool IsMember(SyntaxKind kind) => kind is SyntaxKind.PropertyDeclaration or SyntaxKind.FieldDeclaration
        or SyntaxKind.MethodDeclaration or SyntaxKind.ConstructorDeclaration;

    private static void Spread(ImmutableArray<SyntaxTree> trees, (HashSet<int> All, HashSet<int> Inside) names, bool members,
        HashSet<SyntaxTree> concerned, CancellationToken stop)
    {
        if (names.All.Count + names.Inside.Count == 0) return;
        var spread = new HashSet<SyntaxTree>(concerned);
        for (var before = -1; before != spread.Count;)
        {
            before = spread.Count;
            foreach (var tree in trees)
            {
                if (spread.Contains(tree)) continue;
                var facts = TreeFacts.Of(tree, stop);
                // Whoever names a type alone does not care what is in it.
                if (!facts.Used.Overlaps(names.All) && !facts.Opened.Overlaps(names.Inside)) continue;
                concerned.Add(tree);
                // What it means to others stays as it is where only its properties use such a name.
                if ((facts.Given.Overlaps(names.All) || facts.Given.Overlaps(names.Inside)) && spread.Add(tree))
                    facts.AddDeclared(names.All, spaces: false, members);
            }
        }
    }

    private static List<ReadType> Types(ReadingState known, Compilation compilation, ImmutableArray<SyntaxTree> trees,
        HashSet<SyntaxTree> touched, HashSet<SyntaxTree> concerned, CancellationToken stop)
    {
        var types = known.Types.Select(t => touched.Contains(t.Home) ? null : t).ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < types.Count; i++) places.Add(known.Types[i].Reading.FullName, i);
        var more = new List<ReadType>();
        foreach (var read in ReadingState.ReadTypes(compilation, trees, trees.Where(concerned.Contains), stop))
        {
            if (!places.TryGetValue(read.Reading.FullName, out var at)) more.Add(read);
            else types[at] = known.Types[at].Reading.Equals(read.Reading) ? read with { Reading = known.Types[at].Reading } : read;
        }

        return InPlace(types, more);
    }

    // Each keeps its place, so that one that comes or goes makes no step run for the others: a free place is for a new one, or the last.
    private static List<ReadType> InPlace(List<ReadType?> types, List<ReadType> more)
    {
        types.AddRange(more);
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i] is not null) continue;
            var last = types.Count - 1;
            types[i--] = types[last];
            types.RemoveAt(last);
        }

        return types!;
    }
}
