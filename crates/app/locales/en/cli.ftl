### The command line and registry files.

## Database and files

cli-no-database = There is no such database file: { $value }. Run “sapa migrate” or “sapa restore” first.
cli-not-migrated = The schema of the database is not up to date. Run “sapa migrate”.
cli-newer-database = The database is newer than this program. Install the newer program.
cli-not-empty = The database is not empty. A backup is restored only into an empty one.
cli-bad-url = Not a database address: { $value }. Write sqlite:PATH or postgres://…
cli-database-failed = The database did not do what was asked: { $value }
cli-dump-damaged = The backup is damaged: { $value }
cli-no-settings-file = There is no such settings file: { $value }
cli-no-file = The file cannot be read: { $value }
cli-file-exists = There is such a file already: { $value }. It is not written over; give another name.

## Deadlines and the calendar

cli-unknown-rule = There is no such deadline rule: { $rule }. There are: { $known }.
cli-not-a-start = This is no day, quarter or year: { $value }. A day is written 2026-03-26, a quarter 2026-Q1, a year 2026.
cli-rule = Paragraph { $n } of the Rules · { $rule }
cli-term = Term
cli-from = Counted from
cli-due = Last day
cli-counted = Days counted: { $days }
cli-skipped = Not counted
cli-readings = Readings
cli-moves = If the last day is not a working day, the term ends on the next working day.
cli-edition = Edition of the Rules
cli-no-such-year = There is no calendar for this year: { $value }
cli-working-days = working days: { $days }
cli-calendar-key = Square brackets mark days off. Those without a reason are Saturdays and Sundays.
cli-calendar-provisional = This day is provisional: it has not been officially announced yet.

## The Rules

cli-no-paragraph = There is no such paragraph: { $value }. The Rules have paragraphs 1 to { $last }.
cli-law-rules = Deadline rules
cli-law-place = Place in the program
cli-law-screens = Pages
cli-law-documents = Documents
cli-law-tests = Tests
cli-law-later = not built yet, comes with: { $topic }
cli-topic-registry-of-bodies = registry of bodies
cli-topic-external-control = external control
cli-topic-monitoring = monitoring
cli-topic-reports = reports
cli-topic-assessment-of-bodies = assessment of bodies
cli-topic-publication = publication of results

## Proof

cli-verify-sound = The journal is sound: nothing was changed after it was written.
cli-verify-broken = The journal is broken. What was proven before the first break stands below.
cli-verify-counts = facts: { $facts }, cases: { $cases }, links of the chain: { $commits }, administrative edits: { $edits }, documents and files: { $contents }
cli-verify-head = Head of the chain
cli-verify-ledger-head = Head of the administrative ledger
cli-broken-fact = Fact { $seq } of case { $case }: { $what }
cli-broken-commit = Link { $n } of the chain: { $what }
cli-broken-edit = Administrative edit { $n }: { $what }
cli-broken-contents = Contents with the digest { $digest }: { $what }
cli-broken-head = { $name }: { $what }
cli-flaw-hash = its contents do not match the checksum
cli-flaw-prev = it is not tied to the record before
cli-flaw-gap = the record before it is missing
cli-flaw-missing = the record is missing
cli-flaw-place = its contents name another place
cli-flaw-columns = its columns differ from its contents
cli-flaw-chain = the chain has it otherwise
cli-flaw-unsealed = the chain has not sealed it
cli-flaw-unreadable = the record cannot be read

## Backup, schema, lists

cli-backup-done = Backup written: { $file }. Records: { $rows }.
cli-restore-done = Backup restored: { $file }. Records: { $rows }.
cli-restore-refused = A broken backup is not restored. The database was not changed.
cli-restore-differs = The restored database differs from the backup. Do not use it.
cli-migrate-done = The schema of the database was updated: { $before } → { $after }.
cli-migrate-none = The schema of the database is up to date, version: { $after }.
cli-rebuild-done = Lists and duties were derived again from the journal. Cases: { $cases }.
cli-rebuild-lost = The journal has a case that the list has not: { $value }. The database is damaged; restore it from a backup.

## Settings

