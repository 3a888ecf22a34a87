namespace SchemaSync.Engine.Adapters.Places;

/// <summary>Where a text stands in the statements that are made of an object, and so what it may hold.</summary>
public enum SqlPlace
{
    /// <summary>One name, word, number or constant.</summary>
    Word,
    /// <summary>It is quoted, or no part of any statement.</summary>
    Data,
    /// <summary>Words that name an option or a promise.</summary>
    Words,
    /// <summary>One token, or one pair of parentheses.</summary>
    Value,
    /// <summary>One expression, between parentheses of ours.</summary>
    Element,
    /// <summary>One expression or type with other clauses around it, so that it must begin none.</summary>
    Clause,
    /// <summary>Elements with commas between.</summary>
    List,
    /// <summary>One query at the end of a statement.</summary>
    Query,
    /// <summary>One statement at the end of a statement, which may be a block of others.</summary>
    Statement,
    /// <summary>Statements between a BEGIN and an END of ours.</summary>
    Statements,
}
