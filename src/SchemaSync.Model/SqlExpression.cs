namespace SchemaSync.Model;

/// <summary>
/// A piece of SQL we do not parse: a default, a check, a predicate, a body.
/// </summary>
/// <param name="Text">As declared or as stored; what a statement is built from.</param>
/// <param name="Canonical">
/// The form that comparisons use: folded tokens offline, the server's own text after normalisation
/// (<c>Snapshot.Form</c> says which).
/// </param>
public sealed record SqlExpression(string Text, string Canonical)
{
    /// <summary>An expression that was not normalised yet.</summary>
    public SqlExpression(string text) : this(text, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Canonical;
}
