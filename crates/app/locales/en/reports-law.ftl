### Steps, questions, refusals, checks and readings of the quarterly reports (§60–63).

## Procedure, side and stages

procedure-report = Quarterly report
procedure-report-plural = Quarterly reports
side-receiver = the body that receives the report
report-stage-draft = draft
report-stage-signed = signed by the executor
report-stage-countersigned = signed by the head
report-stage-submitted = submitted
report-stage-returned = returned
report-stage-accepted = accepted
report-stage-correction-asked = correction asked for
report-stage-correcting = being corrected

## Steps

step-open-report = Begin the report
step-open-report-lead = By paragraphs 60–62 of the Rules a body reports on every quarter on the form set for it. The system opens the report by itself on the first day of the quarter; one that is not open can be begun here.
step-open-report-do = Begin the report
step-sign-report = Sign the report as executor
step-sign-report-lead = By paragraphs 60–62 of the Rules the executor signs the report once it is filled in whole and the analytical note is attached. After that the data does not change, and the head signs.
step-sign-report-do = Sign the report
step-countersign-report = Sign the report as head
step-countersign-report-lead = By the notes to the forms of paragraphs 60–62 of the Rules, a report signed by the executor is signed by the head or, in the head's absence, by the person acting. After that the report can be submitted.
step-countersign-report-do = Sign the report
step-withdraw-report = Take back the signed report
step-withdraw-report-lead = A report that has not yet been submitted under paragraphs 60–62 of the Rules can be taken back to be corrected. The signatures lose their force, and executor and head sign the corrected report again.
step-withdraw-report-do = Take back the report
step-submit-report = Submit the report
step-submit-report-lead = The signed report goes with its analytical note to the body named in paragraphs 60–62 of the Rules, within the term set there. The day of the first submission decides whether it was in time.
step-submit-report-do = Submit the report
step-return-report = Return the report
step-return-report-lead = The body that received a report under paragraphs 60–62 of the Rules returns it with the reason and with remarks at cells. The report is corrected and submitted again as the next version.
step-return-report-do = Return the report
step-accept-report = Accept the report
step-accept-report-lead = The body that received a report under paragraphs 60–62 of the Rules accepts it. The accepted version does not change; a report submitted to two bodies is accepted by the Agency.
step-accept-report-do = Accept the report
step-request-correction = Ask to correct the accepted report
step-request-correction-lead = By paragraph 63 of the Rules an accepted report is corrected only with the results of the fourth quarter. Material that shows the need for the correction is attached.
step-request-correction-do = Ask for the correction
step-decide-correction = Decide on the correction
step-decide-correction-lead = The body that received the report considers the confirming material under paragraph 63 of the Rules and allows the correction, or refuses it with the reason. Once it is allowed, a new version of the report is made and signed again.
step-decide-correction-do = Sign the decision

## Questions and answers

field-form = Form of the report
field-form-hint = Choose the form that the Rules set for the body.
field-quarter = Reporting quarter
field-quarter-hint = The report is made from the data of this quarter.
field-phone = Telephone of the executor
field-phone-hint = It stands at the end of the report. For example: 8 (7172) 00-00-00.
field-email = E-mail
field-email-hint = It stands at the end of the report. This may stay empty.
field-correction = Decision
field-withdraw-report-reason = Reason for taking the report back
field-return-report-reason = Reason for returning the report
field-return-report-reason-hint = Write what in the report should be corrected. Remarks at cells go with the report.
field-request-correction-reason = Why the correction is needed
field-request-correction-reason-hint = Write in which row the error is, and the right number.
field-request-correction-files = Confirming material
field-request-correction-files-hint = Documents that show the need for the correction; without them the request is not considered.
field-decide-correction-reason = Grounds of the decision
field-decide-correction-reason-hint = Write what the confirming material showed.
correction-allow = allow the correction of the report
correction-refuse = refuse the correction of the report
form-short-1-mq = 1-мқ – report of a central government body
form-short-2-mq = 2-мқ – report of a local executive body
form-short-3-mq = 3-мқ – report on services provided through the State Corporation
form-short-4-mq = 4-мқ – report on services provided electronically

## Refusals

refusal-accepted-by-another = Another body accepts this report: { $body }. Your body can read the report and return it with remarks.
refusal-correction-only-fourth-quarter = The quarter of this report is { $quarter }; of the accepted reports, a correction can be asked for only in that of the fourth quarter.
refusal-executor-signs-first = The executor has not signed the report yet; after the executor the head can sign, and then the report can be submitted.
refusal-form-not-owed = This body does not submit a report on form { $form }: { $body }. The form that the Rules set for this body can be chosen.
refusal-head-signs-first = The head or the person acting has not signed the report yet; after that signature the report can be submitted.
refusal-no-analytical-note = The analytical note is empty; once it is written, the report can be signed.
refusal-quarter-not-over = The quarter is not over yet; the earliest day on which the report can be signed is { $from }.
refusal-report-has-errors = Errors still in the report: { $count }. Once all of them are corrected, the report can be signed.
refusal-two-people-sign = Two people sign a report, the executor and the head, and you have signed it as executor; now another person, the head or the one acting, can sign it.
refusal-warnings-without-comment = Warnings of the system without a comment: { $count }. Once the number is corrected or each warning has a comment, the report can be signed.

