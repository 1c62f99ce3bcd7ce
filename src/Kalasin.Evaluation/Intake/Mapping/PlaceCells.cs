using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.CellFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads local authorities and senders. A misspelt name is asked about, never put right.</summary>
internal sealed class PlaceCells(ReadingScope scope)
{
    private static readonly string[] KindKeys =
        [.. AuthorityKindNames.All.SelectMany(k => new[] { ThaiText.Key(k.FullName().Thai), ThaiText.Key(k.Abbreviation()) }), "เทศบาล"];

    public CellValue ReadAuthority(RawCell cell, string? district, CellNotes notes)
    {
        var register = scope.Authorities;
        var province = register.Province.BilingualName;
        switch (register.Find(cell.Text, district))
        {
            case AuthorityMatch.Found found:
                return new AuthorityValue(found.Authority.Code);
            case AuthorityMatch.Ambiguous several:
                notes.Say(AuthorityAmbiguous, Words.Quote(cell.Text), ThaiNumerals.Number(several.Candidates.Length), Names(several.Candidates));
                break;
            case AuthorityMatch.NotFound { Suggestions: { IsEmpty: false } suggestions }:
                notes.Say(AuthorityMisspelt, Words.Quote(cell.Text), province, Names(suggestions));
                break;
            default:
                notes.Say(AuthorityNotFound, Words.Quote(cell.Text), province);
                break;
        }
        cell.PayFor(register.Count);
        return new UnreadValue(ThaiText.Normalise(cell.Text));
    }

    /// <summary>A unit, unless the kind of an authority is written: under ผู้ส่ง the bare name of a district means its office, and that is said.</summary>
    public CellValue ReadSender(RawCell cell, string? district, CellNotes notes)
    {
        var match = NamesAuthority(cell.Text) ? new UnitMatch.NotFound() : scope.Units.Find(cell.Text);
        if (match is UnitMatch.Exact exact) return new UnitValue(exact.Unit.Code);
        cell.PayFor(scope.Units.Count);
        if (match is UnitMatch.Understood understood)
        {
            notes.Say(SenderUnderstood, Words.Quote(cell.Text), understood.Unit.Name);
            return new UnitValue(understood.Unit.Code);
        }
        if (NamesAuthority(cell.Text) || scope.Authorities.Find(cell.Text, district) is not AuthorityMatch.NotFound { Suggestions.IsEmpty: true })
            return ReadAuthority(cell, district, notes);
        notes.Say(SenderNotFound, Words.Quote(cell.Text));
        return new UnreadValue(ThaiText.Normalise(cell.Text));
    }

    /// <summary>Whether a name begins with the kind of a local authority: ทม.กุฉินารายณ์ is no slip for the district office.</summary>
    public static bool NamesAuthority(string text)
    {
        var key = text.Length <= 200 ? ThaiText.Key(text) : "";
        return Array.Exists(KindKeys, k => key.StartsWith(k, StringComparison.Ordinal));
    }

    private BilingualText Names(IEnumerable<LocalAuthority> authorities) =>
        BilingualText.Join(", ", authorities.Select(a => ThaiNumerals.Digits(scope.Authorities.DisplayName(a))));
}
