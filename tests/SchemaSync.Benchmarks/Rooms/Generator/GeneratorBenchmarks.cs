using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Benchmarks;

/// <summary>Every run gets a compilation in which nothing is bound yet, as every keystroke does.</summary>
public class ColdGenerator
{
    private readonly IIncrementalGenerator _ours = ShippedGenerator.Load();
    private CSharpCompilation _project = null!;

    [IterationSetup]
    public void Prepare()
    {
        _project = SampleProject.Fresh();
        GC.Collect();
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver Floor() => SampleProject.Driver(new FloorGenerator()).RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver Ours() => SampleProject.Driver(_ours).RunGenerators(_project);
}

/// <summary>The run after an edit, with everything before it cached.</summary>
public class GeneratorAfterEdit
{
    private readonly CSharpCompilation _before = SampleProject.Fresh();
    private GeneratorDriver _floor = null!;
    private GeneratorDriver _ours = null!;
    private CSharpCompilation _project = null!;

    [GlobalSetup]
    public void RunOnce()
    {
        _floor = SampleProject.Driver(new FloorGenerator()).RunGenerators(_before);
        _ours = SampleProject.Driver(ShippedGenerator.Load()).RunGenerators(_before);
    }

    [IterationSetup(Targets = [nameof(Floor), nameof(Ours)])]
    public void EditElsewhere() => Prepare(SampleProject.EditElsewhere(_before));

    [IterationSetup(Target = nameof(OursAfterBody))]
    public void EditBody() => Prepare(SampleProject.EditBody(_before));

    [IterationSetup(Target = nameof(OursAfterProperty))]
    public void EditProperty() => Prepare(SampleProject.EditProperty(_before));

    [Benchmark(Baseline = true)]
    public GeneratorDriver Floor() => _floor.RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver Ours() => _ours.RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver OursAfterBody() => _ours.RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver OursAfterProperty() => _ours.RunGenerators(_project);

    private void Prepare(CSharpCompilation project)
    {
        _project = project;
        GC.Collect();
    }
}
