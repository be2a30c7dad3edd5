### The registries, the Rules, the calendar and the page for anybody.

## The registry of bodies

bodies-search = Name, code or BIN
bodies-kind = Kind
bodies-territory = Territory
bodies-state = State
bodies-all = all
bodies-state-now = existing today
bodies-state-ended = ended
bodies-whole = The whole registry
bodies-name = Name
bodies-bin = BIN
bodies-valid = In existence
bodies-since = since { $from }
bodies-ended = ended
bodies-future = not yet begun
bodies-below = Bodies below: { $count }
bodies-empty = No bodies found
bodies-empty-lead = Use fewer words or choose “all”.
bodies-none = The registry is empty
bodies-none-lead = The administrator imports the bodies from a file. They will appear here as a tree.
bodies-import = Import from a file

## A body

body-code = Code
body-parent = Body above
body-coordinated-by = Coordinated by
body-agency = Body of the Agency for the territory
body-from = In existence since
body-to = Last day
body-address = Address
body-names = Names
body-children = Bodies below
body-children-none = There are no bodies below this one in the registry.
body-coordinates = Bodies and organisations it coordinates
body-services = Public services it is responsible for
body-services-none = No public services are registered for this body.
body-covered = Bodies of this territory
body-ended-lead = Its history and its cases are kept.

## Kinds of bodies, in short

body-tag-agency = Agency
body-tag-agency-territorial = Territorial body of the Agency
body-tag-central = Central body
body-tag-department = Department
body-tag-territorial-unit = Territorial unit
body-tag-oblast-akimat = Oblast or city akimat
body-tag-oblast-executive = Directorate
body-tag-district-akimat = District (city) akimat
body-tag-rural-akim = Local akim
body-tag-subordinate = Subordinate organisation
body-tag-provider = Service provider
body-tag-state-corporation = State Corporation

## Territories

territory-republic = The Republic
territory-abai = Abai Region
territory-akmola = Akmola Region
territory-aktobe = Aktobe Region
territory-almaty-oblast = Almaty Region
territory-atyrau = Atyrau Region
territory-east-kazakhstan = East Kazakhstan Region
territory-zhambyl = Zhambyl Region
territory-zhetisu = Zhetisu Region
territory-west-kazakhstan = West Kazakhstan Region
territory-karaganda = Karaganda Region
territory-kostanay = Kostanay Region
territory-kyzylorda = Kyzylorda Region
territory-mangystau = Mangystau Region
territory-pavlodar = Pavlodar Region
territory-north-kazakhstan = North Kazakhstan Region
territory-turkistan = Turkistan Region
territory-ulytau = Ulytau Region
territory-astana = City of Astana
territory-almaty = City of Almaty
territory-shymkent = City of Shymkent

## Import of bodies

bodies-import-title = Import bodies
bodies-import-lead = The file is checked first: you see what would be added and changed, or every fault with its line. Nothing changes until you confirm, and then all of it at once.
bodies-import-file = File with bodies
bodies-import-file-hint = CSV in UTF-8 or XLSX. Dates as 2026-03-26.
bodies-import-try = Check the file
bodies-import-template = Template with an example (CSV)
bodies-import-no-file = Choose a CSV or XLSX file.
bodies-import-expired = The check of this file has expired. Choose the file and check it again.
bodies-import-moved = The registry has changed since the file was checked. Look at the new list of changes and confirm again.
bodies-import-refused = The file was not imported
bodies-import-refused-lead = Nothing in the registry has changed. Correct the file and check it again.
bodies-import-faults-title = What is wrong
bodies-import-line = Line
bodies-import-column = Column
bodies-import-fault = Fault
bodies-import-whole-file = whole file
bodies-import-preview = What will change
bodies-import-preview-lead = the file has no faults. Nothing has changed yet.
bodies-import-added = will be added
bodies-import-changed = will be changed
bodies-import-same = stay as they are
bodies-import-nothing = The registry already holds everything that is in the file.
bodies-import-do = Import all
bodies-import-cancel = Do not import
bodies-import-change = Change
bodies-import-what = What changes
bodies-import-tag-added = new
bodies-import-tag-changed = changes
bodies-import-more = Further changes not shown here: { $count }
bodies-import-again = Another file
bodies-import-columns = Columns of the file
bodies-import-kinds = Words for the kinds of bodies
bodies-import-territories = Words for the territories
bodies-column-code = Code
bodies-column-kind = Kind of body
bodies-column-parent = Code of the body above
bodies-column-bin = BIN, 12 digits
bodies-column-name-kk = Name in Kazakh
bodies-column-name-ru = Name in Russian
bodies-column-name-en = Name in English
bodies-column-short-kk = Short name in Kazakh
bodies-column-short-ru = Short name in Russian
bodies-column-short-en = Short name in English
bodies-column-territory = Territory
bodies-column-coordinated-by = Code of the body that coordinates it
bodies-column-valid-from = First day
bodies-column-valid-to = Last day
bodies-column-address-kk = Address in Kazakh
bodies-column-address-ru = Address in Russian

