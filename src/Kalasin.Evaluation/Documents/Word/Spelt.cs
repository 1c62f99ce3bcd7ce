using System.Xml;
using DocumentFormat.OpenXml;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A piece of the main part that is spelt straight into its bytes, among elements: a tree of elements costs many times its text.</summary>
/// <param name="numbers">The file being written.</param>
internal abstract class Spelt(Numbers numbers) : OpenXmlLeafElement
{
    /// <inheritdoc/>
    public override void WriteTo(XmlWriter xmlWriter)
    {
        // Closes the tag of the element around it.
        xmlWriter.WriteRaw("");
        xmlWriter.Flush();
        Write(numbers.Bytes);
    }

    /// <summary>Writes it as it stands in the main part.</summary>
    protected abstract void Write(RentedStream xml);
}

/// <summary>Runs of a paragraph, or whole paragraphs.</summary>
/// <param name="numbers">The file being written.</param>
/// <param name="write">Writes them as they stand in the main part.</param>
internal sealed class SpeltText(Numbers numbers, Action<RentedStream> write) : Spelt(numbers)
{
    /// <inheritdoc/>
    protected override void Write(RentedStream xml) => write(xml);
}
