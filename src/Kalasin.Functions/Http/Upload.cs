using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>Limits of one upload; the size of the whole is the endpoint's <see cref="BodyLimit"/>.</summary>
internal sealed record UploadLimits
{
    public static UploadLimits Default { get; } = new();

    /// <summary>Bytes of one file, inclusive. Default 50,000,000.</summary>
    public long FileBytes { get; init; } = 50_000_000;

    /// <summary>Default 200.</summary>
    public int Files { get; init; } = 200;

    /// <summary>UTF-16 units of a file's name. Default 255, the longest that Windows and Linux can save again.</summary>
    public int NameLength { get; init; } = 255;

    /// <summary>Parts that are not files. Default 50.</summary>
    public int Fields { get; init; } = 50;

    /// <summary>Bytes of one of them. Default 4,096.</summary>
    public int FieldBytes { get; init; } = 4096;
}

/// <summary>
/// A <c>multipart/form-data</c> upload, read once and straight into the vault's staging place: counted and hashed on the
/// way, never held in memory. Disposing it removes what was not promoted.
/// </summary>
internal sealed class Upload : IAsyncDisposable
{
    /// <summary>The field that names files which came in parts before.</summary>
    private const string NamedParts = "uploads";

    private const int BufferSize = 65_536;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private readonly List<PartialFile> _parts = [];
    private readonly PartsOfUnit? _kept;

    private Upload(StagedContents files, PartsOfUnit? parts) => (Files, _kept) = (files, parts);

    /// <summary>What can be taken in; names without folders.</summary>
    public StagedContents Files { get; }

    /// <summary>The parts that are not files; the last of a name counts.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>What was not kept and why.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The problem to answer with when nothing can be taken in; null when there are files.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>Those that came in parts.</summary>
    public IReadOnlyList<PartialFile> Parts => _parts;

    /// <param name="parts">Where files lie that came in parts; null where none can be named.</param>
    /// <exception cref="BodyTooLargeException">Answered by <see cref="BodyLimits"/>; nothing is kept.</exception>
    /// <exception cref="IOException">The sender went away; nothing is kept.</exception>
    public static async Task<Upload> ReadAsync(
        HttpRequest request, IVault vault, UploadLimits limits, CancellationToken cancellationToken, PartsOfUnit? parts = null)
    {
        var upload = new Upload(new(vault), parts);
        try
        {
            await upload.ReadPartsAsync(request, limits, cancellationToken);
            return upload;
        }
        catch (Exception failure) when (IsMalformed(failure) && !cancellationToken.IsCancellationRequested)
        {
            await upload.RefuseAsync(Problem.NotAccepted, TransportFindings.Unreadable.At(Place.Nowhere));
            return upload;
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Files.DisposeAsync();

    private async Task ReadPartsAsync(HttpRequest request, UploadLimits limits, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync(Problem.UnsupportedMediaType, TransportFindings.NotMultipart.At(Place.Nowhere, type?.MediaType.ToString() ?? "–"));
            return;
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 70) throw new InvalidDataException("RFC 2046 wants a boundary of 1 to 70 characters.");

        var parts = new MultipartReader(boundary, request.Body, BufferSize);
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var disposition = PartDisposition.Of(part);
            var whole = disposition.FileName is null
                ? await ReadFieldAsync(disposition.Field, part, limits, cancellationToken)
                : await ReadFileAsync(disposition.FileName, part, limits, cancellationToken);
            if (!whole) return;
        }
        if (_kept is not null && _fields.GetValueOrDefault(NamedParts) is { Length: > 0 } named
            && !await TakePartsAsync(_kept, named, limits, cancellationToken))
            return;
        if (Files.Sent.Count > 0) return;
        if (_findings.Count == 0) _findings.Add(TransportFindings.NoFile.At(Place.Nowhere));
        Refusal = _findings.TrueForAll(f => f.Code == TransportFindings.FileTooLarge.Code) ? Problem.TooLarge : Problem.NotAccepted;
    }

    /// <returns>False if the upload as a whole is refused.</returns>
    private async Task<bool> ReadFileAsync(string name, MultipartSection part, UploadLimits limits, CancellationToken cancellationToken)
    {
        // What a browser sends for a file input in which nothing was chosen.
        if (name.Length == 0) return true;
        if (Files.Sent.Count + _findings.Count >= limits.Files)
        {
            await RefuseAsync(Problem.NotAccepted, TransportFindings.TooManyFiles.At(Place.Nowhere, ThaiNumerals.Number(limits.Files)));
            return false;
        }
        if (name.Length > limits.NameLength)
        {
            _findings.Add(TransportFindings.NameTooLong.At(Place.InFile(ThaiText.Cut(name, limits.NameLength)), ThaiNumerals.Number(limits.NameLength)));
            return true;
        }
        if (!await Files.TryAddAsync(name, part.Body, limits.FileBytes, cancellationToken))
            _findings.Add(TransportFindings.FileTooLarge.At(Place.InFile(name), ThaiNumerals.Number(limits.FileBytes / 1_000_000)));
        return true;
    }

    /// <returns>False if the upload as a whole is refused.</returns>
    private async Task<bool> ReadFieldAsync(string field, MultipartSection part, UploadLimits limits, CancellationToken cancellationToken)
    {
        var buffer = new byte[limits.FieldBytes + 1];
        var size = await part.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (size > limits.FieldBytes || _fields.Count >= limits.Fields)
        {
            await RefuseAsync(Problem.NotAccepted, TransportFindings.FieldsTooLarge.At(Place.Nowhere));
            return false;
        }
        _fields[field] = Encoding.UTF8.GetString(buffer, 0, size);
        return true;
    }

    /// <returns>False if the upload as a whole is refused: what was named and is not there would be missing without a word.</returns>
    private async Task<bool> TakePartsAsync(PartsOfUnit kept, string named, UploadLimits limits, CancellationToken cancellationToken)
    {
        var (whole, findings) = await kept.Uploads.FindAsync(kept.Place, named, cancellationToken);
        if (findings.Count == 0 && Files.Sent.Count + whole.Count > limits.Files)
            findings = [TransportFindings.TooManyFiles.At(Place.Nowhere, ThaiNumerals.Number(limits.Files))];
        foreach (var file in findings.Count == 0 ? whole : [])
        {
            await using var bytes = await kept.Uploads.OpenAsync(file, cancellationToken);
            if (bytes is null || !await Files.TryAddAsync(file.Name, bytes, limits.FileBytes, cancellationToken))
                findings = [PartFindings.Unknown.At(Place.InFile(file.Name))];
            _parts.Add(file);
        }
        if (findings.Count == 0) return true;
        _parts.Clear();
        await RefuseAsync(Problem.NotAccepted, findings);
        return false;
    }

    private async Task RefuseAsync(Problem problem, params IReadOnlyList<Finding> findings)
    {
        await DisposeAsync();
        _findings.Clear();
        _findings.AddRange(findings);
        Refusal = problem;
    }

    /// <summary>The reader says with these that the parts are not as the RFC has them; a sender who goes away is told by other types.</summary>
    private static bool IsMalformed(Exception failure) => failure is InvalidDataException || failure.GetType() == typeof(IOException);
}

/// <summary>The files of a unit that came in parts.</summary>
internal sealed record PartsOfUnit(PartialUploads Uploads, PartialPlace Place);
