using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>Pictures that a part of a form gets: each a part of its own, and a relationship to it.</summary>
/// <param name="part">What the part is called in their names, such as <c>document</c>.</param>
internal sealed class PartPictures(string part)
{
    private readonly List<(string Id, string Name, PictureSize Size, ImmutableArray<byte> Bytes)> all = [];

    /// <summary>What was added: id of the relationship, name in the folder of the part, format and bytes.</summary>
    public IReadOnlyList<(string Id, string Name, PictureSize Size, ImmutableArray<byte> Bytes)> All => all;

    /// <summary>Adds one; gives the id of the relationship.</summary>
    public string Add(ImmutableArray<byte> picture, PictureSize size)
    {
        var number = all.Count + 1;
        all.Add(($"rIdKalasin{number}", $"media/kalasin-{part}-{number}.{(size.IsPng ? "png" : "jpeg")}", size, picture));
        return all[^1].Id;
    }
}
