
return await new CommandLineTool().RunAsync(args).ConfigureAwait(false);
