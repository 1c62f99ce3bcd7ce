namespace Kalasin.Evaluation.Frameworks;

/// <summary>Findings on what a framework or plan says, once its text can be read.</summary>
internal static class FrameworkFindings
{
    /// <summary>The same id or number twice.</summary>
    public static readonly FindingKind Twice = new("KAL3031", Severity.Error,
        new("“{0}” ใช้แล้วที่ {1}", "“{0}” is used already at {1}."),
        new("โปรดใช้รหัสที่ไม่ซ้ำ", "Use another id."), "case", "/indicators/0/register/columns/1");

    /// <summary>A reference to something that is not there.</summary>
    public static readonly FindingKind Unknown = new("KAL3032", Severity.Error,
        new("ไม่พบ{0} “{1}”{2}", "There is no {0} “{1}”.{2}"),
        new("โปรดแก้ชื่อ หรือเพิ่มสิ่งที่อ้างถึง", "Correct the name, or add what it refers to."),
        new BilingualText("คอลัมน์", "column"), "recieved", new BilingualText(" หมายถึง “received” หรือไม่", " Is “received” meant?"));

    /// <summary>A value of a type that the rule cannot use.</summary>
    public static readonly FindingKind Unfit = new("KAL3033", Severity.Error,
        new("{0} เป็น{1} แต่เงื่อนไขนี้ต้องใช้{2}", "{0} is {1}, but this condition needs {2}."),
        new("โปรดเลือกคอลัมน์หรือค่าชนิดที่ใช้ได้", "Choose a column or value of a fitting type."),
        "resolution", new BilingualText("ตัวเลือก", "a choice"), new BilingualText("วันที่", "a day"));

    /// <summary>Something that may not be empty is.</summary>
    public static readonly FindingKind Empty = new("KAL3034", Severity.Error,
        new("ยังว่างอยู่", "This is empty."),
        new("โปรดกรอก", "Fill it in."));

    /// <summary>A text longer than a form can hold.</summary>
    public static readonly FindingKind TooLong = new("KAL3035", Severity.Error,
        new("ข้อความยาว {0} อักขระ เกิน {1}", "The text has {0:character|characters}, more than {1}."),
        new("โปรดย่อข้อความ", "Shorten it."), new BilingualText("๓๒๐", "320"), new BilingualText("๒๐๐", "200"));

    /// <summary>A text with a character that cannot be printed.</summary>
    public static readonly FindingKind ControlCharacter = new("KAL3036", Severity.Error,
        new("ข้อความมีอักขระควบคุมที่พิมพ์ไม่ได้", "The text has a control character."),
        new("โปรดพิมพ์ข้อความนี้ใหม่", "Type this text again."));

    /// <summary>An id of another shape.</summary>
    public static readonly FindingKind OtherId = new("KAL3037", Severity.Error,
        new(
            "รหัส “{0}” ต้องเป็นอักษรอังกฤษตัวเล็ก ตัวเลข และขีด ไม่เกิน ๔๐ อักขระ",
            "The id “{0}” must be lower-case letters, digits and hyphens, at most 40."),
        new("โปรดแก้รหัส", "Change the id."), "Case No");

    /// <summary>Thresholds whose scores nobody said.</summary>
    public static readonly FindingKind ScoresNeeded = new("KAL3038", Severity.Error,
        new("มีเกณฑ์ {0} ค่า แต่ไม่มีคะแนนของแต่ละค่าครบ (scores) มีเพียงเกณฑ์ ๕ ค่าที่หมายถึงคะแนน ๑ ถึง ๕ เองได้",
            "{0:threshold has|thresholds have} no score each (scores); only five mean 1 to 5 by themselves."),
        new("โปรดระบุ scores ให้เท่าจำนวนเกณฑ์ หรือใส่เกณฑ์ของระดับ ๑ ถึง ๕", "Give as many scores as thresholds, or the thresholds of levels 1 to 5."),
        new BilingualText("๔", "4"));

    /// <summary>Values that neither rise nor fall throughout.</summary>
    public static readonly FindingKind NotInOrder = new("KAL3039", Severity.Error,
        new("ค่าต้องเพิ่มขึ้นหรือลดลงต่อเนื่องโดยไม่ซ้ำกัน", "The values must rise or fall throughout, without repeats."),
        new("โปรดเรียงค่าใหม่", "Put them in order."));

