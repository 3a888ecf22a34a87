using System.Text;

namespace SchemaSync.EfHost;

/// <summary>The answer: pairs of texts, of which the last says that it is whole.</summary>
internal sealed class Answer : IDisposable
{
    private readonly BinaryWriter _writer;

    public Answer(string path) => _writer = new(File.Create(path), new UTF8Encoding(false));

    public void Say(string what, string value)
    {
        _writer.Write(what);
        _writer.Write(value);
    }

    public void Dispose()
    {
        Say("end", "");
        _writer.Dispose();
    }
}
