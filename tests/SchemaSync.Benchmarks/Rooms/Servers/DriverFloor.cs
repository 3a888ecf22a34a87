using System.Data.Common;

namespace SchemaSync.Benchmarks;

/// <summary>What it costs to take every value of a result from the driver, and nothing else.</summary>
internal static class DriverFloor
{
    public static long Take(DbDataReader reader)
    {
        var taken = 0L;
        var isText = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetFieldType(i) == typeof(string)).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < isText.Length; i++)
            {
                if (reader.IsDBNull(i)) continue;
                taken += isText[i] ? reader.GetString(i).Length : reader.GetValue(i).GetHashCode() & 1;
            }
        }

        return taken;
    }
}
