using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>The child's side of <see cref="AnalyzerRoom"/>.</summary>
internal static class AnalyzerChild
{
    /// <summary>
    /// Floor and product over a project that nobody has looked at, and after the generator; then the floor after an edit elsewhere, and the
    /// product after one elsewhere, of a body and of a property.
    /// </summary>
    public static double[] Measure(Effort effort, string name)
    {
        // The compiler's own part of each run takes seconds.
        effort = effort.Fewer();
        var (classes, tables) = (SampleClasses.Of(name), effort.Of(2000));
        var ours = ShippedGenerator.Analyzer();
        var generator = ShippedGenerator.Load();
        var cold = Turns.Take(effort, () => Analyze(new FloorAnalyzer(), SampleProject.Fresh(classes, tables)),
            () => Analyze(ours, SampleProject.Fresh(classes, tables)));
        var built = Turns.Take(effort, () => Analyze(new FloorAnalyzer(), Generated(tables)), () => Analyze(ours, Generated(tables)));
        // Each edit is of what the edit before it left, as when somebody types.
        var (floor, measured) = (SampleProject.Fresh(classes, tables), SampleProject.Fresh(classes, tables));
        Analyze(ours, measured);
        var edits = 0;
        var after = Turns.Take(
            effort,
            () => Analyze(new FloorAnalyzer(), floor = SampleProject.EditElsewhere(floor, edits++)),
            () => Analyze(ours, measured = SampleProject.EditElsewhere(measured, edits++)),
            () => Analyze(ours, measured = SampleProject.EditBody(classes, measured, tables / 2, edits++)),
            () => Analyze(ours, measured = SampleProject.EditProperty(classes, measured, tables / 2, edits++)));
        return [cold[0].Cpu, cold[1].Cpu, built[0].Cpu, built[1].Cpu, .. after.Select(a => a.Cpu)];

        CSharpCompilation Generated(int count)
        {
            SampleProject.Driver(generator).RunGeneratorsAndUpdateCompilation(SampleProject.Fresh(classes, count), out var output, out _);
            return (CSharpCompilation)output;
        }
    }

    // What the compiler does beside it takes seconds and differs from run to run by more than the limit: the time in the analyzer alone.
    private static Cost Analyze(DiagnosticAnalyzer analyzer, CSharpCompilation project)
    {
        var run = project.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([], SampleProject.Options),
            onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var result = run.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        var time = result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds;
        return new(time, time);
    }
}
