using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Localities;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;
using static Kalasin.Evaluation.Intake.CellFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads local authorities and senders. A misspelt name is asked about, never put right.</summary>
internal sealed class PlaceCells(ReadingScope scope)
{
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
        return new UnreadValue(ThaiText.Normalise(cell.Text));
    }

    /// <summary>A unit first: under ผู้ส่ง the bare name of a district means its office, and that is said.</summary>
    public CellValue ReadSender(RawCell cell, string? district, CellNotes notes)
    {
        if (scope.Units.Find(cell.Text) is { } unit)
        {
            if (!unit.IsExact) notes.Say(SenderUnderstood, Words.Quote(cell.Text), unit.Unit.Name);
            return new UnitValue(unit.Unit.Code);
        }
        switch (scope.Authorities.Find(cell.Text, district))
        {
            case AuthorityMatch.Found found:
                return new AuthorityValue(found.Authority.Code);
            case AuthorityMatch.Ambiguous several:
                notes.Say(AuthorityAmbiguous, Words.Quote(cell.Text), ThaiNumerals.Number(several.Candidates.Length), Names(several.Candidates));
                break;
            case AuthorityMatch.NotFound { Suggestions: { IsEmpty: false } suggestions }:
                notes.Say(AuthorityMisspelt, Words.Quote(cell.Text), scope.Authorities.Province.BilingualName, Names(suggestions));
                break;
            default:
                notes.Say(SenderNotFound, Words.Quote(cell.Text));
                break;
        }
        return new UnreadValue(ThaiText.Normalise(cell.Text));
    }

    private BilingualText Names(IEnumerable<LocalAuthority> authorities) =>
        BilingualText.Join(", ", authorities.Select(a => Words.Digits(scope.Authorities.DisplayName(a))));
}
