using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>What was kept is lost, changed or unreadable; trying again doesn't help. Carries the finding to show.</summary>
internal sealed class DamagedException(Finding finding, Exception? inner = null) : Exception(finding.ToString(Language.English), inner)
{
    public Finding Finding => finding;

    /// <summary>The vault holds something else under this name.</summary>
    public static DamagedException Changed(ContentHash hash) => new(StorageFindings.ContentChanged.At(Place.Nowhere, hash.ToString()));

    /// <summary>The vault lacks what the log names.</summary>
    public static DamagedException Missing(ContentHash hash) => new(StorageFindings.ContentMissing.At(Place.Nowhere, hash.ToString()));
}
