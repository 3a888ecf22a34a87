namespace SchemaSync.Model.Providers;

/// <summary>How much a provider keeps; what none of its versions takes more of. Asked of the servers themselves.</summary>
public sealed record ProviderLimits
{
    /// <summary>Digits of a decimal.</summary>
    public int DecimalDigits { get; init; } = int.MaxValue;

    /// <summary>Digits of a decimal after the point.</summary>
    public int DecimalScale { get; init; } = int.MaxValue;

    /// <summary>Digits of a second.</summary>
    public int TimeDigits { get; init; } = int.MaxValue;

    /// <summary>Characters of a text with a length; a longer one is another type, or refused.</summary>
    public int TextLength { get; init; } = int.MaxValue;

    /// <summary>Characters of the comment of a table.</summary>
    public int TableComment { get; init; } = int.MaxValue;

    /// <summary>Characters of the comment of a column or index.</summary>
    public int PartComment { get; init; } = int.MaxValue;
}
