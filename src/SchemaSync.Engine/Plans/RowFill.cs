namespace SchemaSync.Engine.Plans;

/// <summary>
/// How a statement that gives rows a value goes through a table: by key, so many rows at a time, each batch in a transaction of its own.
/// Rows that have their value are passed over, so that a run that died is taken up again by the next. All texts are SQL.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Missing">The condition under which a row lacks its value.</param>
/// <param name="Key">The columns of the primary key.</param>
/// <param name="Rows">How many rows at a time.</param>
/// <param name="Pause">How long to wait between two batches, in milliseconds.</param>
public sealed record RowFill(string Table, string Missing, EquatableArray<string> Key, long Rows, long Pause);
