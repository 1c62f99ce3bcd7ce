using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Pictures of a document, each written once.</summary>
internal sealed class DocumentPictures(PdfFile file, List<string> violations)
{
    private readonly Dictionary<byte[], string> names = new(ReferenceEqualityComparer.Instance as IEqualityComparer<byte[]>);
    private readonly List<(string Name, int Id)> order = [];

    /// <summary>Name of a picture that was added in the resources of pages.</summary>
    public string this[ImmutableArray<byte> picture] => names[ImmutableCollectionsMarshal.AsArray(picture)!];

    /// <summary>Writes a picture, unless it is written already.</summary>
    public void Add(ImmutableArray<byte> picture)
    {
        var bytes = ImmutableCollectionsMarshal.AsArray(picture)!;
        var name = $"I{order.Count + 1}";
        if (!names.TryAdd(bytes, name)) return;
        var id = file.Reserve();
        order.Add((name, id));
        if (PictureData.Read(picture.AsSpan(), out var why) is { } data)
            file.Stream(
                id,
                $"/Type/XObject/Subtype/Image/Width {data.Width}/Height {data.Height}/BitsPerComponent 8/ColorSpace{data.ColourSpace}{data.Filter}",
                data.Bytes.Span, compress: data.Filter.Length == 0);
        else
        {
            violations.Add(why);
            file.Stream(id, "", []);
        }
    }

    /// <summary>Entries of an XObject resource dictionary.</summary>
    public string Entries => string.Concat(order.Select(o => $"/{o.Name} {o.Id} 0 R"));
}
