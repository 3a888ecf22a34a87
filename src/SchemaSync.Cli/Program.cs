using System.CommandLine;
using SchemaSync.Cli;
using SchemaSync.Cli.Verbs;

var secrets = new Secrets();
foreach (var argument in args) secrets.Learn(argument);
var terminal = new Terminal(secrets);
var parsed = CommandLine.Root(terminal, new AdapterRegistry(Composition.Adapters)).Parse(args, CommandLine.Parsing);
if (parsed.Errors.Count > 0 && !CommandLine.AsksForHelp(args)) return CommandLine.Refuse(parsed, terminal);
using var interruption = new Interruption(() => terminal.Error($"schemasync: error {Invocation.Late(parsed)}"));
// The library's own way to end gives a run two seconds and says nothing.
return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token).ConfigureAwait(false);
