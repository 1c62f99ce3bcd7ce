#!/usr/bin/env python3
"""The sample round once more, without the product: reads the forms as they were sent and writes a workbook of formulas.

    python3 recompute.py <folder of the sample> <workbook to write>

The rules are those of the letter (and, where it is silent, of the province), written down here by hand. Nothing is imported but
Python's own library, and nothing is computed but what stands in a cell: this script copies cells, reads Thai dates and numbers,
and spells names the same way. LibreOffice does the counting.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
EPOCH = date(1899, 12, 30)

AUTHORITIES = 151                   # provincial organisation, municipalities and subdistrict organisations of Kalasin
JUDGED = date(2024, 5, 15)          # ว ๑๙๘: 15 May 2567
YEAR = (date(2023, 10, 1), date(2024, 9, 30))
MONTHS = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค']
LONG = ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม']


# --- reading a form -------------------------------------------------------------------------------------------------------------

def sheets(path):
    """Name and rows of each sheet; a row is its cells by column."""
    with zipfile.ZipFile(path) as z:
        shared = []
        if 'xl/sharedStrings.xml' in z.namelist():
            shared = [''.join(t.text or '' for t in si.iter(MAIN + 't')) for si in ET.fromstring(z.read('xl/sharedStrings.xml'))]
        links = {e.get('Id'): e.get('Target').lstrip('/') for e in ET.fromstring(z.read('xl/_rels/workbook.xml.rels'))}
        for sheet in ET.fromstring(z.read('xl/workbook.xml')).iter(MAIN + 'sheet'):
            part = links[sheet.get(LINK + 'id')]
            rows = []
            for row in ET.fromstring(z.read(part if part.startswith('xl/') else 'xl/' + part)).iter(MAIN + 'row'):
                cells = {}
                for c in row.iter(MAIN + 'c'):
                    value, inline = c.find(MAIN + 'v'), c.find(MAIN + 'is')
                    text = (value.text or '') if value is not None else ''.join(t.text or '' for t in inline.iter(MAIN + 't')) if inline is not None else ''
                    if c.get('t') == 's':
                        text = shared[int(text)]
                    if text.strip():
                        cells[re.match('[A-Z]+', c.get('r')).group()] = text.strip() if c.get('t') in ('s', 'str', 'inlineStr') else float(text)
                rows.append(cells)
            yield sheet.get('name'), rows


def arabic(text):
    return ''.join(chr(ord(c) - 0x0E50 + 48) if '๐' <= c <= '๙' else c for c in text)


def plain(text):
    """A text without what people write differently: spaces, full stops, kinds of digits."""
    return re.sub(r'[\s.\-–/()"“”,:]+', '', arabic(str(text))).lower()


def day(value):
    """A day as a worksheet counts it; None where it can't be one, such as 31 February or a year to come."""
    if value is None:
        return None
    if isinstance(value, float):        # a date of Excel's, which may have been typed with its Buddhist year
        typed = EPOCH + timedelta(days=int(value))
        return (typed.replace(year=typed.year - 543) - EPOCH).days if typed.year > 2400 else int(value)
    text = arabic(value).strip()
    found = re.fullmatch(r'(\d{1,2})\s*([^\d]+?)\s*(\d{2}|\d{4})', text)
    if found and not re.search('[/-]', found[2]):
        word = found[2].replace('.', '').replace(' ', '')
        month = (MONTHS.index(word) if word in MONTHS else LONG.index(word)) + 1
        d, y = int(found[1]), int(found[3])
    elif re.fullmatch(r'\d{4}-\d{2}-\d{2}', text):
        y, month, d = map(int, text.split('-'))
    else:
        found = re.fullmatch(r'(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})', text)
        if not found:
            return None
        d, month, y = int(found[1]), int(found[2]), int(found[3])
    y = y + 2500 if y < 100 else y
    try:
        read = date(y - 543 if y > 2400 else y, month, d)
    except ValueError:
        return None
    return (read - EPOCH).days if read <= JUDGED + timedelta(days=366) else None


