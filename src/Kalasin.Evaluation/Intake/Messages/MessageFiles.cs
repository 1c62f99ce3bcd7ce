using System.Collections.Immutable;
using System.Globalization;
using MimeKit;
using MimeKit.Tnef;

namespace Kalasin.Evaluation.Intake.Messages;

/// <summary>The files of a message: attached, within forwarded messages, within Outlook's <c>winmail.dat</c>. Pictures of a signature are none.</summary>
internal sealed class MessageFiles(CancellationToken cancellationToken)
{
    private readonly ImmutableArray<MessageFile>.Builder found = ImmutableArray.CreateBuilder<MessageFile>();
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    /// <summary>UTF-16 units, as of files that are uploaded.</summary>
    private const int LongestName = 255;

    private const int LongestEnding = 20;

    private bool hasMore;

    public ImmutableArray<MessageFile> Found => found.ToImmutable();

    public ImmutableArray<Finding> Findings => findings.ToImmutable();

    /// <param name="entity">What stands in a message.</param>
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
                findings.Add(MessageFindings.Sealed.At(Place.Nowhere));
                return;
            case MimePart part when IsFile(part):
                AddFile(part);
                return;
        }
    }

    private void AddFile(MimePart part)
    {
        if (found.Count < MessageBounds.MostFiles) found.Add(new(NameOf(part), part));
        else if (!hasMore)
        {
            hasMore = true;
            findings.Add(MessageFindings.TooManyFiles.At(Place.Nowhere, ThaiNumerals.Number(MessageBounds.MostFiles)));
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
        if (inside is null) findings.Add(MessageFindings.OutlookUnreadable.At(Place.Nowhere));
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
            ? Cut(name)
            : string.Create(CultureInfo.InvariantCulture, $"file-{found.Count + 1}.{part.ContentType.MediaSubtype}");

    /// <summary>A name as long as programs can save it again, with its ending: letters go from before that.</summary>
    private static string Cut(string name)
    {
        if (name.Length <= LongestName) return name;
        var ending = Path.GetExtension(name) is { Length: <= LongestEnding } known ? known : "";
        return ThaiText.Cut(name[..^ending.Length], LongestName - ending.Length) + ending;
    }

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

/// <summary>A file of a message.</summary>
/// <param name="Name">As the sender gave it.</param>
/// <param name="Part">Where it stands.</param>
internal sealed record MessageFile(string Name, MimePart Part)
{
    /// <summary>Its bytes, decoded while they are read.</summary>
    public Stream Open() => Part.Content?.Open() ?? Stream.Null;
}
