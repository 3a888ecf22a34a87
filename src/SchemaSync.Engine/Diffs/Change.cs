namespace SchemaSync.Engine.Diffs;

/// <summary>One difference between two snapshots. Children of an added or dropped object are not listed apart.</summary>
/// <param name="Owner">The table the object belongs to, under its new name; empty for top-level objects.</param>
public abstract record Change(QualifiedName Owner)
{
    /// <summary>The object it is about, as it will be, or as it was when it goes.</summary>
    public abstract SchemaObject Subject { get; }

    /// <summary>Which object it is.</summary>
    public ObjectId Id => ObjectId.Of(Owner, Subject);

    /// <summary>What is there under a name it did not have before: a new object with its parts, or a renamed one.</summary>
    public IEnumerable<ObjectId> Comes => this switch
    {
        Add { After: TopLevelObject added } => PartsOf(added),
        // What is in a table goes with it into another schema, and has its name there.
        Rename { Before: TopLevelObject before, After: TopLevelObject moved } when before.Name.Schema != moved.Name.Schema =>
            PartsOf(moved),
        Add or Rename => [Id],
        _ => [],
    };

    /// <summary>What is no longer there under its name.</summary>
    public IEnumerable<ObjectId> Goes => Invert().Comes;

    /// <summary>The change that takes this one back.</summary>
    public abstract Change Invert();

    private static IEnumerable<ObjectId> PartsOf(TopLevelObject topLevel) =>
        topLevel.Children.Select(c => ObjectId.Of(topLevel.Name, c)).Prepend(ObjectId.Of(topLevel));

    /// <summary>As people read it: <c>add column customers.phone</c>.</summary>
    public abstract override string ToString();

    /// <summary>The object is new, with all its children.</summary>
    public sealed record Add(QualifiedName Owner, SchemaObject After) : Change(Owner)
    {
        /// <inheritdoc/>
        public override SchemaObject Subject => After;

        /// <inheritdoc/>
        public override Change Invert() => new Drop(Owner, After);

        /// <inheritdoc/>
        public override string ToString() => $"add {Id}";
    }

    /// <summary>The object goes, with all its children.</summary>
    public sealed record Drop(QualifiedName Owner, SchemaObject Before) : Change(Owner)
    {
        /// <inheritdoc/>
        public override SchemaObject Subject => Before;

        /// <inheritdoc/>
        public override Change Invert() => new Add(Owner, Before);

        /// <inheritdoc/>
        public override string ToString() => $"drop {Id}";
    }

    /// <summary>The object's own facets differ.</summary>
    public sealed record Alter(QualifiedName Owner, SchemaObject Before, SchemaObject After) : Change(Owner)
    {
        /// <inheritdoc/>
        public override SchemaObject Subject => After;

        /// <inheritdoc/>
        public override Change Invert() => new Alter(Owner, After, Before);

        /// <inheritdoc/>
        public override string ToString() => $"alter {Id}";
    }

    /// <summary>The object has another name; its facets may differ as well, which is an <see cref="Alter"/> of its own.</summary>
    public sealed record Rename(QualifiedName Owner, SchemaObject Before, SchemaObject After) : Change(Owner)
    {
        /// <inheritdoc/>
        public override SchemaObject Subject => After;

        /// <inheritdoc/>
        public override Change Invert() => new Rename(Owner, After, Before);

        /// <inheritdoc/>
        public override string ToString() =>
            $"rename {ObjectId.Of(Owner, Before)} to "
                + $"{(After is SchemaPart part ? new QualifiedName(part.Name).ToString() : Id.QualifiedKey)}";
    }
}
