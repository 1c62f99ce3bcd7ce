using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using MimeKit;
using MimeKit.Tnef;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>The files of a message: attached, within forwarded messages, within Outlook's <c>winmail.dat</c>. Pictures of a signature are none.</summary>
internal sealed class MessageFiles(CancellationToken cancellationToken)
{
    private readonly ImmutableArray<IncomingFile>.Builder _found = ImmutableArray.CreateBuilder<IncomingFile>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private bool _hasMore;

    public ImmutableArray<IncomingFile> Found => _found.ToImmutable();

    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <param name="depth">In how many messages it stands.</param>
    public void Add(MimeEntity? entity, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (entity)
        {
            case null or MessagePartial:
                return;
            case Multipart parts:
                foreach (var part in parts)
                    if (!IsOfThePage(part, parts)) Add(part, depth);
                return;
            case MessagePart { Message: { } inner } when depth < MessageBounds.Deepest:
                Add(inner.Body, depth + 1);
                return;
            case MessagePart:
                return;
            case TnefPart winmail:
                AddOutlook(winmail, depth);
                return;
            case MimePart part when IsSealed(part.ContentType):
                _findings.Add(IncomingFindings.Sealed.At(Place.Nowhere));
                return;
            case MimePart part when IsFile(part):
                AddFile(part);
                return;
        }
    }

    private void AddFile(MimePart part)
    {
        if (_found.Count < MessageBounds.MostFiles) _found.Add(new(NameOf(part), part));
        else if (!_hasMore)
        {
            _hasMore = true;
            _findings.Add(IncomingFindings.TooManyFiles.At(Place.Nowhere, ThaiNumerals.Number(MessageBounds.MostFiles)));
        }
    }

    private void AddOutlook(TnefPart winmail, int depth)
    {
        List<MimeEntity>? inside = null;
        try
        {
            if (IsOutlook(winmail)) inside = [.. winmail.ExtractAttachments().Take(MessageBounds.MostFiles + 1)];
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or OutOfMemoryException))
        {
            // The reader of the format throws what comes.
        }
        if (inside is null) _findings.Add(IncomingFindings.OutlookUnreadable.At(Place.Nowhere));
        else foreach (var entity in inside.Where(e => e is not TnefPart)) Add(entity, depth);
    }

    /// <summary>By its first bytes: what isn't the format is read as one without files.</summary>
    private static bool IsOutlook(TnefPart winmail)
    {
        Span<byte> first = stackalloc byte[4];
        using var content = winmail.Content?.Open() ?? Stream.Null;
        return content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual<byte>([0x78, 0x9f, 0x3e, 0x22]);
    }

    private string NameOf(MimePart part) =>
        Path.GetFileName(part.FileName?.Replace('\\', '/').Trim()) is { Length: > 0 } name
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"file-{_found.Count + 1}.{part.ContentType.MediaSubtype}");

    /// <summary>Pictures that a page shows within itself, as a signature's logo.</summary>
    private static bool IsOfThePage(MimeEntity part, Multipart parts) =>
        parts is MultipartRelated && part is MimePart { IsAttachment: false } && part.ContentType.IsMimeType("image", "*");

    /// <summary>What is no text of the message itself, nor the seal under it.</summary>
    private static bool IsFile(MimePart part) =>
        !part.ContentType.MediaSubtype.EndsWith("-signature", StringComparison.OrdinalIgnoreCase)
        && (part.IsAttachment || part.FileName is { Length: > 0 } || !(part.ContentType.IsMimeType("text", "*") || part.ContentType.IsMimeType("message", "*")));

    private static bool IsSealed(ContentType type) =>
        type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime") || type.IsMimeType("application", "pgp-encrypted");
}