cli-config-lead = Settings. They are given in a TOML file (--config FILE or SAPA_CONFIG) or as environment variables, which win.
cli-config-more = SAPA_CONFIG is the path of the settings file, SAPA_LANG the language of commands (kk, ru, en).
cli-config-variable = Variable
cli-config-default = Default
cli-config-effective = In effect
setting-database-url = Address of the database: sqlite:PATH or postgres://USER:PASSWORD@SERVER/DATABASE.
setting-database-url-file = A file that holds the address of the database, so that no password stands in the environment. If given, it takes the place of database_url.
setting-database-connections = The most connections to the database at a time.
setting-listen = The address and port on which the server listens.
setting-public-url = The address people see: it stands in the link under which documents are checked.
setting-address-header = The header in which the trusted proxy in front tells the address of whoever asks, such as x-forwarded-for: the last address in it is taken. Set it only where the system is reached through that proxy alone. Without it the address of the connection is taken.
setting-demo = Demonstration: invented data, sign-in by one click, days moved ahead.
setting-secure-cookies = Cookies travel by HTTPS only. Switch off only for a local trial.
setting-session-hours = After how many idle hours a session ends.
setting-upload-megabytes = The largest size of one uploaded file, in megabytes.
setting-uploads-per-minute = The most files one person uploads a minute.
setting-sign-in-per-minute = The most attempts a minute: to sign in from one address, and to confirm by password of one person.
setting-requests-per-second = The most requests a second from one address, and of one person.
setting-log = How much is logged: error, warn, info, debug, or a filter by parts.
setting-log-json = The log is written as JSON.

## People

cli-user-added = Person added: { $value }
cli-user-exists = There is such a login already: { $value }
cli-user-bad-login = A login has only letters, digits, dots, hyphens, underscores and @: { $value }
cli-user-nameless = Name and position have to be given in all three languages.
cli-user-acting = Only leadership has somebody acting (--role leader).
cli-user-locked = Account closed, sessions ended: { $value }
cli-user-unlocked = Account open again: { $value }
cli-user-is-locked = closed
cli-user-password-set = New password set, sessions ended: { $value }
cli-user-count = People: { $people }
cli-no-user = There is no such person: { $value }
cli-no-body = The registry has no such body: { $value }
cli-password-ask = Password (what you type is not shown)
cli-password-short = The password is too short. Fewest characters: { $value }.

## Registry files

cli-import-checked = The file is right. Lines: { $rows }. The registry was not changed.
cli-import-done = Taken into the registry. Records added and changed: { $rows }.
cli-import-refused = The file was not taken, the registry was not changed. Faults: { $faults }.
import-fault-unreadable = The file cannot be read: { $value }
import-fault-not-utf8 = The file is not in UTF-8. Save the sheet as “CSV UTF-8” or XLSX.
import-fault-no-lines = There are no data in the file.
import-fault-no-column = A column is missing: { $value }
import-fault-unknown-column = Unknown column: { $value }
import-fault-column-twice = The column stands twice: { $value }
import-fault-cell-count = The line has not as many cells as there are columns: { $value }
import-fault-empty = The cell is empty: { $value }
import-fault-code-form = A code has lower-case Latin letters, digits, dots, hyphens and underscores, at most 64: { $value }
import-fault-code-twice = The code stands twice, first on the line in brackets: { $value }
import-fault-unknown-kind = There is no such kind of body: { $value }
import-fault-unknown-parent = The body above is neither in the file nor in the registry: { $value }
import-fault-unknown-coordinator = The coordinating body is neither in the file nor in the registry: { $value }
import-fault-loop = The body stands above itself, by way of: { $value }
import-fault-bin-wrong = Wrong BIN: it has 12 digits, and the last is the checksum of the others: { $value }
import-fault-bin-twice = The BIN stands twice, first on the line in brackets: { $value }
import-fault-bin-taken = The BIN belongs to another body of the registry: { $value }
import-fault-not-a-date = Not a date: { $value }. Write 2026-03-26 or 26.03.2026.
import-fault-ends-before-start = The last day is before the first: { $value }
import-fault-unknown-owner = The responsible body is not in the registry: { $value }
import-fault-not-a-category = The category of a permit is 1, 2 or empty: { $value }
import-fault-too-long = The text in the cell is too long. Most characters: { $value }.
import-fault-control-character = The cell has an invisible control character: { $value }
