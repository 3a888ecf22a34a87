using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>
/// Why a server's certificate was refused. The driver only says that it was, so the server is asked for it once more, with an answer that
/// is no in any case: nothing follows, and no password is sent.
/// </summary>
internal static class Certificate
{
    /// <summary>Whether an exception comes from the encryption of a connection.</summary>
    public static bool IsRefused(Exception exception) => exception is AuthenticationException
        || (exception is MySqlException && exception.InnerException is AuthenticationException);

    /// <summary>The diagnostic.</summary>
    public static async Task<Diagnostic> ExplainAsync(Settings settings, Exception refusal, CancellationToken cancellationToken)
    {
        var reason = default(string);
        try
        {
            using var connection = settings.Unverified();
            connection.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                if (certificate is null) return false;
                using var own = new X509Certificate2(certificate);
                reason = Reason(settings.Host, settings.CertificateAuthority, own, errors);
                return false;
            };
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is MySqlException or AuthenticationException or IOException or InvalidOperationException or NotSupportedException)
        {
            // It is meant to fail; what it found is in the reason.
        }

        return Diagnostic.Of(InspectionDiagnostics.CertificateRefused, settings.DisplayName, reason
            ?? $"{(refusal.InnerException ?? refusal).Message.TrimEnd('.')}; check the server's certificate, SslMode and TlsVersion");
    }

    /// <summary>What is wrong with a certificate, and what to write.</summary>
    /// <param name="host">The name that was asked for.</param>
    /// <param name="authority">The file with those whose signature counts; empty for this machine's own.</param>
    /// <param name="own">The certificate.</param>
    /// <param name="errors">What the system says about its name.</param>
    internal static string Reason(string host, string authority, X509Certificate2 own, SslPolicyErrors errors)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        var isKnown = true;
        if (authority.Length > 0)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            isKnown = Load(chain.ChainPolicy.CustomTrustStore, authority);
        }

        if (!isKnown) return $"SslCa={authority} is no file with certificates; name the authority that signed the server's";
        chain.Build(own);
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return string.Create(CultureInfo.InvariantCulture, $"its certificate is valid from {own.NotBefore:yyyy-MM-dd} to ")
                + string.Create(CultureInfo.InvariantCulture, $"{own.NotAfter:yyyy-MM-dd}, and not now; have it renewed, ")
                + "or correct this machine's clock";
        if (status != X509ChainStatusFlags.NoError)
            return "nobody whom this machine trusts has signed its certificate; name the authority that did with SslCa=…, or write "
                + "SslMode=Required to encrypt without looking at it";
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? $"its certificate is for {Names(own)} and not for {host}; write that "
                + "name as Server=…, or SslMode=VerifyCA to look at the signature alone"
            : "its certificate is not accepted; check SslMode, SslCa and TlsVersion";
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString()))).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.DnsName, false);
    }

    private static bool Load(X509Certificate2Collection store, string path)
    {
        try
        {
            store.ImportFromPemFile(path);
            return store.Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
