using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Which layers a viewer shows when it opens the file: optional content (ISO 32000-1, 8.11).</summary>
internal sealed class Layers
{
    private readonly PdfObjects _objects;
    private readonly HashSet<IndirectReference> _off = [];

    public Layers(PdfObjects objects)
    {
        _objects = objects;
        if (objects.Entry(objects.Catalog, "OCProperties") is not DictionaryToken properties
            || objects.Entry(properties, "D") is not DictionaryToken configuration)
            return;
        if (objects.Entry(configuration, "BaseState") is NameToken { Data: "OFF" })
            _off.UnionWith(References(properties, "OCGs"));
        _off.ExceptWith(References(configuration, "ON"));
        _off.UnionWith(References(configuration, "OFF"));
    }

    /// <summary>Whether what is in the span is not shown.</summary>
    public bool IsOff(MarkedSpan? span)
    {
        for (; _off.Count > 0 && span is not null; span = span.Outer)
        {
            if (span.Layer is not null && IsOff(span.Layer))
                return true;
        }
        return false;
    }

    /// <param name="layer">A group or a membership, or a reference to one.</param>
    private bool IsOff(IToken layer)
    {
        if (layer is IndirectReferenceToken reference && _off.Contains(reference.Data))
            return true;
        if (_objects.Follow(layer) is not DictionaryToken membership || !membership.TryGet(NameToken.Create("OCGs"), out IToken? groups))
            return false;
        IToken[] members = _objects.Follow(groups) is ArrayToken array ? [.. array.Data] : [groups];
        var off = members.Count(IsGroupOff);
        return members.Length > 0 && (_objects.Entry(membership, "P") as NameToken)?.Data switch
        {
            "AllOn" => off > 0,
            "AnyOff" => off == 0,
            "AllOff" => off < members.Length,
            _ => off == members.Length,
        };
    }

    private bool IsGroupOff(IToken token) => token is IndirectReferenceToken reference && _off.Contains(reference.Data);

    private IEnumerable<IndirectReference> References(DictionaryToken dictionary, string name) =>
        _objects.Entry(dictionary, name) is ArrayToken array
            ? array.Data.OfType<IndirectReferenceToken>().Select(r => r.Data)
            : [];
}