## The journal and the path

fact-report-opened = The report was begun
fact-report-signed = The executor signed the report
fact-report-countersigned = The head signed the report
fact-report-withdrawn = The signed report was taken back
fact-report-submitted = The report was submitted
fact-report-returned = The report was returned to be corrected
fact-report-accepted = The report was accepted
fact-correction-requested = A correction of the report was asked for
fact-correction-decided = The correction of the report was decided on
stop-report-opened = Report begun
stop-report-signed = Signature of the executor
stop-report-countersigned = Signature of the head
stop-report-submitted = Submission of the report
stop-report-accepted = Acceptance of the report

## Checks between cells

check-name-sum = Sums
check-name-filled = Nothing left empty
check-name-whole = Whole numbers
check-name-part = Part and total
check-name-source = Sources of complaints
check-name-violations = Violations and measures
check-name-jump = Sudden change
check-name-cross = Comparison with other forms
check-name-auto = Number reckoned by the system
check-sum-parts = This says { $found }, but the sum of the parts is { $expected } (row { $of }); the total has to equal that sum.
check-sum-lines = This says { $found }, but the sum of the lines is { $expected }; the row has to equal that sum.
check-sum-months = This says { $found }, but the months give { $expected }; the number of the quarter has to agree with its months.
check-sum-no-lines = This says { $found }, but there are no lines; each service has to stand in a line of its own.
check-filled = The cell is empty; it has to hold a number or, where there is no data, the sign “-”.
check-filled-reason = No reason is given, and the number is { $found }; where the number is more than zero, the reason has to be given.
check-whole-not-a-number = “{ $found }” is not a number; it has to be a whole number or the sign “-”.
check-whole-fraction = “{ $found }” is a fraction; it has to be a whole number.
check-whole-negative = “{ $found }” is negative; it has to be a whole number, zero or more.
check-whole-exponent = “{ $found }” is written with an exponent; the number has to be written out in digits.
check-whole-too-large = “{ $found }” is too large; the number has to have at most 12 digits.
check-part = This says { $found }, but the total is { $whole } (row { $of }); the part must not exceed the total.
check-part-line = For this service this says { $found }, but its total is { $whole } (row { $of }); the part must not exceed the total.
check-part-results = This says { $found }, but there are { $whole } services in all; the part must not exceed the total.
check-source = Complaints by source: { $found }, by the way the service was provided: { $whole } (row { $of }); the two have to be equal, or a comment explains the difference.
check-violations-restored = Violations on which measures were taken: { $found }, violations found: { $whole } (row { $of }); the first must not exceed the second, or a comment explains why.
check-violations-persons = Penalties: { $whole } (row { $of }), persons held liable: { $found }; the persons have to be given, or a comment explains why.
check-violations-objects = Objects: { $found }, events: { $whole } (row { $of }); there have to be at least as many objects as events, or a comment explains why.
check-jump = Now { $found }, a year ago { $year }, in the previous quarter { $quarter }: the difference is more than fivefold; the number has to be checked and, if it is right, a comment explains why.
check-cross-late = Services in breach of the terms: { $found }, in form { $of }: { $whole }; the two have to be equal, or a comment explains the difference.
check-cross-refused = Refusals in breach of the terms: { $found }, all refusals in form { $of }: { $whole }; the first must not exceed the second, or a comment explains why.
check-auto = This says { $found }, but the data of the system gives { $whole }; the number of the system can stay, and a comment gives the reason for any other.

## Readings

reading-R-19-title = Reports of akims below a district
reading-R-19-text = By paragraph 61 the report also covers services provided in towns of district significance, settlements, villages and rural okrugs, but the Rules set no day on which their akims report. These akims hand form 2-мқ to the akimat of the district (city) they belong to, not later than the day that binds the district: the 5th of the month after the reporting period.
reading-R-20-title = The authorised body for informatization
reading-R-20-text = Paragraph 62 says that forms 3-мқ and 4-мқ are submitted by the authorised body for informatization, but does not name it. The system takes it to be the central government body that the registry of bodies shows as coordinating the activity of the State Corporation.
reading-R-21-title = Who accepts a report submitted to two bodies
reading-R-21-text = By paragraph 61 a report goes to the Agency and to its territorial body, but it is not said who accepts it. Such a report is accepted once, by the Agency; the territorial body reads it and may return it with remarks.
reading-R-22-title = Events on an appeal or an instruction
reading-R-22-text = Rows 1.1 and 1.2 name two grounds only: the annual plan and the monitoring. The analysis of appeals is part of the monitoring (paragraph 57, subparagraph 10)), so events on an appeal or an instruction stand in row 1.2. An event counts in the month in which it ended (reading R-13).
reading-R-23-title = With what late services and refusals are compared
reading-R-23-text = Late services and late refusals (1-мқ: rows 14 and 15) are compared with services provided and refusals (rows 12 and 13) channel by channel: paper with paper, information systems with information systems. What went through the portal and the State Corporation is not part of rows 12 and 13, so it is compared with forms 4-мқ and 3-мқ. In form 2-мқ the numbers of these rows are one less.
