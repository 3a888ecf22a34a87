using SchemaSync.Benchmarks;

return BenchCommand.Run(args);