def register(rows):
    """Heads and rows of ๔. ทะเบียนข้อมูล, with each row's own number."""
    at = next(i for i, r in enumerate(rows) if str(r.get('A')) == 'ที่')
    heads = {plain(text): column for column, text in rows[at].items()}
    lines = []
    for number, row in enumerate(rows[at + 1:], 1):
        if not re.fullmatch(r'\d+(\.0)?', arabic(str(row.get('A', '')))):
            break
        if set(row) - {'A'}:
            lines.append((number, row))
    return heads, lines


def answers(folder):
    """The sheet of each unit and indicator that counts: of two the one that came later."""
    index = json.loads((folder / 'sample.json').read_text(encoding='utf-8'))
    latest = {}
    for delivery in sorted(index['deliveries'], key=lambda d: d['receivedAt']):
        for file in delivery['files']:
            if file.endswith('.xlsx'):
                for name, rows in sheets(folder / file):
                    if name.startswith('ตัวชี้วัด'):
                        latest[delivery['unit'], plain(name.removeprefix('ตัวชี้วัด'))] = rows
    ruled_out = {tuple(d['decision']['row'].removeprefix('@').split('/')) for d in index.get('decisions', []) if d['decision']['kind'] == 'excludeRow'}
    return latest, ruled_out


class Round:
    def __init__(self, folder):
        self.latest, self.ruled_out = answers(folder)

    def rows(self, indicator, *heads):
        """Unit, row number and the cells under some heads (each given by its spellings) of everybody who reported."""
        for (unit, number), rows in self.latest.items():
            if number != indicator:
                continue
            known, lines = register(rows)
            columns = [next((known[h] for h in map(plain, spellings) if h in known), None) for spellings in heads]
            for n, row in lines:
                if (unit, indicator, str(n)) not in self.ruled_out:
                    yield unit, n, [row.get(c) for c in columns]

    def fact(self, unit, indicator, label):
        return next((day(r.get('D')) for r in self.latest[unit, indicator] if plain(r.get('A', '')) == plain(label)), None)


# --- writing the workbook -------------------------------------------------------------------------------------------------------

class Sheet:
    def __init__(self, name, heads):
        self.name, self.rows = name, [list(heads)]

    def add(self, *cells):
        self.rows.append(list(cells))
        return len(self.rows)

    def xml(self):
        out = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
        for r, row in enumerate(self.rows, 1):
            out.append(f'<row r="{r}">')
            for c, cell in enumerate(row):
                at = f'{chr(65 + c)}{r}'
                if isinstance(cell, str) and cell.startswith('='):
                    out.append(f'<c r="{at}"><f>{escape(cell[1:])}</f></c>')
                elif isinstance(cell, (int, float)):
                    out.append(f'<c r="{at}"><v>{cell!r}</v></c>')
                elif cell:
                    out.append(f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
            out.append('</row>')
        return ''.join(out) + '</sheetData></worksheet>'


def write(path, book):
    names = ''.join(f'<sheet name="{s.name}" sheetId="{i}" r:id="r{i}"/>' for i, s in enumerate(book, 1))
    links = ''.join(
        f'<Relationship Id="r{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(book) + 1))
    types = ''.join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for i in range(1, len(book) + 1))
    package = 'http://schemas.openxmlformats.org/package/2006'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   f'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>')
        z.writestr('_rels/.rels', f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Target="xl/workbook.xml" '
                   'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>')
        z.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package}/relationships">{links}</Relationships>')
        z.writestr('xl/workbook.xml', '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                   f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>')
        for i, sheet in enumerate(book, 1):
            z.writestr(f'xl/worksheets/sheet{i}.xml', sheet.xml())


# --- the twelve indicators: each gives its sheet and the formulas of what is counted and of what it is counted ---------------------