    /// <summary>Levels are not in order from 1 on.</summary>
    public static readonly FindingKind LevelsOutOfOrder = new("KAL3040", Severity.Error,
        new("ขั้นนี้เป็นระดับ {0} แต่ลำดับนี้ต้องเป็นระดับ {1}", "This step is level {0}, but level {1} stands here."),
        new("โปรดเรียงตั้งแต่ระดับ ๑", "Put levels in order from 1 on."), new BilingualText("๔", "4"), new BilingualText("๓", "3"));

    /// <summary>An end before its beginning, of days as of numbers.</summary>
    public static readonly FindingKind Reversed = new("KAL3042", Severity.Error,
        new("ช่วงเริ่มที่ {0} ซึ่งเลยจุดสิ้นสุดที่ {1}", "The range begins at {0}, past its end at {1}."),
        new("โปรดสลับหรือแก้ค่า", "Swap or correct them."), new BilingualText("๑ ต.ค. ๖๗", "1 October 2024"), new BilingualText("๑ ต.ค. ๖๖", "1 October 2023"));

    /// <summary>A number outside its range.</summary>
    public static readonly FindingKind OutOfRange = new("KAL3043", Severity.Error,
        new("{0} อยู่นอกช่วง {1} ถึง {2}", "{0} is outside {1} to {2}."),
        new("โปรดแก้จำนวน", "Change the number."), new BilingualText("๐", "0"), new BilingualText("๑", "1"), new BilingualText("๓,๖๖๐", "3,660"));

    /// <summary>A condition on facts that names a column.</summary>
    public static readonly FindingKind ColumnInFact = new("KAL3044", Severity.Error,
        new("เงื่อนไขนี้พิจารณาค่าเดี่ยว จึงอ้างคอลัมน์ “{0}” ไม่ได้", "This condition is about single values, so it cannot name column “{0}”."),
        new("โปรดใช้ fact หรือเปลี่ยนเป็นเงื่อนไขของแถว (someRow)", "Use a fact, or a condition on rows (someRow)."), "received");

    /// <summary>Options without a choice, or a choice without options.</summary>
    public static readonly FindingKind OptionsMismatch = new("KAL3045", Severity.Error,
        new("ตัวเลือกใช้กับชนิด choice เท่านั้น และ choice ต้องมีตัวเลือก", "Options belong to type choice, and a choice needs options."),
        new("โปรดแก้ชนิดหรือตัวเลือก", "Change the type or the options."));

    /// <summary>Limits without a number.</summary>
    public static readonly FindingKind LimitsMismatch = new("KAL3046", Severity.Error,
        new("minimum และ maximum ใช้กับชนิด number เท่านั้น", "Minimum and maximum belong to type number."),
        new("โปรดแก้ชนิด หรือนำออก", "Change the type, or take them out."));

    /// <summary>A fact of a type only rows have.</summary>
    public static readonly FindingKind FactOfOneSender = new("KAL3047", Severity.Error,
        new("ค่าเดี่ยวเป็นชนิด {0} ไม่ได้", "A fact cannot be of type {0}."),
        new("โปรดใช้คอลัมน์แทน", "Use a column."), "authority");

    /// <summary>A heading or synonym that means two columns.</summary>
    public static readonly FindingKind SameHeading = new("KAL3048", Severity.Error,
        new("“{0}” หมายถึงได้ทั้ง “{1}” และ “{2}”", "“{0}” means both “{1}” and “{2}”."),
        new("โปรดใช้หัวคอลัมน์หรือคำที่ต่างกัน", "Use words that differ."), "วันที่", "received", "closed");

    /// <summary>A direct scale without a full score for something that is no level, or with one for a level.</summary>
    public static readonly FindingKind ScaleUnfit = new("KAL3049", Severity.Error,
        new("เกณฑ์แบบ direct ต้องระบุคะแนนเต็ม (full) เว้นแต่ใช้กับวิธีวัดแบบ level ซึ่งไม่ต้องระบุ", "A direct scale needs a full score (full), except of a level, which has its own."),
        new("โปรดระบุหรือนำ full ออก หรือใช้เกณฑ์แบบอื่น", "Give or take out full, or use another scale."));

    /// <summary>A placeholder that nothing is put into.</summary>
    public static readonly FindingKind UnknownPlaceholder = new("KAL3050", Severity.Error,
        new("ไม่รู้จัก “{0}” ในข้อความ", "“{0}” in the text is not known."),
        new("ใช้ได้เฉพาะ {{province}} โปรดแก้หรือนำออก", "Only {{province}} is; correct it or take it out."), "{district}");

