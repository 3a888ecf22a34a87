using System.Collections;
using Microsoft.Build.Framework;

namespace SchemaSync.Tasks.Tests;

/// <summary>What a task says, where no build runs it.</summary>
internal class MessageEngine : IBuildEngine
{
    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildErrorEventArgs> Errors { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string file, string[] targets, IDictionary properties, IDictionary outputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogMessageEvent(BuildMessageEventArgs e) => throw new NotSupportedException();

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);
}
