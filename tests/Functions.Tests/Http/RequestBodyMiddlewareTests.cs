using Advocacy.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

/// <summary>
/// The real host was seen to make an error of an answer that came before the request's end. In the emulator our server reads the rest by
/// itself, which would hide that; so the middleware is tested apart from both.
/// </summary>
public sealed class RequestBodyMiddlewareTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task BodyIsReadToItsEndBeforeTheAnswer(int size)
    {
        using var body = new MemoryStream(new byte[size]);

        await AnswerAsync(body);

        Assert.Equal(size, body.Position);
    }

    [Fact]
    public async Task BodyOfASenderWhoHasGoneDelaysNothing()
    {
        await using var body = new Broken();

        await AnswerAsync(body);

        Assert.True(body.IsRead);
    }

    private static async Task AnswerAsync(Stream body)
    {
        var (http, response) = (new DefaultHttpContext(), new Response());
        http.Features.Set<IHttpResponseFeature>(response);
        http.Features.Set<IHttpRequestBodyDetectionFeature>(new Announced());
        http.Request.Body = body;
        var invocation = new Invocation(http);
        Assert.Same(http, invocation.GetHttpContext());

        await new RequestBodyMiddleware().Invoke(invocation, _ => Task.CompletedTask);
        foreach (var start in response.Starting)
            await start();
    }

    private sealed class Announced : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    private sealed class Response : HttpResponseFeature
    {
        public List<Func<Task>> Starting { get; } = [];

        public override void OnStarting(Func<object, Task> callback, object state) => Starting.Add(() => callback(state));
    }

    private sealed class Broken : MemoryStream
    {
        public bool IsRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsRead = true;
            throw new IOException("The sender has gone.");
        }
    }

    private sealed class Invocation(HttpContext http) : FunctionContext
    {
        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object> { ["HttpRequestContext"] = http };

        public override string InvocationId => throw new NotSupportedException();

        public override string FunctionId => throw new NotSupportedException();

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices { get; set; } = null!;

        public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }
}
