namespace SchemaSync.Engine.Proof;

/// <summary>
/// Reads the schema that statements of another tool make: the server runs them on scratch, under the same guards as the statements of a
/// plan, and the ordinary inspector reads what it made of them.
/// </summary>
internal sealed class ScratchImport(DatabaseAdapter adapter)
{
    private const int Shown = 80;

    /// <summary>The schema as the server prints it.</summary>
    /// <exception cref="SchemaSyncException">SSY0970: the server refuses a statement. SSY0971: what is read
    /// back lacks a table. SSY0202: it holds what no snapshot keeps.</exception>
    public async Task<Snapshot> RunAsync(TenantContext tenant, ImportedSchema schema, CancellationToken cancellationToken)
    {
        EquatableArray<TopLevelObject> shared = [.. schema.Schemas.Select(s => new Schema { Name = new(s) })];
        var scratch = await Scratch.OpenAsync(adapter, tenant.With(shared), cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var empty = new Snapshot { Form = scratch.Dialect.ServerForm };
            await scratch.BuildAsync(empty.With(shared), cancellationToken).ConfigureAwait(false);
            await scratch.RunAsync([.. schema.Statements.SelectMany(s => Steps(s, schema, scratch.Dialect))], empty,
                (step, reason) => Diagnostic.Of(BuildDiagnostics.ImportRefused, schema.Origin, Head(step.Sql), reason),
                cancellationToken).ConfigureAwait(false);
            var read = await scratch.ReadBackAsync(cancellationToken).ConfigureAwait(false);
            read.RefuseUnsupported();
            CheckMade(schema, read);
            return read.Empty().SpokenOf(read);
        }
    }

    private static IEnumerable<Step> Steps(string text, ImportedSchema schema, Dialect dialect) =>
        dialect.Statements(text).Select(s => new Step
        {
            Sql = s.Sql,
            Serves = $"'{Head(s.Sql)}' of {schema.Origin}",
            Subject = s.Subject ?? ObjectId.Top(ObjectKind.Table, new(new Identifier(schema.Origin))),
        });

    // A table that was made elsewhere would be missing from the target, and so be no difference for ever. Their number tells: what a table
    // is called is the other tool's to say.
    private static void CheckMade(ImportedSchema schema, Snapshot read)
    {
        if (schema.Tables.Count <= read.Tables.Count()) return;
        var there = read.Tables.Select(t => t.Name).ToHashSet();
        throw new SchemaSyncException(BuildDiagnostics.ImportIncomplete,
            string.Join(", ", schema.Tables.Where(t => !there.Contains(t))), schema.Origin);
    }

    private static string Head(string sql)
    {
        var line = sql.TrimStart().Split('\n')[0].Trim();
        return line.Length > Shown ? line[..Shown] + "…" : line;
    }
}
