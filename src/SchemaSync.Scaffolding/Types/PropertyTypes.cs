using System.Globalization;
using System.Text.RegularExpressions;

namespace SchemaSync.Scaffolding.Types;

/// <summary>
/// Types of a database in C#. There is no table of its own: what a property becomes is asked of the dialect, as it is for what is
/// declared, and the property whose column has exactly this type is taken.
/// </summary>
internal sealed partial class PropertyTypes
{
    // The usual ones first: some databases have one type for several of them. A document is a text wherever C# runs.
    private static readonly LogicalType[] Preferred =
    [
        LogicalType.Int64, LogicalType.Int32, LogicalType.Int16, LogicalType.Boolean, LogicalType.String, LogicalType.Decimal,
        LogicalType.Double, LogicalType.Single, LogicalType.DateTime, LogicalType.DateTimeOffset, LogicalType.Date, LogicalType.TimeSpan,
        LogicalType.Time, LogicalType.Guid, LogicalType.Binary, LogicalType.Char, LogicalType.Byte, LogicalType.SByte,
        LogicalType.UInt16, LogicalType.UInt32, LogicalType.UInt64,
    ];

    private readonly Dialect _dialect;
    private readonly ProviderLimits _limits;
    private readonly Dictionary<ColumnType, PropertyType> _known = [];

    /// <param name="dialect">Whose types they are.</param>
    /// <param name="classes">The enums and classes that are types of the database.</param>
    /// <param name="domains">Names for types that have a property already.</param>
    public PropertyTypes(Dialect dialect, IEnumerable<(QualifiedName Type, CSharpType Class)> classes, IEnumerable<Domain> domains)
    {
        _dialect = dialect;
        _limits = ProviderProfile.Find(dialect.Provider)?.Limits ?? new();
        foreach (var (type, name) in classes)
        {
            Know(type, isArray: false, t => new(name, t));
            Know(type, isArray: true, t => new(name.Array, t));
        }

        foreach (var domain in domains)
        {
            Know(domain.Name, isArray: false, _ => new(Of(domain.Type).CSharp, null));
            Know(domain.Name, isArray: true, _ => new(Of(domain.Type).CSharp.Array, null));
        }
    }

    /// <summary>The property for a column's type.</summary>
    public PropertyType Of(ColumnType type) => _known.TryGetValue(type, out var known) ? known : _known[type] = Find(type);

    private void Know(QualifiedName name, bool isArray, Func<ColumnType, PropertyType> property)
    {
        var type = new ColumnType { Logical = LogicalType.UserDefined, TypeName = name, IsArray = isArray };
        if (Lowered(type) is { } lowered) _known[lowered] = property(type);
    }

    private PropertyType Find(ColumnType type)
    {
        foreach (var candidate in Candidates(type.Native ?? ""))
        {
            if (Lowered(candidate) == type) return new(Named(candidate), candidate);
        }

        return new(_dialect.NearestTo(type) is { } nearest ? Named(nearest) : CSharpType.Text, null);
    }

    private static CSharpType Named(ColumnType type) => CSharpType.Of(type.Logical) is var name && type.IsArray ? name.Array : name;

    private IEnumerable<ColumnType> Candidates(string native)
    {
        var numbers = Numbers().Match(native) is { Success: true } found
            ? found.Groups[1].Value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray() : [];
        foreach (var isArray in new[] { false, true })
        {
            // Bytes in an array are bytes.
            foreach (var logical in Preferred.Where(l => !isArray || l != LogicalType.Byte))
            {
                var plain = new ColumnType { Logical = logical, IsArray = isArray };
                yield return plain;
                if (Sized(plain, numbers) is { } sized) yield return sized;
            }
        }
    }

    // With what stands in parentheses, as far as an attribute may say it.
    private ColumnType? Sized(ColumnType type, int[] numbers) => numbers switch
    {
        [> 0 and var length] when type is { IsArray: false, Logical: LogicalType.String or LogicalType.Binary }
            && length <= _limits.TextLength => type with { MaxLength = length },
        [var digits] when IsTime(type.Logical) && digits <= _limits.TimeDigits => type with { Precision = digits },
        [> 0 and var precision, var scale] when type.Logical == LogicalType.Decimal && scale <= precision
            && precision <= _limits.DecimalDigits && scale <= _limits.DecimalScale => type with { Precision = precision, Scale = scale },
        _ => null,
    };

    private static bool IsTime(LogicalType logical) =>
        logical is LogicalType.DateTime or LogicalType.DateTimeOffset or LogicalType.Time or LogicalType.TimeSpan;

    // As a column of a table; one that needs a check beside it is not that type alone.
    private ColumnType? Lowered(ColumnType candidate)
    {
        var table = new Table { Name = new("t"), Columns = [new Column { Name = new("c"), Type = candidate }] };
        try
        {
            var lowered = _dialect.Lower(new() { Providers = [_dialect.Provider], Objects = [table] }).Tables.Single();
            return lowered.CheckConstraints.IsEmpty ? lowered.Columns[0].Type : null;
        }
        catch (SchemaSyncException)
        {
            // The database has no such type.
            return null;
        }
    }

    [GeneratedRegex(@"^[^(]*\((\d{1,9}(?:,\d{1,9})?)\)")]
    private static partial Regex Numbers();
}