JUDGED_DAY, FIRST_DAY, LAST_DAY = ((d - EPOCH).days for d in (JUDGED, *YEAR))


def discipline(sample):
    """1: finally resolved within 90 days ÷ those resolved and those past day 90; carried over or received in the year."""
    sheet = Sheet('1', ['unit', 'case', 'received', 'resolved', 'final', 'concerned', 'due', 'met'])
    for unit, _, (case, received, resolved, kind) in sample.rows(
            '1', ['รหัสเรื่อง'], ['วันที่ฝ่ายเลขานุการรับรายงาน'], ['วันที่มีมติ'], ['ลักษณะมติ']):
        r = len(sheet.rows) + 1
        sheet.add(unit, plain(case), day(received), day(resolved), 1 if kind and plain(kind) == plain('แล้วเสร็จ') else 0,
                  f'=IF(AND(ISNUMBER(C{r}),C{r}<={JUDGED_DAY}),IF(OR(C{r}>={FIRST_DAY},E{r}=0,D{r}>={FIRST_DAY}),1,0),0)',
                  f'=IF(F{r}=1,IF(OR(AND(E{r}=1,D{r}<={JUDGED_DAY}),{JUDGED_DAY}-C{r}>90),1,0),0)',
                  f'=IF(AND(G{r}=1,E{r}=1,D{r}-C{r}<=90,D{r}<={JUDGED_DAY}),1,0)')
    last = len(sheet.rows)
    return sheet, f"SUM('1'!H2:H{last})", f"SUM('1'!G2:G{last})"


def authorities(sample, indicator, heads, meets):
    """2, 11, 12: authorities that meet a condition ÷ 151; one named twice counts once, and not at all while its rows differ."""
    sheet = Sheet(indicator, ['authority', 'answer', 'met', 'rows', 'alike', 'first', 'counts'])
    for _, _, (district, name, answer) in sample.rows(indicator, ['อำเภอ'], ['องค์กรปกครองส่วนท้องถิ่น'], heads):
        r = len(sheet.rows) + 1
        sheet.add(f'{authority(name)}|{plain(district or "")}', answer if isinstance(answer, float) else number(answer), meets(r),
                  f'=COUNTIF(A:A,A{r})', f'=COUNTIFS(A:A,A{r},C:C,C{r})', f'=IF(MATCH(A{r},A:A,0)=ROW(),1,0)', f'=IF(AND(C{r}=1,D{r}=E{r},F{r}=1),1,0)')
    return sheet, f"SUM('{indicator}'!G2:G{len(sheet.rows)})", f'{AUTHORITIES}'


def number(text):
    text = arabic(text or '')
    return float(text) if re.fullmatch(r'\d+(\.\d+)?', text) else plain(text)


def authority(name):
    """Kinds in their short forms; a name with its district or code behind it keeps the code, which alone tells two of one name apart."""
    text = arabic(name)
    for long, short in (('เทศบาลเมือง', 'ทม'), ('เทศบาลตำบล', 'ทต'), ('องค์การบริหารส่วนตำบล', 'อบต'), ('องค์การบริหารส่วนจังหวัด', 'อบจ')):
        text = text.replace(long, short)
    code = re.search(r'รหัส\s*(\d+)', text)
    return plain(re.sub(r'\(.*\)', '', text)) + (code[1] if code else '')


def activities(sample, indicator, *heads):
    """3 to 7: different activities of the year up to the day of judgement."""
    sheet = Sheet(indicator, ['unit', 'day', 'what', 'counts', 'key', 'first'])
    for unit, _, (when, *what) in sample.rows(indicator, *heads):
        r = len(sheet.rows) + 1
        sheet.add(unit, day(when) or 'ไม่ทราบ', 'k' + '|'.join(plain(w or '') for w in what),
                  f'=IF(ISNUMBER(B{r}),IF(AND(B{r}>={FIRST_DAY},B{r}<={min(JUDGED_DAY, LAST_DAY)}),1,0),0)',
                  f'=IF(D{r}=1,B{r}&C{r},"-"&ROW())', f'=IF(AND(D{r}=1,SUMPRODUCT(--EXACT(E$1:E{r - 1},E{r}))=0),1,0)')
    return sheet, f"SUM('{indicator}'!F2:F{len(sheet.rows)})", '1'


