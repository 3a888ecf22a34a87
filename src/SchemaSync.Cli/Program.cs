using System.CommandLine;
using SchemaSync.Cli;
using SchemaSync.Cli.Verbs;

var secrets = new Secrets();
foreach (var argument in args) secrets.Learn(argument);
var terminal = new Terminal(secrets);
var parsed = CommandLine.Root(terminal, new AdapterRegistry(Composition.Adapters)).Parse(args, CommandLine.Parsing);
return parsed.Errors.Count > 0 && !CommandLine.AsksForHelp(args)
    ? CommandLine.Refuse(parsed, terminal)
    : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
