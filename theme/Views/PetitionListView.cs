using Advocacy.Content;
using Advocacy.Content.Petitions;

namespace Advocacy.Theme.Views;

public sealed record PetitionListView(EquatableArray<Petition> Petitions) : View;