def innovations(sample):
    """8: the highest step of the best innovation that is complete with all below it; a step needs what was done and its evidence."""
    sheet = Sheet('8', ['innovation', 'step', 'proved', 'reached', '1', '2', '3', '4', '5'])
    for unit, _, (code, step, done, evidence) in sample.rows('8', ['รหัสนวัตกรรม'], ['ระดับ'], ['สิ่งที่ทำ'], ['หลักฐาน']):
        level = re.match(r'\d', arabic(str(step or '')))
        r = len(sheet.rows) + 1
        sheet.add(f'{unit}|{plain(code or "")}', int(level[0]) if level else 0, 1 if done and evidence else 0,
                  f'=E{r}+E{r}*F{r}+E{r}*F{r}*G{r}+E{r}*F{r}*G{r}*H{r}+E{r}*F{r}*G{r}*H{r}*I{r}',
                  *(f'=IF(COUNTIFS(A:A,A{r},B:B,{k},C:C,1)>0,1,0)' for k in range(1, 6)))
    return sheet, f"MAX('8'!D2:D{len(sheet.rows)})", '1'


def control(sample):
    """9: steps of the lead's own return; all 18 districts and the 3 authorities that report directly; the governor within 150 days."""
    sheet = Sheet('9', ['sender', 'received', 'state', 'counts', 'first'])
    for unit, _, (sender, received, state) in sample.rows('9', ['ผู้ส่ง'], ['วันที่ สถจ. รับ'], ['ครบถ้วน/แก้ไข']):
        if unit == 'FIN':
            r = len(sheet.rows) + 1
            sheet.add(plain(sender), day(received), plain(state or ''), f'=IF(AND(ISNUMBER(B{r}),C{r}<>"{plain("ส่งคืนแก้ไข")}"),1,0)',
                      f'=IF(AND(D{r}=1,COUNTIFS(A$1:A{r - 1},A{r},D$1:D{r - 1},1)=0),1,0)')
    last = len(sheet.rows)
    guidance, summary, governor = (sample.fact('FIN', '9', f) for f in ('วันที่แจ้งแนวทาง', 'วันที่สรุประดับจังหวัดแล้วเสร็จ', 'วันที่เสนอผู้ว่าราชการจังหวัด'))
    ended = (date(2023, 9, 30) - EPOCH).days
    at = sheet.add('steps', guidance, summary, governor, '')
    steps = [f'IF(AND(ISNUMBER(B{at}),B{at}<={JUDGED_DAY}),1,0)', f'IF(COUNT(B2:B{last})>0,1,0)', f'IF(SUM(E2:E{last})>=18+3,1,0)',
             f'IF(AND(ISNUMBER(C{at}),C{at}<={JUDGED_DAY}),1,0)', f'IF(AND(ISNUMBER(D{at}),D{at}>={ended},D{at}-{ended}<=150),1,0)']
    row = sheet.add(*('=' + s for s in steps), f'=A{at + 1}+A{at + 1}*B{at + 1}+A{at + 1}*B{at + 1}*C{at + 1}+A{at + 1}*B{at + 1}*C{at + 1}*D{at + 1}+PRODUCT(A{at + 1}:E{at + 1})')
    return sheet, f"'9'!F{row}", '1'


def complaints(sample):
    """10: complaints found true that were received in the year; both hosts say the same."""
    sheet = Sheet('10', ['unit', 'case', 'received', 'found', 'counts'])
    for unit, _, (case, received, state) in sample.rows('10', ['รหัสเรื่อง'], ['วันที่รับ'], ['สถานะ']):
        r = len(sheet.rows) + 1
        sheet.add(unit, plain(case), day(received), plain(state or ''), f'=IF(AND(A{r}="LAW",D{r}="{plain("พบว่ามีมูล")}"),1,0)')
    return sheet, f"SUM('10'!E2:E{len(sheet.rows) + 1})", '1'


