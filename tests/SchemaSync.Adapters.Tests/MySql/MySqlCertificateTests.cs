using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>Whoever refuses a server's certificate is told which fault it has and what to write.</summary>
public sealed class MySqlCertificateTests
{
    [Theory]
    [InlineData("{ca}", "db.example.org", false, SslPolicyErrors.RemoteCertificateNameMismatch,
        "is for db.example.org and not for 127.0.0.1; write that name as Server=")]
    [InlineData("{ca}", "localhost", true, SslPolicyErrors.RemoteCertificateChainErrors, "and not now; have it renewed")]
    [InlineData("{other}", "localhost", false, SslPolicyErrors.RemoteCertificateChainErrors,
        "nobody whom this machine trusts has signed its certificate; name the authority that did with SslCa=")]
    [InlineData("", "localhost", false, SslPolicyErrors.RemoteCertificateChainErrors, "nobody whom this machine trusts")]
    [InlineData("/no/such/ca.pem", "localhost", false, SslPolicyErrors.RemoteCertificateChainErrors,
        "SslCa=/no/such/ca.pem is no file with certificates")]
    public async Task The_fault_of_a_certificate_is_told_with_its_cure(string authority, string name, bool isExpired,
        SslPolicyErrors errors, string why)
    {
        using var directory = new TemporaryDirectory();
        using var signer = Authority();
        using var other = Authority();
        var files = new Dictionary<string, X509Certificate2> { ["{ca}"] = signer, ["{other}"] = other };
        if (files.TryGetValue(authority, out var trusted)) await File.WriteAllTextAsync(authority = directory.File("ca.pem"),
            trusted.ExportCertificatePem(), Token);
        using var certificate = Server(signer, name, isExpired);
        Assert.Contains(why, MySqlCertificate.Reason("127.0.0.1", authority, certificate, errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MySqlSslMode.VerifyFull)]
    [InlineData(MySqlSslMode.VerifyCA)]
    public async Task A_refused_certificate_is_no_server_that_does_not_answer(MySqlSslMode mode)
    {
        using var directory = new TemporaryDirectory();
        using var other = Authority();
        await File.WriteAllTextAsync(directory.File("ca.pem"), other.ExportCertificatePem(), Token);
        var connection = new MySqlConnectionStringBuilder(TestServer.MySql97.ConnectionString) { SslMode = mode,
            SslCa = directory.File("ca.pem") }.ConnectionString;
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => new MySqlAdapter()
            .OpenAsync(new("test", ProviderNames.MySql, connection), SessionAccess.Read, Token));
        Assert.StartsWith("SSY0231: the encrypted connection to test on 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nobody whom this machine trusts", failure.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=test {Guid.NewGuid():n}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
    }

    private static X509Certificate2 Server(X509Certificate2 authority, string name, bool isExpired)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var end = DateTimeOffset.UtcNow.AddDays(isExpired ? -1 : 30);
        using var signed = request.Create(authority, end.AddDays(-90), end, [1, 2, 3, 4]);
        return X509CertificateLoader.LoadCertificate(signed.RawData);
    }
}
