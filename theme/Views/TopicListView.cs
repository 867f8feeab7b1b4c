using Advocacy.Content;
using Advocacy.Content.Settings;

namespace Advocacy.Theme.Views;

public sealed record TopicListView(EquatableArray<(Topic Topic, int Count)> Topics) : View;