    /// <summary>A source that has to be cited and is not.</summary>
    public static readonly FindingKind NoCitation = new("KAL3051", Severity.Error,
        new("ที่มาชนิด {0} ต้องมีการอ้างอิง (citation)", "A source of kind {0} needs a citation."),
        new("โปรดเติมเลขที่ วันที่ หรือมาตรา", "Add its number, date or section."), "regulation");

    /// <summary>Not an e-mail address.</summary>
    public static readonly FindingKind NoAddress = new("KAL3052", Severity.Error,
        new("“{0}” ไม่ใช่ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์", "“{0}” is not an e-mail address."),
        new("โปรดตรวจสอบ และใช้เลขอารบิก", "Check it, and use Arabic digits."), "kalasin@");

    /// <summary>The lead is not among the hosts.</summary>
    public static readonly FindingKind LeadNotHost = new("KAL3053", Severity.Error,
        new("เจ้าภาพหลัก {0} ไม่อยู่ในรายชื่อเจ้าภาพ", "The lead {0} is not among the hosts."),
        new("โปรดเพิ่มเป็นเจ้าภาพ หรือเปลี่ยนเจ้าภาพหลัก", "Add it to the hosts, or change the lead."), "PUB");

    /// <summary>A name that means two units.</summary>
    public static readonly FindingKind SameUnitName = new("KAL3054", Severity.Error,
        new("“{0}” เป็นชื่อของทั้ง {1} และ {2}", "“{0}” is a name of both {1} and {2}."),
        new("โปรดใช้ชื่อที่ต่างกัน", "Use names that differ."), "ฝ่ายบริหาร", "ADM", "LAW");

    /// <summary>A district that does not belong to its unit.</summary>
    public static readonly FindingKind DistrictMismatch = new("KAL3055", Severity.Error,
        new("รหัสอำเภอ “{0}” ไม่ตรงกับชนิดหน่วยงานหรือจังหวัด {1}", "District “{0}” does not fit the kind of unit or province {1}."),
        new("โปรดใช้รหัสอำเภอสี่หลักของจังหวัด และเฉพาะกับท้องถิ่นอำเภอ", "Use a four-digit code of the province, for district offices only."), "4701", "46");

    /// <summary>Reports are due before the days they are about have begun.</summary>
    public static readonly FindingKind DeadlineBeforePeriod = new("KAL3056", Severity.Error,
        new("กำหนดส่ง {0} อยู่ก่อนวันแรกของช่วงที่ประเมิน {1}", "The deadline {0} is before the first day that counts, {1}."),
        new("โปรดแก้กำหนดส่งหรือช่วงที่ประเมิน", "Correct the deadline or the period."),
        new BilingualText("๓๑ พ.ค. ๖๖", "31 May 2023"), new BilingualText("๑ ต.ค. ๖๖", "1 October 2023"));

    /// <summary>A stepped scale that doesn't say what a value below its first step scores.</summary>
    public static readonly FindingKind FloorMissing = new("KAL3057", Severity.Error,
        new("เกณฑ์แบบขั้นยังไม่ระบุคะแนนของค่าที่ไม่ถึงขั้นแรก (floor)", "The steps don't say what a value short of the first one scores (floor)."),
        new("โปรดระบุ floor เช่น 0", "Give a floor, such as 0."));

    /// <summary>One period that ends on two days.</summary>
    public static readonly FindingKind HolidaysDiffer = new("KAL3058", Severity.Error,
        new(
            "within และ overdueAfter นับระยะเวลาเดียวกัน แต่สิ้นสุดต่างกันเมื่อครบกำหนดในวันหยุดหรือเมื่อนับวันแรก",
            "Within and overdueAfter count the same period but end it differently, on a holiday or by the first day."),
        new("โปรดใช้ endsOnHoliday และ countsFirstDay เดียวกัน", "Give both the same endsOnHoliday and countsFirstDay."));

    /// <summary>A column of weights that could be negative or without bound.</summary>
    public static readonly FindingKind WeightsUnbounded = new("KAL3059", Severity.Error,
        new("คอลัมน์น้ำหนัก “{0}” ยังไม่กำหนด minimum ตั้งแต่ ๐ และ maximum ไม่เกิน {1}", "The column of weights “{0}” has no minimum of 0 or more and maximum up to {1}."),
        new("โปรดกำหนดขอบเขตของคอลัมน์", "Give the column its limits."), "staff", new BilingualText("๑,๐๐๐,๐๐๐", "1,000,000"));

