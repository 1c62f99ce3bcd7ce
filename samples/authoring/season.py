"""What the office of the sample does, and when: some days after the memo of 19 April 2567 it opens the round, enters addresses and names (all under .example, which
leads nowhere: RFC 2606), and sends the forms; then the program looks at the clock in the mornings that mean something. One reminder comes back."""

OFFICE = "saraban@kalasin.example"
ADDRESSES = {
    "PER": "personnel", "DEV": "development", "PUB": "public-services", "LAW": "law", "FIN": "finance", "ADM": "administration",
    "4601": "mueang-kalasin", "4602": "na-mon", "4603": "kamalasai", "4604": "rong-kham", "4605": "kuchinarai", "4606": "khao-wong",
    "4607": "yang-talat", "4608": "huai-mek", "4609": "sahatsakhan", "4610": "kham-muang", "4611": "tha-khantho", "4612": "nong-kung-si",
    "4613": "somdet", "4614": "huai-phueng", "4615": "sam-chai", "4616": "na-khu", "4617": "don-chan", "4618": "khong-chai",
}
SIGNATORIES = ["นางสาวตัวอย่าง ผู้รวบรวม", "นายตัวอย่าง ผู้รับรอง", "นายตัวอย่าง ผู้ลงนาม"]    # nobody's names; in the plan's order
BOUNCED, FILE = "4611", "bounce.eml"


def address(unit):
    return f"{ADDRESSES[unit]}@kalasin.example"


def season(units):
    typed = {"/internalDeadline/email": OFFICE}
    typed |= {f"/units/{i}/email": address(u) for i, u in enumerate(units)}
    typed |= {f"/signatories/{i}/name": n for i, n in enumerate(SIGNATORIES)}
    typed |= {"/officeAddress": "ถนนตัวอย่าง กส ๔๖๐๐๐", "/telephone": "๐ ๐๐๐๐ ๐๐๐๐"}
    return {
        "opened": "2024-04-24T08:52:00+07:00",
        "contacts": {"at": "2024-04-24T09:14:00+07:00", "reason": "บันทึกที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ของหน่วยงานและชื่อผู้ลงนาม (ข้อมูลตัวอย่าง)", "typed": typed},
        "forms": {"prepared": "2024-04-24T09:31:00+07:00", "released": "2024-04-24T09:46:00+07:00"},
        "bounce": {"at": "2024-05-14T08:34:00+07:00", "unit": BOUNCED, "file": FILE},
        # the forms leave; 7, 3 and 1 working days before 15 May; the day after; the third working day after
        "ticks": [f"{t}:00+07:00" for t in ("2024-04-24T09:47", "2024-05-02T08:30", "2024-05-09T08:30", "2024-05-14T08:30", "2024-05-16T08:30", "2024-05-20T08:30")],
    }


def bounce():
    """As Postfix writes it (RFC 3464), with {message-id} for that of the mail, which is another in each installation."""
    to = address(BOUNCED)
    return f"""Return-Path: <>
Received: by mail.kalasin.example (Postfix)
\tid 4VdKpT0xzSz3wLc; Tue, 14 May 2024 08:33:41 +0700 (+07)
Date: Tue, 14 May 2024 08:33:41 +0700 (+07)
From: MAILER-DAEMON@mail.kalasin.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {OFFICE}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4VdKpR6kqVz3wLb.1715650421/mail.kalasin.example"
Content-Transfer-Encoding: 8bit
Message-Id: <4VdKpT0xzSz3wLc@mail.kalasin.example>

This is a MIME-encapsulated message.

--4VdKpR6kqVz3wLb.1715650421/mail.kalasin.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.kalasin.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<{to}>: host mx.kalasin.example[192.0.2.25] said: 552 5.2.2
    <{to}>: Mailbox full (in reply to RCPT TO command)

--4VdKpR6kqVz3wLb.1715650421/mail.kalasin.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.kalasin.example
X-Postfix-Queue-ID: 4VdKpR6kqVz3wLb
X-Postfix-Sender: rfc822; {OFFICE}
Arrival-Date: Tue, 14 May 2024 08:30:07 +0700 (+07)

Final-Recipient: rfc822; {to}
Original-Recipient: rfc822;{to}
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.kalasin.example
Diagnostic-Code: smtp; 552 5.2.2 <{to}>: Mailbox full

--4VdKpR6kqVz3wLb.1715650421/mail.kalasin.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <{OFFICE}>
From: {OFFICE}
To: {to}
Message-Id: <{{message-id}}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

--4VdKpR6kqVz3wLb.1715650421/mail.kalasin.example--
"""
