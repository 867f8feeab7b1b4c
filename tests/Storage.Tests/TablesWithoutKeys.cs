using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Xunit;

namespace Advocacy.Tests.Storage;

/// <summary>A table service that takes tokens only over HTTPS, with a certificate that only these tests trust; and an endpoint that lends an identity.</summary>
public sealed class TablesWithoutKeys : IAsyncLifetime
{
    public const string Name = "tables without keys";

    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly X509Certificate2 _certificate;
    private readonly Azurite _azurite;

    public TablesWithoutKeys()
    {
        var (certificate, key) = (Path.Combine(_folder, "certificate.pem"), Path.Combine(_folder, "key.pem"));
        _certificate = Certificate();
        File.WriteAllText(certificate, _certificate.ExportCertificatePem());
        File.WriteAllText(key, _certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _azurite = new(["--oauth", "basic", "--cert", certificate, "--key", key]);
    }

    internal IdentityEndpoint Identity { get; private set; } = null!;

    public Uri Account => new($"https://127.0.0.1:{_azurite.Port}/devstoreaccount1");

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        Identity = await IdentityEndpoint.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Identity.DisposeAsync();
        await _azurite.DisposeAsync();
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Trusts the one certificate, and no other.</summary>
    /// <param name="meddle">What becomes of a request instead of reaching the service; null where it goes there.</param>
    internal HttpPipelineTransport Transport(Func<HttpRequestMessage, HttpResponseMessage?>? meddle = null)
    {
        var thumbprint = _certificate.Thumbprint;
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == thumbprint };
        return new HttpClientTransport(new Meddling(meddle ?? (_ => null)) { InnerHandler = handler });
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Azurite of the tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private sealed class Meddling(Func<HttpRequestMessage, HttpResponseMessage?> meddle) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            meddle(request) ?? await base.SendAsync(request, cancellationToken);
    }
}

// The identity comes by this process's environment, of which there is one: the classes run one after the other.
[CollectionDefinition(TablesWithoutKeys.Name)]
public sealed class SharedTablesWithoutKeys : ICollectionFixture<TablesWithoutKeys>;
