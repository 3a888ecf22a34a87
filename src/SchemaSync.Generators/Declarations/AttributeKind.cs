using System.Collections.Concurrent;

namespace SchemaSync.Generators.Declarations;

/// <summary>
/// What an attribute is, as one line of a table: where it may stand, whether a table has it from a base class, and what of it not every
/// provider has. There is one instance of each, so that two are equal when they are the same.
/// </summary>
internal sealed partial class AttributeKind
{
    /// <summary>The argument of a rule that is about the attribute as a whole.</summary>
    public const string Whole = "";

    private const string Suffix = "Attribute";

#pragma warning disable CA1810 // Without a constructor the table could still be empty when the first attribute is looked up in it.
    static AttributeKind()
#pragma warning restore CA1810
    {
    }

    private AttributeKind(string name) => Name = name;

    /// <summary>The name of the class without <c>Attribute</c>.</summary>
    public string Name { get; }

    /// <summary>Where it may stand.</summary>
    public Placement Placement { get; private init; }

    /// <summary>Whether a table made from a base class has it as well: constraints hold for each, what names one object does not.</summary>
    public bool IsInherited { get; private init; }

    /// <summary>Whether it says that a property without a value of its own is a column.</summary>
    public bool IsOfColumn { get; private init; }

    /// <summary>Whether the same attribute becomes different objects here and there.</summary>
    public bool VariesByProvider { get; private init; }

    /// <summary>Whether its class is none of ours: it stands for a standard attribute, or a part of one.</summary>
    public bool IsStandard { get; private init; }

    /// <summary>
    /// Which feature an argument needs. What depends on more than one argument is decided where the object is built.
    /// </summary>
    public (string Argument, Feature Feature)[] Rules { get; private init; } = [];

    /// <summary>Whether it declares an object by itself, on a class or on the assembly.</summary>
    public bool StandsAlone => (Placement & Placement.Alone) == Placement.Alone;

    /// <summary>Every kind of the table.</summary>
    public static IEnumerable<AttributeKind> All => Entered.ByClass.Values.Where(k => k.Placement != Placement.None || k.IsStandard);

    /// <summary>The kind of a class that derives from ours; one that is not in the table is of nothing, and nothing reads it.</summary>
    public static AttributeKind OfClass(string className) =>
        Entered.ByClass.GetOrAdd(className,
            static n => new(n.EndsWith(Suffix, StringComparison.Ordinal) ? n.Substring(0, n.Length - Suffix.Length) : n));

    /// <summary>Whether it may stand there.</summary>
    public bool IsFor(Placement place) => (Placement & place) != Placement.None;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static AttributeKind Add(AttributeKind kind) => Entered.ByClass[kind.Name + Suffix] = kind;

    /// <summary>There before the first entry, in whichever file that is.</summary>
    private static class Entered
    {
        // By the name of the class: few of them, met by the ten thousand.
        public static readonly ConcurrentDictionary<string, AttributeKind> ByClass = new(StringComparer.Ordinal);
    }
}
