namespace Kalasin.Evaluation.Scoring;

/// <summary>Rows that work done from the evaluation date on can change to the better; what is dated or past its day stays as it is.</summary>
/// <param name="Counted">Those that count already and would only change sides.</param>
/// <param name="Open">Those that are in neither number yet and would enlarge both.</param>
internal readonly record struct Prospects(int Counted, int Open);
