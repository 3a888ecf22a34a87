using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>Compiles a model, lets EF Core make its database, and compares that with what our generator read.</summary>
internal static class Judge
{
    /// <summary>Fails with the differences, EF's script and our declaration.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="tenant">An empty database.</param>
    /// <param name="run">Runs a script there.</param>
    /// <param name="options">How EF reaches it.</param>
    public static async Task CheckAsync(string model, TenantContext tenant, Func<string, object> run, DbContextOptions options)
    {
        var token = TestContext.Current.CancellationToken;
        var file = ModelFile.Of(model);
        var compiled = await CompiledModel.OfAsync(file, tenant.Provider, token);
        var script = "";
        try
        {
            foreach (var context in compiled.Contexts(options))
            {
                await using var _ = context;
                // The statements of EnsureCreated, which would ask the database first what there is.
                script += context.Database.GenerateCreateScript();
            }

            run(script);
        }
        catch (Exception e) when (file.IsRefused(tenant.Provider))
        {
            Assert.True(compiled.Findings.Any(f => f.Severity == DiagnosticSeverity.Error),
                $"EF says: {e.Message}\nwe say: {string.Join("\n", compiled.Findings)}");
            return;
        }

        Assert.False(file.IsRefused(tenant.Provider), "EF takes it");
        if (file.NotCarried(tenant.Provider) is { } codes)
        {
            Assert.Equal(codes, compiled.Findings.Select(f => f.Id).Distinct());
            return;
        }

        var problem = await ProblemAsync(compiled, tenant, script, token);
        Assert.True(problem is null, $"{model} on {tenant.Provider}\n{problem}");
    }

    private static async Task<string?> ProblemAsync(CompiledModel compiled, TenantContext tenant, string script,
        CancellationToken cancellation)
    {
        // Advice, such as that of an index which another one makes needless, is no difference.
        var said = compiled.Findings.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.ToString()).ToList();
        var assembly = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(assembly, compiled.Image, cancellation);
            var target = ManifestReader.Read(assembly, tenant.Provider);
            var differences = await Comparison.DifferencesAsync(tenant, target, cancellation);
            return said.Count + differences.Count == 0
                ? null
                : Lines([.. said, .. differences, "EF makes:", script, "we declare:", .. Comparison.Shown(tenant.Provider, target)]);
        }
        catch (SchemaSyncException e)
        {
            return Lines([.. said, e.Message, "EF makes:", script]);
        }
        finally
        {
            File.Delete(assembly);
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);
}
