using System.Collections.Frozen;

namespace Kalasin.Evaluation.Frameworks.Differences;

/// <summary>What officers call the members and words of a framework or plan.</summary>
internal static class MemberWords
{
    private static readonly FrozenDictionary<string, BilingualText> Members = Table("""
        afterHoursIsLate|ส่งหลังเวลาราชการถือว่าล่าช้า|late after office hours
        aliases|ชื่ออื่น|other names
        also|ค่าที่แสดงคู่กัน|value shown beside
        authorities|อปท. ที่ต้องส่ง|authorities that send
        authoritiesOn|วันของทะเบียน อปท.|day of the register of authorities
        authority|หน่วยงานเจ้าของรางวัล|giver
        authorityShortName|ชื่อย่อของเจ้าของรางวัล|giver's short name
        bands|ช่วงคะแนน|bands
        basis|ฐานะผู้ลงนามแทน|capacity
        before|ฐานที่เปรียบเทียบ|compared with
        blanks|ช่องที่ไม่มีค่า|blanks
        by|ตัดสินด้วย|decided by
        caseCode|รหัสเรื่อง|case code
        checks|การตรวจสอบแถว|checks of rows
        citation|อ้างอิง|citation
        class|กลุ่ม|class
        classes|การจำแนกกลุ่ม|classes
        closed|วันที่สิ่งที่วัดสิ้นสุด|end of what is measured
        code|รหัส|code
        codes|จังหวัด|provinces
        collector|ผู้รวบรวม|collector
        column|ช่องข้อมูล|column
        columns|ช่องข้อมูล|columns
        condition|เงื่อนไขของระดับ|condition
        countsFirstDay|นับวันแรกเป็นวันที่ ๑|counts the first day
        date|วันครบกำหนด|last day
        days|จำนวนวัน|days
        denominator|ตัวหาร|denominator
        deputy|ผู้ลงนามแทน|deputy
        detailSources|ที่มาของรายละเอียดวิธีวัด|sources of details of the measure
        distinctBy|นับรายการเดียวกันจาก|distinct by
        district|อำเภอ|district
        due|เงื่อนไขของตัวหาร|condition of the denominator
        duplicates|เรื่องเดียวกันจากสองหน่วยงาน|the same from two units
        email|ที่อยู่อีเมล|e-mail
        en|ภาษาอังกฤษ|English
        endsAtFull|ไม่เกินคะแนนเต็ม|ends at the full score
        endsOnHoliday|เมื่อวันสุดท้ายเป็นวันหยุด|when the last day is a holiday
        entrant|ผู้รับการประเมิน|entrant
        entry|สิทธิเข้ารับการประเมิน|entry
        evaluationDate|วันที่ใช้ประเมิน|evaluation date
        evidence|เอกสารหลักฐาน|evidence
        excluded|จังหวัดที่ยกเว้น|excluded provinces
        expects|ประเภทที่ต้องมีครบ|categories that must occur
        explanation|คำอธิบายเกณฑ์|explanation
        fact|ค่าเดี่ยว|fact
        factChecks|การตรวจสอบค่าเดี่ยว|checks of facts
        facts|ค่าเดี่ยว|facts
        finalDeadline|กำหนดส่งเจ้าของรางวัล|final deadline
        fiscalYear|ปีงบประมาณ|fiscal year
        floor|คะแนนเมื่อไม่ถึงเกณฑ์แรก|score short of the first threshold
        formats|รูปแบบไฟล์ที่ให้ส่ง|formats asked for
        framework|กรอบการประเมิน|framework
        from|ตั้งแต่|from
        full|คะแนนเต็ม|full score
        groups|กลุ่มตัวชี้วัด|groups
        guidance|คำแนะนำในการกรอก|guidance
        happened|วันที่เหตุเกิด|day it happened
        heading|หัวช่อง|heading
        highest|ตัดค่าสูงสุด|highest left out
        holds|เงื่อนไข|condition
        hosting|เจ้าภาพ|hosts
        hosts|หน่วยงานเจ้าภาพ|hosts
        id|รหัส|id
        indicator|ตัวชี้วัด|indicator
        indicators|ตัวชี้วัด|indicators
        internal|ใช้ภายในเท่านั้น|internal
        internalDeadline|กำหนดส่งภายในจังหวัด|internal deadline
        is|เป็น|is
        isAssumed|เป็นเกณฑ์สมมติ|assumed
        items|รายการ|items
        judge|ช่องกรรมการ|judge
        key|ช่องที่ใช้ระบุรายการเดียวกัน|key
        kind|ชนิด|kind
        kinds|ประเภท อปท.|kinds of authorities
        label|ป้ายชื่อ|label
        lead|เจ้าภาพหลัก|lead
        leadSource|ที่มาของเจ้าภาพหลัก|source of the lead
        least|อย่างน้อย|at least
        level|ระดับ|level
        limit|ขอบเขต|limit
        list|รายชื่อ|list
        listed|ตัวหารจากรายชื่อ|list as the denominator
        lists|รายชื่อ|lists
        lowest|ตัดค่าต่ำสุด|lowest left out
        maximum|ค่าสูงสุด|maximum
        measure|วิธีวัด|measure
        meets|เงื่อนไขของตัวตั้ง|condition of the numerator
        memo|หนังสือของจังหวัด|memo
        merge|การรวมคำตอบของเจ้าภาพร่วม|merging of joint hosts
        message|ข้อความ|message
        met|ถ้อยคำเมื่อเป็นไปตามเงื่อนไข|words when met
        minimum|ค่าต่ำสุด|minimum
        months|จำนวนเดือน|months
        most|ไม่เกิน|at most
        mostBonus|คะแนนเพิ่มรวมไม่เกิน|most bonus
        mostPenalty|คะแนนหักรวมไม่เกิน|most penalty
        name|ชื่อ|name
        needs|ต้องมีหลักฐานของ|evidence of
        needsEvidence|นับเมื่อมีหลักฐาน|counts with evidence
        noPersonalData|ห้ามมีข้อมูลส่วนบุคคล|no personal data
        notApplicable|เมื่อไม่มีสิ่งที่จะวัด|when there is nothing to measure
        note|หมายเหตุ|note
        now|ค่าปัจจุบัน|now
        number|เลขที่|number
        numerator|ตัวตั้ง|numerator
        of|ประกอบด้วย|of
        office|สำนักงาน|office
        officeAddress|ที่อยู่ของสำนักงาน|address of the office
        officeHoursEnd|เวลาเลิกราชการ|end of office hours
        officeHoursSource|ที่มาของเวลาเลิกราชการ|source of office hours
        on|ณ วันที่|on
        openChoices|เรื่องที่ต้องเลือก|open choices
        options|ตัวเลือก|options
        paper|ส่งเป็นกระดาษด้วย|also on paper
        perCent|คิดเป็นร้อยละของคะแนนเต็ม|in per cent of the full score
        period|ช่วงเวลาที่นับ|period
        population|ตัวหารจากทะเบียน อปท.|population
        position|ตำแหน่ง|position
        prefers|ผู้ที่มาก่อน|prefers
        prefill|ใส่ไว้ในแบบล่วงหน้า|filled in beforehand
        project|โครงการ|project
        province|จังหวัด|province
        question|คำถาม|question
        ranking|การจัดอันดับ|ranking
        register|ทะเบียนข้อมูล|register
        remedy|สิ่งที่ขอให้แก้|remedy
        reminders|วันเตือนก่อนกำหนด|reminders
        required|ต้องกรอก|required
        requirements|เงื่อนไขที่ต้องผ่าน|requirements
        revision|ฉบับที่|revision
        role|บทบาท|role
        roleText|บทบาทที่พิมพ์|printed role
        row|หน่วยของแถว|row
        scale|เกณฑ์การให้คะแนน|scale
        scales|เกณฑ์ของแต่ละกลุ่ม|scales
        score|คะแนน|score
        scores|คะแนนของแต่ละเกณฑ์|scores
        scoringOff|ยังไม่คิดคะแนน|scoring off
        selfScore|คะแนนที่หน่วยงานให้ตนเอง|self-score
        senders|ผู้ที่ต้องส่ง|senders
        severity|ระดับความสำคัญ|severity
        shortName|ชื่อย่อ|short name
        shortText|ชื่อย่อตัวชี้วัด|short text
        signatories|ผู้ลงนาม|signatories
        source|ที่มา|source
        steps|ขั้น|steps
        subject|เรื่องที่วัด|subject
        synonyms|คำที่ใช้แทนได้|synonyms
        tScores|แสดงคะแนนมาตรฐานที|T-scores
        telephone|โทรศัพท์|telephone
        text|ข้อความ|text
        textSource|ที่มาของข้อความ|source of the text
        th|ภาษาไทย|Thai
        than|เทียบกับ|than
        thresholds|ค่าเกณฑ์|thresholds
        tieBreaks|การตัดสินเมื่อคะแนนเท่ากัน|tie-breaks
        title|ชื่อการประเมิน|title
        to|ถึง|to
        top|อันดับแรก|top
        total|คะแนนรวม|total
        trim|การตัดค่าสูงสุดและต่ำสุด|trim
        type|ชนิดข้อมูล|type
        unit|หน่วยนับ|unit
        unitHeadConfirms|หัวหน้าหน่วยงานยืนยัน|unit heads confirm
        unitKinds|ชนิดหน่วยงาน|kinds of units
        units|หน่วยงาน|units
        until|ข้อความจนกว่าจะเลือก|until chosen
        value|ค่า|value
        violated|ผิดเมื่อ|violated when
        weight|น้ำหนัก|weight
        weights|ช่องน้ำหนัก|weights
        weightsAddUpTo|น้ำหนักรวม|weights add up to
        where|แถวที่นำมาคิด|rows that belong
        workingDays|จำนวนวันทำการ|working days
        year|ปีงบประมาณ|year
        years|จำนวนปี|years
        zeroWhenNothing|ไม่มีผลได้ ๐|zero when nothing
        """);

