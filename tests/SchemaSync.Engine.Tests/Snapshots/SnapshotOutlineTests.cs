using System.Text;

namespace SchemaSync.Engine.Tests;

/// <summary>A snapshot file of which only that is read what differs is the same as one that is read whole.</summary>
public sealed class SnapshotOutlineTests : IDisposable
{
    private static readonly Snapshot All = new() { Form = Sample.Form, Objects = Everything.Objects() };

    private static readonly string TheFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(TheFile);

    [Fact]
    public void Without_anything_beside_it_the_whole_file_is_read()
    {
        foreach (var snapshot in new[] { Sample.Full(), All })
        {
            var whole = SnapshotFile.Read(SnapshotFile.Write(snapshot), "f");
            var (resolved, read) = OutlineOf(snapshot).Resolve([]);
            Same(whole, resolved);
            Assert.Equal(whole.Objects.Count, read.Count);
        }
    }

    [Fact]
    public void What_is_there_already_is_not_read()
    {
        foreach (var snapshot in new[] { Sample.Full(), All })
        {
            var whole = SnapshotFile.Read(SnapshotFile.Write(snapshot), "f");
            var (resolved, read) = OutlineOf(snapshot).Resolve(whole.Objects);
            Same(whole, resolved);
            Assert.DoesNotContain(read, o => o is Table);
            foreach (var table in whole.Tables) Assert.Contains(resolved.Objects, o => ReferenceEquals(o, table));
        }
    }

    [Fact]
    public void A_table_that_differs_in_anything_is_read()
    {
        foreach (var table in All.Tables)
        {
            var snapshot = Of(table);
            var whole = SnapshotFile.Read(SnapshotFile.Write(snapshot), "f");
            foreach (var other in Others(table))
            {
                var (resolved, read) = OutlineOf(snapshot).Resolve([other]);
                Same(whole, resolved);
                Assert.Single(read);
            }
        }
    }

    [Fact]
    public void Rights_that_only_the_database_has_are_no_difference_and_those_the_file_has_are_one()
    {
        var silent = Sample.Customers();
        var granted = (Table)silent.WithGrants(new() { Roles = [new() { Role = "clerk", Privileges = ["SELECT"] }] });
        var (resolved, read) = OutlineOf(Of(silent)).Resolve([granted]);
        Assert.Equal(silent, Assert.Single(resolved.Tables));
        Assert.Empty(read);
        (resolved, read) = OutlineOf(Of(granted)).Resolve([granted]);
        Assert.Equal(granted, Assert.Single(resolved.Tables));
        Assert.Empty(read);
        (resolved, read) = OutlineOf(Of(granted)).Resolve([silent]);
        Assert.Equal(granted, Assert.Single(resolved.Tables));
        Assert.Single(read);
    }

    [Fact]
    public void A_file_with_another_byte_anywhere_is_not_taken_for_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(SnapshotFile.Write(Sample.Full()));
        var whole = SnapshotFile.Read(Encoding.UTF8.GetString(bytes), "f");
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] is (byte)' ' or (byte)'\n') continue;
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            Assert.False(IsWhole(damaged, damaged.Length), $"byte {at}");
        }

        Same(whole, Outline(bytes)!.Resolve([]).Whole);
        Assert.Null(Outline(bytes[..^20]));
        Assert.Null(Outline([]));
    }

    [Fact]
    public void A_file_may_come_in_pieces_of_any_length()
    {
        var bytes = Encoding.UTF8.GetBytes(SnapshotFile.Write(All));
        foreach (var size in new[] { 1, 2, 7, 64, 1000, bytes.Length }) Assert.True(IsWhole(bytes, size));
    }

    [Fact]
    public void A_table_that_was_written_meanwhile_is_not_taken_for_the_one_that_was_there()
    {
        var outline = OutlineOf(Of(Sample.Customers()));
        File.WriteAllText(TheFile, File.ReadAllText(TheFile).Replace("email", "liame", StringComparison.Ordinal));
        Assert.Throws<JsonFormatException>(() => outline.Resolve([]));
    }

    private static bool IsWhole(byte[] bytes, int size)
    {
        using var scan = new OutlineScan(SnapshotFile.Format);
        for (var at = 0; at < bytes.Length; at += size) scan.Take(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
        return scan.End();
    }

    [Fact]
    public void Schemas_of_tables_and_needs_of_others_are_seen_without_reading_them()
    {
        var table = Sample.Customers() with { Name = new(new("sales\"s"), new("t")) };
        var outline = OutlineOf(Of(table));
        Assert.Equal(["sales\"s"], outline.Schemas);
        Assert.False(outline.MayNeedOthers);
        var key = new ForeignKey
        {
            Name = new("k"), Columns = [new("id")], ReferencedTable = new(new("auth"), new("users")), ReferencedColumns = [new("id")],
        };
        Assert.True(OutlineOf(Of(table with { ForeignKeys = [key] })).MayNeedOthers);
        Assert.False(OutlineOf(Of(table with { ForeignKeys = [key with { ReferencedTable = new("users") }] })).MayNeedOthers);
        Assert.True(OutlineOf(Of(table with { External = [new(ObjectId.Top(ObjectKind.Schema, new("auth")), default)] })).MayNeedOthers);
    }

    private static IEnumerable<Table> Others(Table table)
    {
        yield return table with { Comment = table.Comment + "x" };
        yield return table with { Uses = [.. table.Uses, new("another")] };
        yield return table with { Name = new(table.Name.Schema, new(table.Name.Name.Value + "x")) };
        yield return table with { Options = [.. table.Options, new TableOption("x", "y")] };
        yield return table with { Columns = [.. table.Columns.Reverse(), Sample.Column("last")] };
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var at = i;
            yield return table with { Columns = [.. table.Columns.Select((c, n) => n == at ? c with { Nullable = !c.Nullable } : c)] };
            yield return table with { Columns = [.. table.Columns.Where((_, n) => n != at)] };
        }

        if (table.PrimaryKey is not null) yield return table with { PrimaryKey = null };
        if (!table.Indexes.IsEmpty) yield return table with { Indexes = [] };
        if (!table.ForeignKeys.IsEmpty) yield return table with { ForeignKeys = [] };
        if (!table.CheckConstraints.IsEmpty) yield return table with { CheckConstraints = [] };
        if (!table.Opaque.IsEmpty) yield return table with { Opaque = [] };
        if (!table.External.IsEmpty) yield return table with { External = [] };
    }

    private static Snapshot Of(Table table) => new() { Form = Sample.Form, Objects = [table] };

    private static SnapshotOutline OutlineOf(Snapshot snapshot) =>
        Outline(Encoding.UTF8.GetBytes(SnapshotFile.Write(snapshot))) ?? throw new InvalidOperationException("it was not read");

    private static SnapshotOutline? Outline(byte[] bytes)
    {
        File.WriteAllBytes(TheFile, bytes);
        return SnapshotOutline.OfAsync(TheFile, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private static void Same(Snapshot whole, Snapshot resolved)
    {
        Assert.Equal(whole.Objects, resolved.Objects);
        Assert.Equal(whole.Intents, resolved.Intents);
        Assert.Equal(whole.Unsupported, resolved.Unsupported);
        Assert.Equal(whole.Synonyms, resolved.Synonyms);
        Assert.Equal(whole.Form, resolved.Form);
        Assert.Equal(whole.Fingerprint, resolved.Fingerprint);
    }
}
