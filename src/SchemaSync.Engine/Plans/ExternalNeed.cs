namespace SchemaSync.Engine.Plans;

/// <summary>Something of others that a plan has to find there.</summary>
/// <param name="User">The object of ours that needs it.</param>
/// <param name="Target">What it needs.</param>
public sealed record ExternalNeed(ObjectId User, ObjectId Target)
{
    /// <summary>Whether a foreign key refers to it.</summary>
    public bool IsKey { get; init; }

    /// <summary>What the foreign key refers to; empty for the primary key.</summary>
    public EquatableArray<Identifier> Columns { get; init; }

    /// <summary>Whether its rows are read, to tell which of ours do not fit.</summary>
    public bool ReadsRows { get; init; }
}