    /// <summary>A mean that is weighted and trimmed: which end a heavy row stands at would be anybody's guess.</summary>
    public static readonly FindingKind TrimmedWeights = new("KAL3060", Severity.Error,
        new("ระบุทั้ง weights และ trim ค่าเฉลี่ยจึงมีสองความหมาย", "Both weights and trim are given, so the mean has two meanings."),
        new("โปรดเลือกอย่างใดอย่างหนึ่ง", "Choose one of them."));

    /// <summary>A period without a length, or with several.</summary>
    public static readonly FindingKind OneLength = new("KAL3061", Severity.Error,
        new("ระยะเวลานี้ระบุความยาว {0} อย่าง ต้องระบุอย่างเดียว", "This period has {0:length|lengths}, where one is needed."),
        new("โปรดระบุ days, workingDays, months หรือ years เพียงอย่างเดียว", "Give one of days, workingDays, months and years."),
        new BilingualText("๒", "2"));

    /// <summary>Fewer than two of something that needs two.</summary>
    public static readonly FindingKind TwoNeeded = new("KAL3062", Severity.Error,
        new("มี {0} ค่า แต่ต้องมีอย่างน้อย ๒ ค่า", "There are {0}, but at least 2 are needed."),
        new("โปรดเพิ่มให้ครบ", "Add what lacks."), new BilingualText("๑", "1"));

    /// <summary>A first band with a beginning, or a later one without.</summary>
    public static readonly FindingKind BandBegins = new("KAL3063", Severity.Error,
        new("ช่วงแรกต้องไม่มี from และช่วงถัดไปต้องมี", "The first band has no “from”, and every later one has."),
        new("โปรดแก้จุดเริ่มของช่วง", "Correct where the band begins."));

    /// <summary>A class that no scale is for.</summary>
    public static readonly FindingKind ClassWithoutScale = new("KAL3064", Severity.Error,
        new("ยังไม่มีเกณฑ์ของกลุ่ม “{0}”", "There is no scale for the class “{0}”."),
        new("โปรดเพิ่มเกณฑ์ของทุกกลุ่ม", "Give each class its scale."), "small");

    /// <summary>Scales of classes that end apart or run in opposite directions.</summary>
    public static readonly FindingKind ClassesDiffer = new("KAL3065", Severity.Error,
        new("เกณฑ์ของแต่ละกลุ่มต้องมีคะแนนเต็มและทิศทางเดียวกัน", "The scales of all classes end at the same full score, and rise or fall alike."),
        new("โปรดแก้เกณฑ์ของกลุ่มนี้", "Correct the scale of this class."));

    /// <summary>Weights that don't add up to what is stated.</summary>
    public static readonly FindingKind WeightsDiffer = new("KAL3066", Severity.Error,
        new("น้ำหนักรวมเป็น {0} แต่ระบุไว้ {1}", "The weights add up to {0}, where {1} is stated."),
        new("โปรดตรวจน้ำหนักทุกรายการกับที่มา", "Check each weight with its source."), new BilingualText("๙๕", "95"), new BilingualText("๑๐๐", "100"));

    /// <summary>A group without a weight among groups that have one.</summary>
    public static readonly FindingKind GroupWeightMissing = new("KAL3067", Severity.Error,
        new("ด้าน “{0}” ยังไม่มีน้ำหนัก ขณะที่ด้านอื่นมี", "The group “{0}” has no weight, while others have."),
        new("โปรดระบุน้ำหนักของทุกด้าน หรือไม่ระบุเลย", "Give all groups a weight, or none."), "service");

    /// <summary>An indicator that stands in no group although groups are weighted.</summary>
    public static readonly FindingKind OutsideGroups = new("KAL3068", Severity.Error,
        new("ตัวชี้วัดที่ {0} ไม่อยู่ในด้านใด ทั้งที่คะแนนรวมคิดจากน้ำหนักของด้าน", "Indicator {0} stands in no group, where the total is made of groups."),
        new("โปรดใส่ตัวชี้วัดในด้านที่ถูกต้อง", "Put it into its group."), new BilingualText("๕", "5"));

    /// <summary>A bonus or penalty in a group.</summary>
    public static readonly FindingKind GroupedExtra = new("KAL3069", Severity.Error,
        new("ตัวชี้วัดที่ {0} เป็นคะแนนเพิ่มหรือคะแนนหัก จึงอยู่ในด้านไม่ได้", "Indicator {0} is a bonus or a penalty and stands in no group."),
        new("โปรดนำออกจากด้าน", "Take it out of the group."), new BilingualText("๑๒", "12"));

