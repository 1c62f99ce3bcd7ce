using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>A PDF with one page, written by hand: with a picture on it, and signed as often as one likes.</summary>
internal sealed class SmallPdf
{
    private const int RoomForSignature = 16_000;

    private readonly List<byte> _bytes = [];
    private readonly SortedDictionary<int, int> _places = [];
    private readonly List<int> _fields = [];
    private int _lastTable;

    public SmallPdf(string text, (byte[] Bytes, string Entries)? picture = null)
    {
        Add("%PDF-1.7\n");
        var resources = "/Font << /F1 5 0 R >>" + (picture is null ? "" : " /XObject << /Im1 6 0 R >>");
        var content = $"BT /F1 12 Tf 40 40 Td ({text}) Tj ET" + (picture is null ? "" : " q 400 0 0 400 40 200 cm /Im1 Do Q");
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>");
        Object(4, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        Object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        if (picture is var (bytes, entries))
        {
            Begin(6);
            Add($"<< /Type /XObject /Subtype /Image {entries} /Length {bytes.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n");
            _bytes.AddRange(bytes);
            Add("\nendstream\nendobj\n");
        }
        Table();
    }

    public byte[] Bytes => [.. _bytes];

    /// <summary>Signs all that is there so far, with a revision of its own.</summary>
    /// <param name="certificate">With its key.</param>
    /// <param name="form">SubFilter.</param>
    /// <param name="names">Whether the signed attributes name the certificate, as PAdES wants.</param>
    /// <param name="digest">OID of the digest algorithm.</param>
    public SmallPdf Sign(X509Certificate2 certificate, string form = "ETSI.CAdES.detached", bool names = true, string digest = "2.16.840.1.101.3.4.2.1")
    {
        var number = _places.Keys.Max() + 1;
        _fields.Add(number);
        Object(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [{string.Join(' ', _fields.Select(f => $"{f} 0 R"))}] >> >>");
        Object(number, $"<< /FT /Sig /T (s{number}) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /V {number + 1} 0 R >>");
        Begin(number + 1);
        Add($"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /{form} /ByteRange [");
        var ranges = _bytes.Count;
        Add(new string(' ', 40) + "] /Contents ");
        var contents = _bytes.Count;
        Add($"<{new string('0', 2 * RoomForSignature)}> >>\nendobj\n");
        Table();
        var after = contents + 2 + (2 * RoomForSignature);
        Put(ranges, string.Create(CultureInfo.InvariantCulture, $"0 {contents} {after} {_bytes.Count - after}"));
        Put(contents + 1, Convert.ToHexString(Signature(certificate, [.. _bytes[..contents], .. _bytes[after..]], names, digest)));
        return this;
    }

    public SmallPdf Append(string text)
    {
        Add(text);
        return this;
    }

    private static byte[] Signature(X509Certificate2 certificate, byte[] covered, bool names, string digest)
    {
        var signer = new CmsSigner(certificate) { DigestAlgorithm = new Oid(digest) };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(new DateTime(2024, 5, 30, 8, 0, 0, DateTimeKind.Utc)));
        if (names)
        {
            var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
                writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
            signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), writer.Encode()));
        }
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private void Object(int number, string body)
    {
        Begin(number);
        Add(body + "\nendobj\n");
    }

    private void Begin(int number)
    {
        _places[number] = _bytes.Count;
        Add($"{number} 0 obj\n");
    }

    /// <summary>All objects anew in each revision: longer than it need be, and right.</summary>
    private void Table()
    {
        var start = _bytes.Count;
        Add($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in _places.Values) Add(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Add($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R{(_lastTable > 0 ? $" /Prev {_lastTable}" : "")} >>\nstartxref\n{start}\n%%EOF\n");
        _lastTable = start;
    }

    private void Add(string text) => _bytes.AddRange(Encoding.ASCII.GetBytes(text));

    private void Put(int at, string text)
    {
        foreach (var (i, symbol) in Encoding.ASCII.GetBytes(text).Index()) _bytes[at + i] = symbol;
    }
}
