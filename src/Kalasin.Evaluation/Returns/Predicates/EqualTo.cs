using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="EqualTo"/>
internal sealed class EqualToCondition : SimpleCondition<EqualTo>
{
    protected override bool Holds(EqualTo p, PredicateEvaluator on, in PredicateSubject subject) =>
        (on.ValueOf(p.Value, subject), on.ValueOf(p.To, subject)) switch
    {
        (null or UnreadValue, _) or (_, null or UnreadValue) => false,
        (TextValue a, TextValue b) => ThaiText.Key(a.Text) == ThaiText.Key(b.Text),
        (TextValue text, var to) => Names(to, text.Text),
        (var value, TextValue text) => Names(value, text.Text),
        var (value, to) => value.Equals(to),
    };

    /// <summary>A state can change; a day that is written down doesn't, and one to be written down is not in the past.</summary>
    protected override bool Can(EqualTo p, bool hold, PredicateEvaluator on, in PredicateSubject subject) => on.ValueOf(p.Value, subject) switch
    {
        DateValue => Holds(p, on, subject) == hold,
        null when on.DayOf(p.To, subject) is { } day => !hold || on.IsToCome(day, apart: false),
        _ => true,
    };

    protected override BilingualText Why(EqualTo p, bool holds, PredicateReasons words, in PredicateSubject subject)
    {
        if (words.ValueOf(p.Value, subject) is not { } value) return words.Blank(p.Value);
        var (name, shown) = (words.Name(p.Value), PredicateReasons.Show(value, words.OptionsOf(p.Value)));
        if (holds) return new($"{Before(name)}เป็น {shown.Thai}", $"{name.English} is {shown.English}");
        var to = p.To is TextOperand text && words.OptionsOf(p.Value)?.FirstOrDefault(o => o.Id == text.Value) is { } option
            ? new($"“{option.Text.Thai}”", $"“{option.Text.English}”")
            : p.To is TextOperand flag && value is FlagValue ? PredicateReasons.Show(new FlagValue(flag.Value == "yes"))
            : PredicateReasons.Show(words.ValueOf(p.To, subject), words.OptionsOf(p.To));
        return new($"{Before(name)}เป็น {shown.Thai} ไม่ใช่ {to.Thai}", $"{name.English} is {shown.English}, not {to.English}");
    }

    /// <summary>A fixed text names an option, an authority or a unit by its id, and a flag by <c>yes</c> or <c>no</c>.</summary>
    private static bool Names(CellValue value, string id) => value switch
    {
        ChoiceValue choice => choice.Option == id,
        FlagValue flag => (flag.Yes ? "yes" : "no") == id,
        AuthorityValue authority => authority.Code.ToString() == id,
        UnitValue unit => unit.Code.Value == id,
        _ => false,
    };

    /// <summary>A name with a space behind it where it ends in another script.</summary>
    private static string Before(BilingualText name) => name.Thai.Length > 0 && name.Thai[^1] is >= '\u0E01' and <= '\u0E5B' ? name.Thai : name.Thai + " ";
}
