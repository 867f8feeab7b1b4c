namespace Advocacy.Functions.Webhooks;

/// <summary>
/// What an event of Stripe's says happened, and to what. A hint: it says whether Stripe need be asked, and about which object, and no fact
/// is made from it. So events of any API version serve, and thin ones, too
/// (<see href="https://docs.stripe.com/event-destinations#events-overview"/>).
/// </summary>
/// <param name="Id">The event's.</param>
/// <param name="Type">As <see cref="EventKinds"/> lists them, without the <c>v1.</c> of thin events.</param>
/// <param name="Livemode">Null where the event does not say.</param>
/// <param name="Subject">The id of the session, invoice, refund or dispute.</param>
internal sealed record EventHint(string Id, string Type, bool? Livemode, string? Subject)
{
    public EventKind Kind => EventKinds.Of(Type);

    /// <summary>The id of the PaymentIntent, where the event names it.</summary>
    public string? Gift { get; init; }

    /// <summary>Whether the event says that no PaymentIntent belongs to its subject, which every gift of ours has.</summary>
    public bool IsWithoutGift { get; init; }

    /// <summary>The subject's status; of a session, its payment status.</summary>
    public string? Status { get; init; }

    /// <summary>Of a session: <c>payment</c>, <c>subscription</c> or <c>setup</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the subject carries our mark; null where the event shows no metadata.</summary>
    public bool? IsOurs { get; init; }

    /// <summary>Of an invoice: whether the event says that it belongs to no subscription.</summary>
    public bool IsOfNoSubscription { get; init; }
}
