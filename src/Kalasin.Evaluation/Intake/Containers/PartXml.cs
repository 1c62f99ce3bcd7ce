using System.Text;
using System.Xml;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Forward reading of a part's XML within limits: no document type, no resolver, bounded depth and text.</summary>
internal sealed class PartXml : IDisposable
{
    private const int StepsPerNode = 8;

    /// <summary>The reader compares attributes with each other, up to some hundred in pairs.</summary>
    private const int StepsPerAttribute = 32;

    private readonly Func<Stream> open;
    private readonly string name;
    private readonly Budget budget;
    private readonly XmlReader reader;
    private readonly char[] chunk = new char[1024];
    private readonly StringBuilder builder = new();
    private bool rootSeen;

    public PartXml(Func<Stream> open, string name, PartNames names, Budget budget)
    {
        (this.open, this.name, this.budget) = (open, name, budget);
        reader = XmlReader.Create(open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = names,
        });
    }

    /// <summary>An attribute of the current element by local name without namespace, or <see langword="null"/>.</summary>
    public string? this[string attribute]
    {
        get
        {
            budget.Spend(reader.AttributeCount);
            var value = reader.GetAttribute(attribute);
            return value is null || value.Length <= budget.Limits.CellCharacters ? value : throw TooLong();
        }
    }

    /// <summary>An attribute that stands in a namespace, by local name: <c>r:id</c>, whichever edition of the standard its namespace is from.</summary>
    public string? Qualified(string localName)
    {
        string? value = null;
        budget.Spend(reader.AttributeCount);
        for (var more = reader.MoveToFirstAttribute(); more && value is null; more = reader.MoveToNextAttribute())
            if (reader.LocalName == localName && reader.NamespaceURI.Length > 0) value = reader.Value;
        reader.MoveToElement();
        return value;
    }

    /// <summary>Whether the current element is called so, in whichever namespace (transitional and strict files differ).</summary>
    public bool Is(string localName) => reader.LocalName == localName;

    /// <summary>The current element, to read the children of.</summary>
    public XmlParent Here => new(reader.Depth, reader.IsEmptyElement);

    /// <summary>Moves to the root element.</summary>
    public XmlParent Root()
    {
        while (Read())
            if (reader.NodeType == XmlNodeType.Element) return Here;
        throw new ContentRefusedException(Damaged, name);
    }

    /// <summary>Moves to the next child element; <see langword="false"/> at the parent's end. What the caller left unread is passed over.</summary>
    public bool NextChild(XmlParent parent)
    {
        if (parent.IsEmpty) return false;
        while (Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == parent.Depth + 1) return true;
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == parent.Depth) return false;
        }
        return false;
    }

    /// <summary>The text of the current element, up to its end.</summary>
    public string Text()
    {
        AppendText(Empty());
        return builder.ToString();
    }

    /// <summary>The one place where texts of the part are put together, empty; what was put together there before is gone.</summary>
    public StringBuilder Empty() => builder.Clear();

    /// <summary>Appends the text of the current element, up to its end.</summary>
    public void AppendText(StringBuilder text)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            for (int count; (count = ReadChunk()) > 0;)
            {
                text.Append(chunk, 0, count);
                if (text.Length > budget.Limits.CellCharacters) throw TooLong();
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private int ReadChunk()
    {
        try
        {
            return reader.ReadValueChunk(chunk, 0, chunk.Length);
        }
        catch (XmlException)
        {
            throw new ContentRefusedException(Damaged, name);
        }
    }

    private bool Read()
    {
        try
        {
            if (!reader.Read()) return false;
        }
        catch (Exception unreadable) when (unreadable is XmlException or NotSupportedException or ArgumentException) // the latter for encodings
        {
            throw new ContentRefusedException(!rootSeen && HasDocumentType() ? Dtd : Damaged, name);
        }
        budget.Spend(StepsPerNode + StepsPerAttribute * reader.AttributeCount);
        if (reader.NodeType == XmlNodeType.Element)
        {
            rootSeen = true;
            if (reader.Depth >= budget.Limits.XmlDepth) throw new ContentRefusedException(TooDeep, Count(budget.Limits.XmlDepth), name);
        }
        return true;
    }

    private ContentRefusedException TooLong() => new(TextTooLong, Count(budget.Limits.CellCharacters), name);

    /// <summary>The reader's exception doesn't tell a prohibited document type from any other fault.</summary>
    private bool HasDocumentType()
    {
        var start = new byte[64 << 10];
        using var again = open();
        var count = again.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, count).IndexOf("<!DOCTYPE"u8) >= 0 || start.AsSpan(0, count).IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0;
    }
}

/// <summary>An element whose children are being read.</summary>
internal readonly record struct XmlParent(int Depth, bool IsEmpty);
