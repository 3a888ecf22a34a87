namespace SchemaSync.Engine.Tenancy;

/// <summary>Names of tenants' own places: each means the tenant itself to the one that has it, and something else to all
/// others.</summary>
internal static class OwnNames
{
    /// <summary>The tenant's own schema or database; null where it has none, or its connection string cannot be read, which is its own
    /// failure.</summary>
    public static OwnPlace? PlaceOf(AdapterRegistry adapters, TenantContext tenant)
    {
        try
        {
            return adapters.For(tenant.Provider).OwnPlaceOf(tenant);
        }
        catch (SchemaSyncException)
        {
            return null;
        }
    }

    /// <summary>Whether a name may stand in a snapshot's text: as a word, or hidden, where the text cannot hold it as it is.</summary>
    public static bool MayStandIn(string snapshot, Identifier name)
    {
        var word = name.Value;
        if (word.IndexOfAny(['"', '\\']) >= 0) return true;
        for (var at = -1; (at = snapshot.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + word.Length;
            if ((at == 0 || !IsLetter(snapshot[at - 1])) && (end == snapshot.Length || !IsLetter(snapshot[end]))) return true;
        }

        return false;

        static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_';
    }
}
