using System.ComponentModel;
using System.Globalization;

namespace SchemaSync.Hosting.Settings;

/// <summary>Lets any binder of configurations make a provider of its name.</summary>
internal sealed class DatabaseProviderConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string name ? new DatabaseProvider(name) : base.ConvertFrom(context, culture, value);
}
