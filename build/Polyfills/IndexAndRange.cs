// Lets netstandard2.0 projects write text[^1] and text[1..]; the compiler turns both into Length and Substring.
namespace System;

internal readonly struct Index(int value, bool fromEnd = false) : IEquatable<Index>
{
    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public int Value { get; } = value;

    public bool IsFromEnd { get; } = fromEnd;

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    public bool Equals(Index other) => Value == other.Value && IsFromEnd == other.IsFromEnd;

    public override bool Equals(object? obj) => obj is Index other && Equals(other);

    public override int GetHashCode() => IsFromEnd ? ~Value : Value;
}

internal readonly struct Range(Index start, Index end) : IEquatable<Range>
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);

    public override bool Equals(object? obj) => obj is Range other && Equals(other);

    public override int GetHashCode() => Start.GetHashCode() * 31 + End.GetHashCode();
}