## The register of public services

services-title = Public services
services-search = Code or name
services-code = Code
services-name = Public service
services-owner = Responsible body
services-category = Permits
services-category-1 = 1st category
services-category-2 = 2nd category
services-category-none = not a permit
services-whole = All services
services-empty = No services found
services-none = The register is empty
services-none-lead = The services with their codes and responsible bodies will appear here.

## The Rules

rules-title = The Rules
rules-lead = The Rules of state control over the quality of public services, every paragraph in plain words. Only the official text has legal force.
rules-official = Official text:
rules-contents = Chapters
rules-span = paragraphs { $first }–{ $last }
rules-works = in the system
rules-ahead = not in the system
rules-only-terms = only its terms are reckoned
rules-works-lead = The system checks this rule in the steps of the case; it has no step of its own.
rules-terms = Terms
rules-term-what = What is due
rules-term = Term
rules-term-starts = Counted from
rules-term-number = Number in force
rules-starts-day = the day of the event
rules-starts-quarter = the end of the quarter
rules-starts-year = the year of the plan or list
rules-starts-document = the date stands in a document
rules-bound-latest = last day
rules-bound-earliest = earliest day
rules-in-document = Where the date stands in a document (an act, an order, a prescription, a letter), there is nothing to reckon: the system takes it from the document.
rules-calculator = Reckon a term
rules-from = Day of the event
rules-quarter = Quarter
rules-quarter-of = quarter { $quarter } of { $year }
rules-year = Year of the plan or list
rules-subject = Inspected subject
rules-subject-other = any other
rules-subject-micro = micro-business
rules-reckon = Reckon
rules-bad-day = Enter a date between 1900 and 2199.
rules-bad-quarter = Choose a quarter.
rules-bad-year = Choose a year.
rules-readings = Readings needed here
rules-where = Where it works in the system
rules-screens = Pages:
rules-step-procedure = Procedure
rules-step-who = Who takes it
rules-step-discharges = Fulfils the duty
rules-neighbours = Neighbouring paragraphs

## Readings

readings-title = Readings of the Rules
readings-lead = Where the text of the Rules leaves room, the system needs one answer. Here is how each such place is read.
readings-paragraphs = Paragraphs
readings-rules = Terms that use it

## The calendar

calendar-title = Working calendar of { $year }
calendar-lead = Five-day working week.
calendar-years = Years
calendar-today = today
calendar-reasons = Holidays and transfers
calendar-moved = { $holiday }: moved from { $from }, a day off
calendar-instead = { $why }; { $day } is worked instead
calendar-instead-off = { $why } ({ $day })
calendar-expected = { $why } – expected, not yet announced
calendar-expected-lead = The day of Kurban Ait is announced anew each year; until then it is reckoned.
calendar-key-holiday = Holiday
calendar-key-moved = Day off for a holiday that fell on a weekend
calendar-key-off = Day off by decree
calendar-key-worked = Working day by decree
calendar-transfers = Transfers by decree
calendar-transfers-none = No transfers are recorded for this year.
calendar-from = Worked instead of rest
calendar-to = Day off instead of work
calendar-decree = Decree
calendar-decided = Decided not later than

## The page for anybody

public-title = Sapa for everybody
public-lead = Sapa is the information system in which state bodies plan and carry out control over the quality of public services, issue its documents and keep its terms.
public-code = Code of the document
public-code-hint = It stands at the foot of every page of the document.
public-check = Check
public-code-missing = Enter the code of the document.
public-code-wrong = A code has only Latin letters and digits. Compare it with the document and enter it again.
public-law = The law in the open
public-rules = Every paragraph in plain words, its terms and a calculator.
public-readings = How the places that leave room are read.
public-calendar-title = Working calendar
public-calendar = Working days of 2021–2027, holidays and transfers.
public-numbers = In figures
public-bodies = bodies and organisations in the registry
public-services = public services in the register
public-paragraphs = paragraphs of the Rules
public-terms = terms the system reckons

## Numbers

bodies-count = { $count ->
    [one] { $count } body
   *[other] { $count } bodies
}
services-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
bodies-import-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
bodies-import-done = { $count ->
    [one] Imported: { $count } body added or changed
   *[other] Imported: { $count } bodies added or changed
}
rules-steps-count = { $count ->
    [one] { $count } step in the system
   *[other] { $count } steps in the system
}
calendar-working = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
calendar-off = { $days ->
    [one] { $days } day off
   *[other] { $days } days off
}
rules-calendar-days = { $days ->
    [one] { $days } calendar day
   *[other] { $days } calendar days
}
rules-day-of-month = day { $days } of the month
rules-times = { $days } ×
