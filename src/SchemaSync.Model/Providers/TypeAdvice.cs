namespace SchemaSync.Model.Providers;

/// <summary>A column type that a provider has and that sooner or later is regretted.</summary>
/// <param name="Reason">What happens with it.</param>
/// <param name="Instead">What to declare instead.</param>
public sealed record TypeAdvice(string Reason, string Instead);
