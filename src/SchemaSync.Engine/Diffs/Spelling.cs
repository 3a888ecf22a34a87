namespace SchemaSync.Engine.Diffs;

/// <summary>How a provider compares names, and what a rename does to a text: all that a comparison needs to know of a dialect.</summary>
public abstract class Spelling
{
    /// <summary>How the provider compares names.</summary>
    public abstract StringComparer Names { get; }

    /// <summary>The text with every identifier token that names <paramref name="from"/> replaced.</summary>
    public abstract SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to);

    /// <summary>The text with every name that says its schema, and is
    /// <paramref name="from"/>, replaced. Without schemas there is none.</summary>
    public virtual SqlExpression MoveIn(SqlExpression expression, QualifiedName from, QualifiedName to) => expression;

    /// <summary>The same in a text that is types alone, such as those of arguments.</summary>
    public virtual SqlExpression RetypeIn(SqlExpression types, QualifiedName from, QualifiedName to) => MoveIn(types, from, to);

    /// <summary>The text with every call of one routine made a call of the other.</summary>
    public virtual SqlExpression RecallIn(SqlExpression expression, QualifiedName from, QualifiedName to) => expression;

    /// <summary>The text with every constant of an enum type that is one word made the other.</summary>
    public virtual SqlExpression RelabelIn(SqlExpression expression, QualifiedName type, Identifier from, Identifier to) => expression;

    /// <summary>Every name that a text may speak of: its words, what it quotes, and constants that could be names.</summary>
    public abstract IEnumerable<string> NamesIn(string sql);
}
