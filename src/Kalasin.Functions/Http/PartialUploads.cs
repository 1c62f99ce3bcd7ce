using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>The bounds of what comes in parts, and its way into a delivery.</summary>
internal sealed class PartialUploads(IParts parts)
{
    /// <summary>Files of one unit at a time. Their ids fit into one field of an upload.</summary>
    public const int MostFiles = 100;

    /// <summary>Bytes of one unit's files at a time, as long as they will be.</summary>
    public const long MostBytes = 500_000_000;

    /// <returns>The file, or why it is not begun.</returns>
    public async Task<(PartialFile? File, Finding? Objection)> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken)
    {
        var limits = UploadLimits.Default;
        if (name.Length > limits.NameLength)
            return (null, TransportFindings.NameTooLong.At(Place.InFile(ThaiText.Cut(name, limits.NameLength)), ThaiNumerals.Number(limits.NameLength)));
        if (length > limits.FileBytes) return (null, TransportFindings.FileTooLarge.At(Place.InFile(name), ThaiNumerals.Number(limits.FileBytes / 1_000_000)));
        var (files, bytes) = (0, length);
        await foreach (var other in parts.ListAsync(place, cancellationToken))
        {
            files++;
            bytes += other.Length;
        }
        return files >= MostFiles || bytes > MostBytes
            ? (null, PartFindings.TooMuch.At(Place.Nowhere, ThaiNumerals.Number(MostFiles), ThaiNumerals.Number(MostBytes / 1_000_000)))
            : (await parts.BeginAsync(place, name, length, cancellationToken), null);
    }

    /// <summary>The whole files that a delivery names.</summary>
    /// <param name="named">Ids with commas between.</param>
    /// <returns>What there is, a finding for each that is not whole, and one for all that are unknown.</returns>
    public async Task<(IReadOnlyList<PartialFile> Whole, IReadOnlyList<Finding> Findings)> FindAsync(
        PartialPlace place, string named, CancellationToken cancellationToken)
    {
        var (whole, findings, unknown) = (new List<PartialFile>(), new List<Finding>(), false);
        foreach (var text in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            var file = PartialId.TryParse(text, out var id) ? await parts.FindAsync(place, id, cancellationToken) : null;
            if (file is null) unknown = true;
            else if (!file.IsWhole)
                findings.Add(PartFindings.Unfinished.At(Place.InFile(file.Name), ThaiNumerals.Number(file.Offset), ThaiNumerals.Number(file.Length)));
            else whole.Add(file);
        }
        if (unknown) findings.Add(PartFindings.Unknown.At(Place.Nowhere));
        return (whole, findings);
    }

    /// <returns>Null if it went meanwhile.</returns>
    public Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken) => parts.OpenAsync(file, cancellationToken);

    /// <summary>What was refused is not kept.</summary>
    public async Task DeleteAsync(IEnumerable<PartialFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files) await parts.DeleteAsync(file, cancellationToken);
    }
}
