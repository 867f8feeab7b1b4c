namespace Advocacy.Content.Settings;

/// <param name="Text">What the state's law asks a charity to print where it asks for gifts.</param>
public sealed record StateDisclosure(string State, string Text);
