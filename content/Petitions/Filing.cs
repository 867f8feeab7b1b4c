using Advocacy.Content.Documents;

namespace Advocacy.Content.Petitions;

public enum FilingKind { Original, FollowUp, Response, Request, Decision, Other }

/// <param name="Document">Null where the filing is known but no file of it is.</param>
public sealed record Filing(FilingKind Kind, string Title, DateOnly Date, string From, string To, string? Text, Document? Document);
