namespace SchemaSync.Engine.Plans;

/// <summary>What a step does to one table, for a program that changes large tables by copying
/// them while everybody works (gh-ost, pt-online-schema-change).</summary>
/// <param name="Table">The table, by the name it has when the step runs.</param>
/// <param name="Alter">The clauses of the ALTER TABLE, without its beginning and without promises about how the server does it.</param>
/// <param name="Obstacle">Why such a program must not do it, as the end of "cannot be handed over:"; empty when it may.</param>
public sealed record TableChange(QualifiedName Table, string Alter, string Obstacle = "");
