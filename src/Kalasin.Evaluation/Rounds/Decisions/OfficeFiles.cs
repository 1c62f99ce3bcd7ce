using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Give the round a file of the office's own, or take it back; a later one replaces it. Not a <see cref="RoundDecision"/>, because the host has
/// looked into the file, which is in the vault.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Use">What it is for.</param>
/// <param name="File">Hash of the file; <see langword="null"/> takes back what was given.</param>
/// <param name="Size">Its bytes; 0 where it is taken back.</param>
internal sealed record SetOfficeFile(Guid Id, OfficeFile Use, ContentHash? File, long Size) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        var now = asked.State.OfficeFiles.GetValueOrDefault(Use);
        if (now?.File == File && now is not null) return Already.By(now.Given.Number);
        return now is null && File is null
            ? Refuse.For(DecisionFindings.NoOfficeFile.At(Place.At("/use"), OfficeFileSet.NameOf(Use)))
            : asked.Yes(this, new OfficeFileSet(Use, File, Size));
    }
}

/// <summary>The round got a file of the office's own, or lost it.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="File">Hash of the file; <see langword="null"/> where it was taken back.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record OfficeFileSet(OfficeFile Use, ContentHash? File, long Size) : RoundEvent
{
    internal override IEnumerable<ContentHash> Contents => File is { } file ? [file] : [];

    internal override RoundState Apply(RoundState state, Happened how) => state with
    {
        OfficeFiles = File is { } file ? state.OfficeFiles.SetItem(Use, new(how.Ruled(null), Use, file, Size)) : state.OfficeFiles.Remove(Use),
    };

    internal override BilingualText Tell(Telling telling)
    {
        var name = NameOf(Use);
        return File is null
            ? new($"เลิกใช้{name.Thai}", $"{name.English} is no longer used")
            : new($"ใช้{name.Thai}ที่สำนักงานให้ไว้", $"{name.English}, as the office gave it, is used from now on");
    }

    /// <summary>What a file is called.</summary>
    internal static BilingualText NameOf(OfficeFile use) => use switch
    {
        OfficeFile.Emblem => new("ตราบนหนังสือและบันทึกข้อความ", "the emblem of letters and memos"),
        OfficeFile.ReportTemplate => new("แม่แบบ Word ของรายงาน", "the Word template of reports"),
        OfficeFile.LetterTemplate => new("แม่แบบ Word ของหนังสือนำส่ง", "the Word template of letters"),
        OfficeFile.MemoTemplate => new("แม่แบบ Word ของบันทึกข้อความ", "the Word template of memos"),
        OfficeFile.Form => new("แบบรายงานของหน่วยงานเจ้าของรางวัล", "the form of the giver of the award"),
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };
}

/// <summary>What a file of the office's own is for.</summary>
internal enum OfficeFile
{
    /// <summary>Emblem at the head of letters and memos.</summary>
    Emblem,

    /// <summary>Word template of the province's report.</summary>
    ReportTemplate,

    /// <summary>Word template of the covering letter.</summary>
    LetterTemplate,

    /// <summary>Word template of memos.</summary>
    MemoTemplate,

    /// <summary>Form of the giver of the award, with content controls to fill.</summary>
    Form,
}

/// <summary>A file of the office's own that is used.</summary>
/// <param name="Given">By whom and when.</param>
/// <param name="Use">What it is for.</param>
/// <param name="File">Hash of the file.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record GivenOfficeFile(Ruled Given, OfficeFile Use, ContentHash File, long Size);

internal sealed partial record RoundState
{
    /// <summary>Files of the office's own, by what they are for.</summary>
    public ImmutableDictionary<OfficeFile, GivenOfficeFile> OfficeFiles { get; init; } = ImmutableDictionary<OfficeFile, GivenOfficeFile>.Empty;
}
