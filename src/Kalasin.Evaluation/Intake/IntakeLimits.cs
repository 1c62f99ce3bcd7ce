using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>
/// How much one file may ask of its reader. Every limit is inclusive and is enforced while reading, on what really arrives, never
/// on what a header claims; going over one is a finding. Change single ones by <c>with</c>.
/// </summary>
public sealed record IntakeLimits
{
    /// <summary>The defaults.</summary>
    public static IntakeLimits Default { get; } = new();

    /// <summary>Bytes of a file. Stops filling memory and disk. Default 50 MB; a stream that can't seek is held in memory up to here.</summary>
    [JsonRequired] public long FileBytes { get; init; } = 50_000_000;

    /// <summary>Entries of an archive. Stops archives of millions of tiny entries. Default 2,000.</summary>
    [JsonRequired] public int Entries { get; init; } = 2_000;

    /// <summary>Bytes of one inflated entry. Stops a zip bomb of one entry. Default 200 MB.</summary>
    [JsonRequired] public long EntryBytes { get; init; } = 200L << 20;

    /// <summary>Bytes of all inflated entries together. Stops a zip bomb of many entries or of entries that overlap. Default 400 MB.</summary>
    [JsonRequired] public long ArchiveBytes { get; init; } = 400L << 20;

    /// <summary>Inflated bytes per stored byte, judged from the first megabyte on. Stops a zip bomb early. Default 200.</summary>
    [JsonRequired] public int Ratio { get; init; } = 200;

    /// <summary>Depth of XML elements, the root being 1. Stops documents that exhaust a stack by nesting. Default 64.</summary>
    [JsonRequired] public int XmlDepth { get; init; } = 64;

    /// <summary>Filled rows of a workbook. Stops endless sheets. Default 100,000.</summary>
    [JsonRequired] public int Rows { get; init; } = 100_000;

    /// <summary>Number of the last filled column; above 65,535 it is taken as that. Stops sheets that are absurdly wide. Default 1,000.</summary>
    [JsonRequired] public int Columns { get; init; } = 1_000;

    /// <summary>Filled cells of a workbook; those that have just a format don't count. Stops filling memory with cells. Default 2,000,000.</summary>
    [JsonRequired] public int Cells { get; init; } = 2_000_000;

    /// <summary>UTF-16 characters of a cell, as in Excel itself. Stops filling memory with one text. Default 32,767.</summary>
    [JsonRequired] public int CellCharacters { get; init; } = 32_767;

    /// <summary>Files of one delivery that are given to <see cref="IntakeOptions.Translator"/>. Stops many files each of which takes all that one may; after the first that takes too much, none is begun. Default 20.</summary>
    [JsonRequired] public int Translations { get; init; } = 20;

    /// <summary>
    /// Work on one file, in steps. A step is about what it takes to inflate and parse a byte, some 10 nanoseconds of a processor, so
    /// that the default of 2,000,000,000 is some 20 seconds. Counted and not timed: a busy machine refuses nothing that an idle
    /// one reads. Stops files made to be slow in ways nobody thought of.
    /// </summary>
    [JsonRequired] public long Steps { get; init; } = 2_000_000_000;

    /// <summary>Work on all files of one delivery together. Stops many files each of which takes all that one may. Default 6,000,000,000.</summary>
    [JsonRequired] public long DeliverySteps { get; init; } = 6_000_000_000;

    /// <summary>
    /// Bytes of memory that the reading of one delivery may take at a time, counted for what is kept and rounded up. A register of 99,000 rows
    /// with 12 columns takes some 290 MB. Default 384 MB.
    /// </summary>
    [JsonRequired] public long Memory { get; init; } = 384L << 20;
}
