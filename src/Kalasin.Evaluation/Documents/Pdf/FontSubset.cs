using System.Runtime.InteropServices;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A font program cut down to the glyphs used, by hb_subset of the native HarfBuzz library, which HarfBuzzSharp carries but doesn't wrap.</summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";

    // hb-subset.h: HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS; HB_SUBSET_SETS_DROP_TABLE_TAG.
    private const uint Flags = 1 | 2;
    private const int DropTables = 3;

    private static readonly string[] Dropped = ["GSUB", "GPOS", "GDEF", "kern", "OS/2", "name", "post", "gasp", "cmap", "DSIG"];

    /// <summary>A TrueType program whose glyphs keep their numbers.</summary>
    public static byte[] Of(FontFace face, IEnumerable<ushort> glyphs)
    {
        var input = CreateInput();
        if (input == 0) throw new InvalidOperationException("no memory for cutting down a font");
        try
        {
            SetFlags(input, Flags);
            var set = GlyphSet(input);
            foreach (var glyph in glyphs) Add(set, glyph);
            var drop = Set(input, DropTables);
            foreach (var table in Dropped) Add(drop, Tag(table));
            var subset = Subset(face.Face.Handle, input);
            if (subset == 0) throw new InvalidOperationException($"{face.Name} could not be cut down");
            try
            {
                return Bytes(subset);
            }
            finally
            {
                DestroyFace(subset);
            }
        }
        finally
        {
            DestroyInput(input);
        }
    }

    private static byte[] Bytes(nint subset)
    {
        var blob = FaceBlob(subset);
        try
        {
            var start = BlobData(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(start, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            DestroyBlob(blob);
        }
    }

    private static uint Tag(string tag) => (uint)(tag[0] << 24 | tag[1] << 16 | tag[2] << 8 | tag[3]);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    private static partial nint CreateInput();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    private static partial void DestroyInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    private static partial void SetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    private static partial nint GlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    private static partial nint Set(nint input, int kind);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    private static partial void Add(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    private static partial nint Subset(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    private static partial nint FaceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    private static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    private static partial nint BlobData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    private static partial void DestroyBlob(nint blob);
}
