using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using MimeKit;

namespace Kalasin.Evaluation.Intake.Messages;

/// <summary>Takes the files out of a message that was saved as a file, all within the limits of the one file that it is.</summary>
internal static class MessageContents
{
    private const int BlockSize = 16 << 10;

    public static ImmutableArray<SourceFile> Files(OpenedFile file)
    {
        var cancellation = file.Budget.CancellationToken;
        file.Bytes.Position = 0;
        if (!MessageBounds.Hold(file.Bytes, cancellation)) throw new ContentRefusedException(MessageFindings.TooMuch);
        var found = new MessageFiles(cancellation);
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var block = new byte[BlockSize];
        try
        {
            file.Bytes.Position = 0;
            var message = MimeMessage.Load(MessageBounds.Reading, file.Bytes, persistent: true, cancellation);
            found.Add(message.Body, depth: 0);
            var sender = message.From.Mailboxes.Take(2).ToList() is [var one] ? one.Address : null;
            foreach (var attached in found.Found) files.Add(SourceFile.Inside(file.Source, attached.Name, Content(attached, block, file.Budget)).From(sender));
        }
        catch (FormatException)
        {
            throw new ContentRefusedException(FileFindings.Damaged, ".eml");
        }
        foreach (var finding in found.Findings) file.Findings.Add(finding with { Place = file.Place });
        return files.ToImmutable();
    }

    private static byte[] Content(MessageFile file, byte[] block, Budget budget)
    {
        using var content = file.Open();
        using var kept = new MemoryStream();
        for (int count; (count = content.Read(block)) > 0;)
        {
            budget.Inflate(count, file.Name);
            budget.Hold(count);
            kept.Write(block, 0, count);
        }
        return kept.ToArray();
    }
}
