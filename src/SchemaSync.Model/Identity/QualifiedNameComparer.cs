namespace SchemaSync.Model.Identity;

/// <summary>Compares names of objects that stand by themselves as a provider compares names.</summary>
public sealed class QualifiedNameComparer(StringComparer names) : IEqualityComparer<QualifiedName>
{
    /// <inheritdoc/>
    public bool Equals(QualifiedName x, QualifiedName y) =>
        names.Equals(x.Name.Value ?? "", y.Name.Value ?? "") && names.Equals(x.Schema.Value ?? "", y.Schema.Value ?? "");

    /// <inheritdoc/>
    public int GetHashCode(QualifiedName obj) =>
        unchecked((names.GetHashCode(obj.Schema.Value ?? "") * 31) + names.GetHashCode(obj.Name.Value ?? ""));
}
