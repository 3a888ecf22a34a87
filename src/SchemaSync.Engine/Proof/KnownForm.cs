namespace SchemaSync.Engine.Proof;

/// <summary>What a declaration became on a server, and what it was: of the next one only what differs has to be tried.</summary>
/// <param name="Declared">The declaration, in source form.</param>
/// <param name="Settled">The same as the server prints it.</param>
internal sealed record KnownForm(Snapshot Declared, Snapshot Settled);
