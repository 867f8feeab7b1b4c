using Advocacy.Content.Settings;

namespace Advocacy.Content.Campaigns;

public sealed record Banner(string Text, Link Link);
