namespace SchemaSync.Benchmarks;

internal static class Children
{
    public static int Run(string work, string[] arguments) => 2;
}
