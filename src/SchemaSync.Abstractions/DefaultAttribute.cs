using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The constant a new row gets when it does not name the column.
/// </summary>
/// <remarks>
/// On a <c>string</c> property a string is that text. On any other property a string is <c>CURRENT_TIMESTAMP</c>,
/// <c>CURRENT_DATE</c> or <c>CURRENT_TIME</c>, or a value of the property's type (<c>"2026-01-31"</c>, <c>"0.10"</c>, a Guid); everything
/// else is an error: write it with <see cref="DefaultSqlAttribute"/>. An enum member is its number, or its name where the column's type is
/// a text.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DefaultAttribute : SchemaAttribute
{
    /// <summary>Sets the constant.</summary>
    /// <param name="value">A constant of the property's type, or null.</param>
    public DefaultAttribute(object? value) => Value = value;

    /// <summary>The constant.</summary>
    public object? Value { get; }
}