def main(folder, target):
    sample = Round(pathlib.Path(folder))
    place = ['สถานที่/อำเภอ', 'สถานที่ดำเนินการ']
    titled = [['วันที่', 'วันที่จัดกิจกรรม'], ['กิจกรรม', 'ชื่อกิจกรรม'], place]
    status = f'"{plain("แล้วเสร็จ")}"'
    yes = f'"{plain("ใช่")}"'
    counted = {
        '1': discipline(sample),
        '2': authorities(sample, '2', ['สถานะ'], lambda r: f'=IF(B{r}={status},1,0)'),
        '3': activities(sample, '3', *titled),
        '4': activities(sample, '4', *titled),
        '5': activities(sample, '5', *titled),
        '6': activities(sample, '6', ['วันที่เผยแพร่'], ['เรื่อง'], ['ช่องทาง'], ['ช่องทางอื่น (ระบุ)']),
        '7': activities(sample, '7', ['วันที่'], ['กิจกรรม']),
        '8': innovations(sample),
        '9': control(sample),
        '10': complaints(sample),
        '11': authorities(sample, '11', ['คะแนนรวม'], lambda r: f'=IF(AND(ISNUMBER(B{r}),ROUND(B{r}*100,6)>=8500),1,0)'),
        '12': authorities(sample, '12', ['รายงานใน INFO'], lambda r: f'=IF(B{r}={yes},1,0)'),
    }
    # Every digit by long division: whole numbers only, seven digits at a time, which no binary fraction blurs.
    result = Sheet('result', ['what', 'above', 'below', 'whole', 'rest', 'digits', 'rest', 'digits', 'rest', 'digits', 'rest', 'digits', 'rest'])

    def divided(what, above, below):
        r = len(result.rows) + 1
        cells = [what, '=' + above, '=' + below, f'=INT(B{r}/C{r})', f'=B{r}-C{r}*D{r}']
        for rest in 'EGIK':
            cells += [f'=INT({rest}{r}*10^7/C{r})', f'={rest}{r}*10^7-C{r}*{chr(ord(rest) + 1)}{r}']
        result.add(*cells)
        return r

    scores = []
    for indicator, (_, above, below) in counted.items():
        share = below != '1'
        r = divided(f'value {indicator}', f'{above}*100' if share else above, below)
        if share:       # 60/70/80/90/100 per cent are levels 1 to 5, with straight lines between
            level = f'IF(B{r}>=100*C{r},5,IF(B{r}>=90*C{r},4,IF(B{r}>=80*C{r},3,IF(B{r}>=70*C{r},2,IF(B{r}>=60*C{r},1,0)))))'
            at = result.add(f'level {indicator}', '=' + level)
            scores.append(divided(
                f'score {indicator}', f'IF(B{at}=0,10*C{r},IF(B{at}=5,50*C{r},B{at}*10*C{r}+B{r}-(50+10*B{at})*C{r}))', f'10*C{r}'))
        elif indicator in '8 9'.split():    # a level is its score
            scores.append(divided(f'score {indicator}', f'B{r}', '1'))
        elif indicator == '10':             # none is 5, one less for each, never below 1
            scores.append(divided(f'score {indicator}', f'MAX(1,5-B{r})', '1'))
    common = result.add('common', '=LCM(' + ','.join(f'C{s}' for s in scores) + ')')
    divided('total', '+'.join(f'B{s}*(B{common}/C{s})' for s in scores), f'{len(scores)}*B{common}')
    write(target, [result, *(sheet for sheet, _, _ in counted.values())])


if __name__ == '__main__':
    main(*sys.argv[1:])
