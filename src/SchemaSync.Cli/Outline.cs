using Spectre.Console;

namespace SchemaSync.Cli;

/// <summary>A tree of lines. What is added is made printable here, before colours are: afterwards nobody could tell them apart.</summary>
internal sealed class Outline
{
    private readonly IHasTreeNodes _node;

    public Outline(string text) : this(new Tree(new Text(Printable.Line(text))))
    {
    }

    private Outline(IHasTreeNodes node) => _node = node;

    /// <summary>The tree to draw; of the root alone.</summary>
    public Tree Tree => (Tree)_node;

    /// <summary>A line below this one.</summary>
    public Outline Add(string text, Style? style = null) => new(_node.AddNode(new Text(Printable.Line(text), style)));

    /// <summary>A text whose lines are its own, such as a statement.</summary>
    public void AddLines(string text, Style? style = null) => _node.AddNode(new Text(Printable.Lines(text), style));
}
