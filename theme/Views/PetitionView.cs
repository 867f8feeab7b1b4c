using Advocacy.Content;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;

namespace Advocacy.Theme.Views;

public sealed record PetitionView(Petition Petition, EquatableArray<PressRelease> Related) : View;
