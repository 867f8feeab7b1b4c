using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Xunit;

namespace Advocacy.Tests.Storage;

/// <summary>
/// Azurite with OAuth: a table service that takes tokens, and these only over HTTPS, with a certificate that only these tests trust; and an
/// endpoint that lends an identity.
/// </summary>
public sealed class AzuriteWithOAuth : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly X509Certificate2 _certificate;
    private readonly Azurite _azurite;

    public AzuriteWithOAuth()
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
    /// <param name="intercept">The answer to a request instead of the service's; null where the request goes there.</param>
    internal HttpPipelineTransport Transport(Func<HttpRequestMessage, HttpResponseMessage?>? intercept = null)
    {
        var thumbprint = _certificate.Thumbprint;
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == thumbprint,
        };
        return new HttpClientTransport(new Interceptor(intercept ?? (_ => null)) { InnerHandler = handler });
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

    private sealed class Interceptor(Func<HttpRequestMessage, HttpResponseMessage?> intercept) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            intercept(request) ?? await base.SendAsync(request, cancellationToken);
    }
}
