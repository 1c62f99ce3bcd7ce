using System.Text;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>
/// What takes the place of stretches of a part; every other byte stays, and passes by without being held. What is put in draws on the memory that the reading of
/// the package may take.
/// </summary>
internal sealed class PartEdits(OfficePackage package, string part)
{
    /// <summary>What an edit takes beside its text.</summary>
    private const int BytesOfEdit = 112;

    private readonly SortedDictionary<(long From, int Order), (long To, string With)> all = [];

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => all.Count == 0;

    /// <summary>Puts something in before a place.</summary>
    public void Insert(long at, string xml) => Replace(at, at, xml);

    /// <summary>Takes a stretch away.</summary>
    public void Remove(long from, long to) => Replace(from, to, "");

    /// <summary>Puts something in the place of a stretch; stretches don't overlap, and what is put in at one place keeps its order.</summary>
    public void Replace(long from, long to, string xml)
    {
        package.Budget.Hold(BytesOfEdit + 2L * xml.Length);
        all.Add((from, all.Count), (to, xml));
    }

    /// <summary>The part as it is afterwards.</summary>
    public PackedBytes Apply() => PackedBytes.Of(target =>
    {
        using var text = package.OpenText(part);
        if (text.IsTranscoded) PassDeclaration(text, target);
        foreach (var ((from, _), (to, with)) in all)
        {
            Copy(text, from, target);
            Copy(text, to, Stream.Null);
            target.Write(Encoding.UTF8.GetBytes(with));
        }
        Copy(text, long.MaxValue, target);
    });

    /// <summary>Copies up to a place.</summary>
    private static void Copy(XmlBytes text, long to, Stream target)
    {
        while (text.Passed < to && text.Reach(1))
        {
            var piece = text.Held[..(int)Math.Min(text.Held.Length, to - text.Passed)];
            target.Write(piece);
            text.Pass(piece.Length);
        }
    }

    /// <summary>What is written is UTF-8, whatever the part said it was.</summary>
    private static void PassDeclaration(XmlBytes text, Stream target)
    {
        text.Reach(200);
        if (!text.Held.StartsWith("<?xml"u8) || text.Held.IndexOf("?>"u8) is not (> 0 and var end)) return;
        text.Pass(end + 2);
        target.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"u8);
    }
}
