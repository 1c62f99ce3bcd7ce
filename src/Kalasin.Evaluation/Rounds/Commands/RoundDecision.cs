using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// What a person decides in a round. Closed family; <c>kind</c> tells which. One that holds is undone by a later one alone: its counterpart, or
/// the same with another value. Read from JSON by <see cref="DecisionReader"/>; the host adds what JSON doesn't say.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AskCorrection), "askCorrection")]
[JsonDerivedType(typeof(AnswerCorrection), "answerCorrection")]
[JsonDerivedType(typeof(ExtendDeadline), "extendDeadline")]
[JsonDerivedType(typeof(ExcuseUnit), "excuseUnit")]
[JsonDerivedType(typeof(ExpectUnit), "expectUnit")]
[JsonDerivedType(typeof(WithdrawDelivery), "withdrawDelivery")]
[JsonDerivedType(typeof(RestoreDelivery), "restoreDelivery")]
[JsonDerivedType(typeof(ExcludeReturn), "excludeReturn")]
[JsonDerivedType(typeof(IncludeReturn), "includeReturn")]
[JsonDerivedType(typeof(ExcludeRow), "excludeRow")]
[JsonDerivedType(typeof(IncludeRow), "includeRow")]
[JsonDerivedType(typeof(SettleDuplicate), "settleDuplicate")]
[JsonDerivedType(typeof(SettleDisagreement), "settleDisagreement")]
[JsonDerivedType(typeof(RecordCopy), "recordCopy")]
[JsonDerivedType(typeof(RevokeCopy), "revokeCopy")]
[JsonDerivedType(typeof(ConfirmReturn), "confirmReturn")]
[JsonDerivedType(typeof(WithdrawConfirmation), "withdrawConfirmation")]
[JsonDerivedType(typeof(Assess), "assess")]
[JsonDerivedType(typeof(TakeBackAssessment), "takeBackAssessment")]
[JsonDerivedType(typeof(MakeChoice), "makeChoice")]
[JsonDerivedType(typeof(AskQuestion), "askQuestion")]
[JsonDerivedType(typeof(AnswerQuestion), "answerQuestion")]
[JsonDerivedType(typeof(CloseQuestion), "closeQuestion")]
[JsonDerivedType(typeof(WriteNote), "writeNote")]
[JsonDerivedType(typeof(FinishNote), "finishNote")]
[JsonDerivedType(typeof(NameStandIn), "nameStandIn")]
[JsonDerivedType(typeof(EndStandIn), "endStandIn")]
[JsonDerivedType(typeof(RaiseObjection), "raiseObjection")]
[JsonDerivedType(typeof(DecideObjection), "decideObjection")]
[JsonDerivedType(typeof(RevokeLink), "revokeLink")]
[JsonDerivedType(typeof(ExplainJump), "explainJump")]
[JsonDerivedType(typeof(ReleaseMails), "releaseMails")]
[JsonDerivedType(typeof(CancelMails), "cancelMails")]
[JsonDerivedType(typeof(HoldMail), "holdMail")]
[JsonDerivedType(typeof(ReleaseMail), "releaseMail")]
[JsonDerivedType(typeof(RequestSignature), "requestSignature")]
[JsonDerivedType(typeof(ApproveReport), "approveReport")]
[JsonDerivedType(typeof(ReturnReport), "returnReport")]
[JsonDerivedType(typeof(NumberLetter), "numberLetter")]
[JsonDerivedType(typeof(ConfirmAddress), "confirmAddress")]
[JsonDerivedType(typeof(SettleDispatch), "settleDispatch")]
[JsonDerivedType(typeof(CancelDispatch), "cancelDispatch")]
[JsonDerivedType(typeof(AcknowledgeDispatch), "acknowledgeDispatch")]
[JsonDerivedType(typeof(ShowResults), "showResults")]
internal abstract record RoundDecision() : RoundCommand(Guid.Empty)
{
    /// <summary>Random, 32 hexadecimal digits: makes the hashes of what is said tell nothing of it.</summary>
    internal string Salt { get; init; } = "";

    /// <summary>Rows that it names and that have to be in current returns; the host looks for them. Default: none.</summary>
    internal virtual IEnumerable<NamedRow> Rows => [];

    /// <summary>The indicator whose hosts have to disagree; the host compares their answers. Default: none.</summary>
    internal virtual IndicatorNumber? Compares => null;

    /// <summary>What the host found in the vault.</summary>
    internal Observed Observed { get; init; } = Observed.None;

    /// <summary>What is said in free text, under the names of its members.</summary>
    private protected abstract IEnumerable<Said> Said { get; }

    internal sealed override IEnumerable<StatedText> Texts => Said.Where(s => s.Text is not null).Select(s => State(s.Text!));

    /// <summary>What is wrong with the words alone.</summary>
    internal ImmutableArray<Finding> Objections => [.. Said.Select(s => s.Objection).OfType<Finding>()];

    /// <summary>The name of a text in the vault.</summary>
    private protected ContentHash HashOf(string text) => State(text).Hash;

    private StatedText State(string text) => new(Salt, text.Trim());
}

/// <summary>Something that a decision says in free text.</summary>
/// <param name="Member">Name of the member in JSON.</param>
/// <param name="What">What it is.</param>
/// <param name="Text">The words; <see langword="null"/> where it may be left out.</param>
/// <param name="Longest">Most characters, inclusive.</param>
internal sealed record Said(string Member, BilingualText What, string? Text, int Longest)
{
    private static readonly BilingualText ReasonWord = new("เหตุผล", "reason");
    private static readonly BilingualText TextWord = new("ข้อความ", "text");

    /// <summary>Why something is decided.</summary>
    public static Said Why(string? reason) => new("reason", ReasonWord, reason, StatedText.LongestReason);

    /// <summary>A question, an answer, a note.</summary>
    public static Said Words(string text) => new("text", TextWord, text, StatedText.LongestText);

    /// <summary>What is wrong with it; <see langword="null"/> when nothing is.</summary>
    public Finding? Objection
    {
        get
        {
            var place = Place.At($"/{Member}");
            return Text switch
            {
                null => null,
                _ when string.IsNullOrWhiteSpace(Text) => DecisionFindings.NothingSaid.At(place, What),
                _ when Text.Trim().Length > Longest => DecisionFindings.TooMuchSaid.At(place, What, ThaiNumerals.Number(Longest)),
                _ when Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) => DecisionFindings.Unprintable.At(place, What),
                _ => null,
            };
        }
    }
}
