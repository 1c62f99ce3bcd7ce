using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>How a framework sorts its entrants, such as by size or kind, so that each is measured by thresholds of its own.</summary>
/// <param name="Id">Name in rules and plans.</param>
/// <param name="Name">What it is called: ขนาดโรงพยาบาล.</param>
/// <param name="Options">The classes, at least two.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record Classification(string Id, BilingualText Name, ImmutableArray<ChoiceOption> Options, RuleSource Source);

/// <summary>The class of one entrant, as its plan says.</summary>
/// <param name="Class">A <see cref="Classification"/> of the framework.</param>
/// <param name="Is">One of its options.</param>
internal sealed record EntrantClass(string Class, string Is);
