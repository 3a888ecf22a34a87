using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// How properties of a type are stored, wherever there are any: <c>[assembly: ColumnType(typeof(OrderId), typeof(Guid))]</c>. What a
/// property says itself wins.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ColumnTypeAttribute : SchemaAttribute
{
    /// <summary>Stores it as a property of another type is stored.</summary>
    /// <param name="type">The type of the properties; of a generic one all of them, as in <c>typeof(Id&lt;&gt;)</c>.</param>
    /// <param name="stored">A type that a column holds, such as <c>typeof(Guid)</c>.</param>
    public ColumnTypeAttribute(Type type, Type stored)
    {
        Type = type;
        Stored = stored;
    }

    /// <summary>Stores it in a column of a type of the database.</summary>
    /// <param name="type">The type of the properties.</param>
    /// <param name="native">The column's type in the provider's spelling, such as <c>"inet"</c>.</param>
    public ColumnTypeAttribute(Type type, string native)
    {
        Type = type;
        Native = native;
    }

    /// <summary>The type of the properties.</summary>
    public Type Type { get; }

    /// <summary>A type that a column holds.</summary>
    public Type? Stored { get; }

    /// <summary>The column's type in the provider's spelling.</summary>
    public string? Native { get; }
}
