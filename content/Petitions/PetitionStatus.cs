namespace Advocacy.Content.Petitions;

public enum PetitionState { Filed, Pending, Granted, Denied, Closed, Unknown }

public sealed record PetitionStatus(DateOnly Date, PetitionState State, string? Text);