    /// <summary>A bound that is missing, or two of them.</summary>
    public static readonly FindingKind OneBound = new("KAL3070", Severity.Error,
        new("ต้องระบุ least หรือ most เพียงอย่างเดียว", "Exactly one of least and most is given."),
        new("โปรดระบุอย่างเดียว หากต้องการทั้งสองให้เขียนเป็นสองข้อ", "Give one; write two requirements where both are meant."));

    /// <summary>Per cent of something that has no full score.</summary>
    public static readonly FindingKind NoFullScore = new("KAL3071", Severity.Error,
        new("ค่าที่วัดและคะแนนหักไม่มีคะแนนเต็มให้คิดเป็นร้อยละ", "A value, or what penalties take, has no full score to be per cent of."),
        new("โปรดนำ perCent ออก", "Take perCent out."));

    /// <summary>A requirement about something that only tells equal totals apart.</summary>
    public static readonly FindingKind ForRankingOnly = new("KAL3072", Severity.Error,
        new("completedOn ใช้จัดลำดับผู้ที่คะแนนเท่ากันเท่านั้น", "“completedOn” is for telling equal totals apart only."),
        new("โปรดใช้ใน ranking", "Use it in ranking."));

    /// <summary>A framework that is entered by its own result.</summary>
    public static readonly FindingKind OwnEntry = new("KAL3073", Severity.Error,
        new("ผลของกรอบการประเมินนี้เองกำหนดผู้เข้ารอบของตนเองไม่ได้", "A framework isn't entered by its own result."),
        new("โปรดระบุกรอบการประเมินของรอบคัดกรอง", "Name the framework of the screening."));

    /// <summary>A cut that is missing, or two of them.</summary>
    public static readonly FindingKind OneCut = new("KAL3074", Severity.Error,
        new("ต้องระบุ top หรือ least เพียงอย่างเดียว", "Exactly one of top and least is given."),
        new("โปรดระบุจำนวนผู้เข้ารอบ หรือคะแนนขั้นต่ำ", "Say how many enter, or from which total on."));

    /// <summary>A column that takes its options from a list and isn't a choice, or has options of its own.</summary>
    public static readonly FindingKind ListMismatch = new("KAL3075", Severity.Error,
        new("list ใช้กับชนิด choice ที่ไม่มี options เท่านั้น", "A list is for type choice without options."),
        new("โปรดแก้ชนิด หรือใช้อย่างใดอย่างหนึ่ง", "Change the type, or use one of them."));

    /// <summary>Two denominators.</summary>
    public static readonly FindingKind TwoDenominators = new("KAL3041", Severity.Error,
        new("ระบุทั้ง population และ listed ตัวหารจึงมีสองความหมาย", "Both population and listed are given, so the denominator has two meanings."),
        new("โปรดเลือกอย่างใดอย่างหนึ่ง", "Choose one of them."));

    /// <summary>A list is needed.</summary>
    public static readonly FindingKind NoList = new("KAL3076", Severity.Error,
        new("คอลัมน์ “{0}” ไม่ได้อ้างรายชื่อ (list)", "The column “{0}” takes its options from no list."),
        new("โปรดใช้คอลัมน์ชนิด choice ที่มี list", "Use a choice with a list."), "hospital");

    /// <summary>Senders of a list that are named besides.</summary>
    public static readonly FindingKind SendersOfList = new("KAL3077", Severity.Error,
        new("คอลัมน์ “{0}” มีรายชื่อของตนเอง senders จึงต้องว่าง", "The column “{0}” has a list of its own, so senders are empty."),
        new("โปรดเว้น units และ authorities ให้ว่าง", "Leave units and authorities empty."), "hospital");

    /// <summary>A register that a judge's sheet can't fill.</summary>
    public static readonly FindingKind JudgeUnfit = new("KAL3078", Severity.Error,
        new(
            "ช่องกรรมการ “{0}” ต้องเป็นช่องเดียวที่ใช้ระบุรายการ ช่องคะแนน “{1}” ต้องมีค่าต่ำสุดและสูงสุด และต้องไม่มีช่องอื่นที่บังคับกรอกหรือช่องน้ำหนัก",
            "The judge's column “{0}” has to be the only key, the score's column “{1}” needs a minimum and a maximum, and there is no weight and no other required column."),
        new("โปรดแก้ทะเบียนของตัวชี้วัดนี้ หรือนำ judge ออก", "Change the register, or take “judge” out."), "judge", "score");
}
