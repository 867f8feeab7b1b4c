using Advocacy.Preview.Backend;
using Advocacy.Preview.StripeEmulator.Pages;

namespace Advocacy.Preview.Panel;

/// <summary>The panel over HTTP.</summary>
public sealed class PanelEndpoint(LocalBackend backend)
{
    public const string Path = "/_preview/";

    /// <summary>So long an answer waits for the events that its button made, to show how they fared.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private volatile string? _message;

    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            var message = _message;
            _message = null;
            var words = backend.Options.Wording.For(context);
            await PageAnswer.SendAsync<PanelPage>(context, 200, new()
            {
                [nameof(PanelPage.Words)] = words,
                [nameof(PanelPage.View)] = PanelView.Of(backend, message, words),
            });
            return;
        }
        if (PageAnswer.IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (action, id) = (form["do"].ToString(), form["id"].ToString());
        _message = await PanelActions.DoAsync(backend, action, id, backend.Options.Wording.For(context), context.RequestAborted);
        await UntilQuietAsync();
        var place = form["of"].ToString();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = place.Length > 0 ? $"{Path}#{Uri.EscapeDataString(place)}" : Path;
    }

    private async Task UntilQuietAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await (backend.Stripe?.WebhookOutbox.QuietAsync(patience.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // They will be seen when the panel is loaded again.
        }
    }
}
