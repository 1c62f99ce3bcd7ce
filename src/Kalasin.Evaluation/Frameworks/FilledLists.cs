using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A framework whose columns offer what the plan's tables hold: from there on a listed thing is an option like any other, so that forms, reading,
/// scoring and reports need to know nothing of lists. It says, and is hashed as, the same as before.
/// </summary>
internal static class FilledLists
{
    public static Framework Of(Framework framework, RoundPlan plan)
    {
        if (plan.Lists.IsEmpty || !framework.Indicators.Any(i => i.Register.Columns.Any(c => c.List is not null))) return framework;
        var options = plan.Lists.GroupBy(l => l.List, StringComparer.Ordinal).ToDictionary(
            l => l.Key, l => l.First().Items.Select(item => new ChoiceOption(item.Id, item.Name) { Synonyms = item.Synonyms }).ToImmutableArray(), StringComparer.Ordinal);
        return framework with
        {
            Indicators =
            [
                .. framework.Indicators.Select(indicator => indicator.Register.Columns.All(c => c.List is null) ? indicator : indicator with
                {
                    Register = indicator.Register with
                    {
                        Columns = [.. indicator.Register.Columns.Select(c => c.List is { } list ? c with { Options = options.GetValueOrDefault(list, []) } : c)],
                    },
                }),
            ],
        };
    }
}
