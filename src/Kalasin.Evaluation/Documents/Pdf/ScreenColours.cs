using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// A small ICC profile of sRGB (ICC.1:2010, version 4.2; IEC 61966-2-1): primaries adapted to D50 and the curve as
/// parameters. Written from the standards' numbers, so no one's profile is copied.
/// </summary>
internal static class ScreenColours
{
    public static byte[] Profile { get; } = Build();

    private static byte[] Build()
    {
        var curve = Curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")), ("cprt", Text("Public domain")), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", Matrix(1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)),
            ("rXYZ", Xyz(0.436066, 0.222488, 0.013916)), ("gXYZ", Xyz(0.385147, 0.716873, 0.097076)), ("bXYZ", Xyz(0.143066, 0.060608, 0.714096)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var start = 128 + 4 + 12 * tags.Length;
        var profile = new byte[start + tags.Sum(t => t.Data.Length)];
        Header(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        for (var (i, at) = (0, start); i < tags.Length; at += tags[i++].Data.Length)
        {
            var row = profile.AsSpan(132 + 12 * i);
            Encoding.ASCII.GetBytes(tags[i].Tag, row);
            BinaryPrimitives.WriteInt32BigEndian(row[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(row[8..], tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, at);
        }
        return profile;
    }

    private static void Header(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        profile[8] = 4;
        profile[9] = 0x20;
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        BinaryPrimitives.WriteInt16BigEndian(profile[24..], 2010);
        (profile[27], profile[29]) = (1, 1);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(profile[68..]);
    }

    private static byte[] Text(string text)
    {
        var data = new byte[28 + (text.Length * 2 + 3) / 4 * 4];
        Encoding.ASCII.GetBytes("mluc", data);
        (data[11], data[15]) = (1, 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), text.Length * 2);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(28));
        return data;
    }

    private static byte[] Xyz(params ReadOnlySpan<double> values) => Fixed("XYZ ", 8, values);

    private static byte[] Matrix(params ReadOnlySpan<double> values) => Fixed("sf32", 8, values);

    private static byte[] Curve(params ReadOnlySpan<double> values)
    {
        var data = Fixed("para", 12, values);
        // Function type 3: power above a threshold, straight below.
        data[9] = 3;
        return data;
    }

    private static byte[] Fixed(string type, int start, ReadOnlySpan<double> values)
    {
        var data = new byte[start + 4 * values.Length];
        Encoding.ASCII.GetBytes(type, data);
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(start + 4 * i), (int)Math.Round(values[i] * 65536));
        return data;
    }
}
