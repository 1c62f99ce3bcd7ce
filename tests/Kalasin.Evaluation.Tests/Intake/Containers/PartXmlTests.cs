using System.Text;
using System.Xml;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>Our reader of XML says of every part what the framework's says, and refuses what that refuses.</summary>
public sealed class PartXmlTests
{
    private static string? Ours(byte[] xml)
    {
        try
        {
            var events = new StringBuilder();
            using var part = new PartXml(() => new MemoryStream(xml), "part", new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
            for (var root = part.Root(); part.NextInside(root);)
            {
                var (depth, isEmpty) = part.Here;
                events.Append('<').Append(depth).Append(part["a"u8]).Append(part["ref"u8]);
                if (part.Is("t"u8) || part.Is("v"u8)) events.Append('=').Append(part.Text());
            }
            return events.ToString();
        }
        catch (ContentRefusedException)
        {
            return null;
        }
    }

    private static string? Theirs(byte[] xml)
    {
        try
        {
            var events = new StringBuilder();
            using var reader = XmlReader.Create(new MemoryStream(xml), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var isRoot = true;
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element || isRoot)
                {
                    isRoot &= reader.NodeType != XmlNodeType.Element;
                    reader.Read();
                    continue;
                }
                events.Append('<').Append(reader.Depth).Append(reader.GetAttribute("a")).Append(reader.GetAttribute("ref"));
                if (reader.LocalName is not ("t" or "v"))
                {
                    reader.Read();
                    continue;
                }
                events.Append('=');
                var depth = reader.Depth;
                if (!reader.IsEmptyElement)
                    while (reader.Read() && reader.Depth > depth)
                        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                            events.Append(reader.Value);
                reader.Read();
            }
            return events.ToString();
        }
        catch (Exception refused) when (refused is XmlException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [Theory]
    [InlineData("<x><t>ก&amp;&lt;&#3585;&#x0E02;</t><t a='1&#10;2'/><t><![CDATA[<ก>&]]>ข<!-- - -->ค<b>ง</b></t></x>")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?>\n<!-- ก --><p:x xmlns:p='u' ><p:t p:a='2' a = \"3\" >1\r\n2\r3</p:t ></p:x>\n<!-- -->")]
    [InlineData("<x><v/><v></v><v> </v><t xml:space='preserve'> ก </t><?go <x>?></x>")]
    [InlineData("<x>]<v>1</v>  <v>2</v>\n</x>\n")]
    public void WellFormed_ReadsAsTheFrameworkReads(string xml)
    {
        Assert.NotNull(Ours(Encoding.UTF8.GetBytes(xml)));
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true)])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
            Assert.Equal(Theirs(bytes), Ours(bytes));
        }
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    public void OtherEncodings_ReadTheSame(string name, bool withPreamble)
    {
        var encoding = Encoding.GetEncoding(name);
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><x><t>caf\u00E9</t></x>";
        Assert.Equal("<1=caf\u00E9", Ours([.. withPreamble ? encoding.GetPreamble() : [], .. encoding.GetBytes(xml)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<x>")]
    [InlineData("<x></y>")]
    [InlineData("ก<x/>")]
    [InlineData("<x a='1' a='2'/>")]
    [InlineData("<x a=1/>")]
    [InlineData("<x a='1'b='2'/>")]
    [InlineData("<x a='<'/>")]
    [InlineData("<x>&b;</x>")]
    [InlineData("<x>& </x>")]
    [InlineData("<x><t>&#0;</t></x>")]
    [InlineData("<x><t>&#xD800;</t></x>")]
    [InlineData("<x><t>\u0001</t></x>")]
    [InlineData("<x><1/></x>")]
    [InlineData("<x><!-- </x>")]
    [InlineData("<x><![CDATA[ </x>")]
    [InlineData("<?xml version='1.0' encoding='none-such'?><x/>")]
    public void NotWellFormed_IsRefusedByBoth(string xml)
    {
        Assert.Null(Theirs(Encoding.UTF8.GetBytes(xml)));
        Assert.Null(Ours(Encoding.UTF8.GetBytes(xml)));
    }

    /// <summary>Texts and tags that lie across the ends of what is held at a time.</summary>
    [Fact]
    public void LongParts_ReadAsTheFrameworkReads()
    {
        var random = new Random(2567);
        var xml = new StringBuilder("<x>");
        while (xml.Length < 400_000)
            xml.Append("<v a='").Append('ก', random.Next(40)).Append("'>").Append('1', random.Next(9)).Append("</v><t>").Append('ข', random.Next(9_000)).Append("</t>");
        var bytes = Encoding.UTF8.GetBytes(xml.Append("</x>").ToString());
        Assert.Equal(Theirs(bytes), Ours(bytes));
    }

    /// <summary>What the framework reads we read the same, however a part was spoilt; what we read beyond that is a name with a sign in it.</summary>
    [Fact]
    public void Spoilt_ReadsAsTheFrameworkReadsOrIsRefused()
    {
        var random = new Random(67);
        var start = Encoding.UTF8.GetBytes("<?xml version='1.0'?><x><row r='1'><c a='A1' t='s'><v>12</v></c><c><is><t xml:space='preserve'>ก &amp; ข</t></is></c></row><m ref='A1:B2'/></x>");
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])start.Clone();
            for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = start[random.Next(start.Length)];
            if (Theirs(bytes) is { } theirs) Assert.Equal(theirs, Ours(bytes));
        }
    }
}
