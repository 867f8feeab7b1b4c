namespace Advocacy.Functions.Webhooks;

internal static partial class WebhookLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Stripe's event {Event} ({Type}): {Gift} {Key} recorded, new: {IsNew}")]
    public static partial void Recorded(this ILogger log, string @event, string type, string gift, string key, bool isNew);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Stripe's event {Event} ({Type}): {Gift} is recorded without what its metadata no longer says: {Fields}")]
    public static partial void RecordedWithout(this ILogger log, string @event, string type, string gift, string fields);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Stripe's event {Event} ({Type}): {Gift} is for a campaign that the site does not have: {Campaign}")]
    public static partial void CampaignUnknown(this ILogger log, string @event, string type, string gift, string campaign);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stripe's event {Event} ({Type}) ignored: {Reason}")]
    public static partial void Ignored(this ILogger log, string @event, string type, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe's event {Event} ({Type}) refused: {Reason}")]
    public static partial void Refused(this ILogger log, string @event, string type, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was refused: {Reason}")]
    public static partial void Rejected(this ILogger log, string reason);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Stripe's event {Event} ({Type}) is not stored yet, and Stripe will send it again: {Reason}")]
    public static partial void NotStored(this ILogger log, string @event, string type, string reason);
}