    private static readonly FrozenDictionary<string, BilingualText> Words = Table("""
        memo|หนังสือจังหวัด|the province's memo
        dlaLetter|หนังสือกรมฯ|the department's letter
        annex|ภาคผนวกของหนังสือกรมฯ|annex of the department's letter
        regulation|ระเบียบกฎหมาย|regulation
        office|ข้อกำหนดของจังหวัด|decision of the province
        assumed|เกณฑ์สมมติ|assumed
        percentage|ร้อยละ|percentage
        count|จำนวนนับ|count
        level|ระดับ|level
        sum|ผลรวม|sum
        average|ค่าเฉลี่ย|average
        ratioOfSums|ร้อยละของผลรวม|ratio of sums
        growth|ร้อยละที่เพิ่มขึ้น|growth
        interpolated|เทียบสัดส่วนระหว่างเกณฑ์|lines between thresholds
        stepped|เป็นขั้น|steps
        banded|เป็นช่วง|bands
        direct|ค่าที่วัดเป็นคะแนนโดยตรง|the value is the score
        byClass|แยกตามกลุ่ม|by class
        province|จังหวัด|province
        unit|หน่วยงานแต่ละแห่ง|each unit
        row|แถว|row
        return|รายงานของหน่วยงาน|return
        excludeAndReweight|ไม่นำมาคิด|left out
        full|ได้คะแนนเต็ม|full score
        zero|ได้ ๐ คะแนน|zero
        union|รวมทุกแถว|union
        agree|ต้องตรงกัน|must agree
        lead|ใช้ของเจ้าภาพหลัก|the lead's
        best|ใช้ผลที่ดีที่สุด|the best
        countOnce|นับครั้งเดียว|counted once
        countAll|นับทุกครั้ง|counted each time
        text|ข้อความ|text
        number|จำนวน|number
        date|วันที่|date
        choice|ตัวเลือก|choice
        flag|ใช่/ไม่|yes/no
        authority|อปท.|local authority
        sender|ผู้ส่ง|sender
        not|ไม่เป็นตามนี้|not
        all|ครบทุกข้อ|all of
        any|ข้อใดข้อหนึ่ง|any of
        present|มีค่า|present
        equals|เท่ากับ|equals
        atLeast|ไม่น้อยกว่า|at least
        atMost|ไม่เกิน|at most
        before|อยู่ก่อน|before
        within|ภายในเวลา|within
        overdueAfter|พ้นกำหนด|overdue after
        column|ช่องข้อมูล|column
        fact|ค่าเดี่ยว|fact
        evaluationDate|วันที่ใช้ประเมิน|evaluation date
        fiscalYearEnd|วันสิ้นปีงบประมาณ|end of the fiscal year
        someRow|มีแถวที่เข้าเงื่อนไข|some row
        coverage|มีผู้ส่งครบ|every sender
        points|รวมคะแนนตามน้ำหนัก|points
        mean|ค่าเฉลี่ยตามน้ำหนัก|mean
        indicator|คะแนนตัวชี้วัด|score of an indicator
        value|ค่าที่วัดได้|value of an indicator
        group|คะแนนของกลุ่ม|result of a group
        penalty|คะแนนหัก|penalty
        bonus|คะแนนเพิ่ม|bonus
        total|คะแนนรวม|total
        completedOn|วันที่รายงานครบ|day of completion
        higher|ค่ามากกว่า|higher
        lower|ค่าน้อยกว่า|lower
        extend|เลื่อนไปวันทำการถัดไป|extended to the next working day
        asIs|ไม่เลื่อน|not extended
        leftOut|ไม่นำมาเฉลี่ย|left out
        error|ไม่ให้นับ|error
        warning|แจ้งเตือน|warning
        information|แจ้งให้ทราบ|information
        actingFor|ปฏิบัติราชการแทน|acting for
        standingIn|รักษาราชการแทน|standing in for
        workGroup|กลุ่มงาน|work group
        section|ฝ่าย|section
        districtOffice|ท้องถิ่นอำเภอ|district office
        pao|อบจ.|PAO
        city|เทศบาลนคร|city municipality
        town|เทศบาลเมือง|town municipality
        subdistrict|เทศบาลตำบล|subdistrict municipality
        sao|อบต.|SAO
        compiler|ผู้รวบรวม|compiler
        certifier|ผู้รับรอง|certifier
        """);

    /// <summary>What a member is called; its own name where nobody has named it.</summary>
    public static BilingualText Of(string member) => Members.GetValueOrDefault(member) ?? member;

    /// <summary>Whether a member has a name for officers.</summary>
    public static bool Knows(string member) => Members.ContainsKey(member);

    /// <summary>What a word of a file means; the word itself where it is nobody's but the file's.</summary>
    public static BilingualText Word(string word) => Words.GetValueOrDefault(word) ?? word;

    private static FrozenDictionary<string, BilingualText> Table(string lines) => lines.Split('\n').Select(line => line.Split('|'))
        .ToFrozenDictionary(cells => cells[0], cells => new BilingualText(cells[1], cells[2]), StringComparer.Ordinal);
}
