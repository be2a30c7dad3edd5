### External control: appeals, half-year lists, preventive control without a visit, criteria of risk, and the terms around inspections.

## Procedures

procedure-appeal = Complaint
procedure-appeal-plural = Complaints
procedure-half-year-list = Half-year list
procedure-half-year-list-plural = Half-year lists
procedure-inspection = Inspection
procedure-inspection-plural = Inspections
procedure-visit = Preventive control with a visit
procedure-visit-plural = Preventive control with a visit
procedure-desk-control = Preventive control without a visit
procedure-desk-control-plural = Preventive control without a visit
cases-empty-appeal = When a complaint comes in, register it: the term of the review runs after the day it was received.
cases-empty-half-year-list = The list for the first half of the year is approved by 10 December, for the second by 10 May. The Agency begins it.
cases-empty-inspection = An inspection is held only on a ground named in article 144 of the Entrepreneurial Code, and begins with a draft of its appointment act.
cases-empty-visit = Preventive control with a visit is appointed on the approved half-year list, and begins with a draft of its appointment act.
cases-empty-desk-control = Preventive control without a visit needs no appointment act: name the inspected subject, the questions and the period.

## Steps of an appeal

step-register-appeal = Register a complaint
step-register-appeal-lead = A complaint about a public service is registered so that it is reviewed under paragraph 15 of the Rules and article 25 of the Law “On public services”. The term of the review runs after the day it was received.
step-register-appeal-do = Register the complaint
step-extend-appeal = Extend the review of the complaint
step-extend-appeal-lead = Where more time is needed, the term of the review is extended under article 25 of the Law “On public services” (paragraph 15 of the Rules). The applicant is then told of it.
step-extend-appeal-do = Extend the term
step-notify-appeal-extension = Tell the applicant of the extension
step-notify-appeal-extension-lead = The applicant is sent a notice of the extension within the term set by article 25 of the Law “On public services” (paragraph 15 of the Rules). The notice gives the reason and the new term.
step-notify-appeal-extension-do = Sign and send the notice
step-accept-as-ground = Accept the complaint as the ground of an inspection
step-accept-as-ground-lead = The leadership of the Agency or of its territorial body accepts the complaint as the ground of an inspection under paragraph 13 of the Rules and article 144 of the Entrepreneurial Code. An inspection can then be appointed on it.
step-accept-as-ground-do = Accept as the ground
step-hand-within-agency = Hand the complaint to another body of the Agency
step-hand-within-agency-lead = If under paragraph 14 of the Rules another body of the Agency inspects the subject, the complaint is handed to that body, and the applicant is told at the same time where it went. Until that body takes it over, the complaint stays with you; the term of the review does not begin anew.
step-hand-within-agency-do = Hand the complaint over
step-take-over-within-agency = Take over the complaint handed to this body
step-take-over-within-agency-lead = The body takes over for review a complaint that another body of the Agency handed to it under paragraph 14 of the Rules. The case is then its own, and the complaint is reviewed within what is left of the term.
step-take-over-within-agency-do = Take over for review
step-forward-appeal = Forward the complaint to the competent body
step-forward-appeal-lead = If the complaint is about a provider not named in paragraph 14 of the Rules, paragraph 15 sends it to the authorised body that controls that sphere. The applicant is told at the same time where it went.
step-forward-appeal-do = Sign the letter and forward the complaint
step-acknowledge-forwarding = Record receipt of the forwarded complaint
step-acknowledge-forwarding-lead = This records on which day and under which number the other body registered the complaint forwarded under paragraph 15 of the Rules. The case is then closed.
step-acknowledge-forwarding-do = Record the receipt
step-hand-to-internal-control = Hand the complaint to internal control
step-hand-to-internal-control-lead = Under paragraph 41 of the Rules a complaint with specific facts can be the ground of a control event, so it is handed to the internal control unit of a body that controls the provider. The unit takes it over for review, or declines it and says why.
step-hand-to-internal-control-do = Hand to internal control
step-take-over-appeal = Take the complaint over
step-take-over-appeal-lead = The internal control unit takes over for review a complaint handed to it under paragraph 41 of the Rules. It then drafts the answer within the term of the review, and a control event can be appointed on the complaint.
step-take-over-appeal-do = Take over for review
step-decline-appeal = Decline the complaint
step-decline-appeal-lead = The internal control unit declines a complaint handed to it under paragraph 41 of the Rules and gives the reason. The complaint stays with the body that handed it over, and the term of the review stays the same.
step-decline-appeal-do = Decline the complaint
step-draft-appeal-answer = Draft the answer to the complaint
step-draft-appeal-answer-lead = The result of the review and the measures taken are written under article 25 of the Law “On public services” (paragraph 15 of the Rules). Until the leadership signs it, the draft can be changed.
step-draft-appeal-answer-do = Save the draft answer
step-answer-appeal = Answer the complaint
step-answer-appeal-lead = The leadership answers the complaint within the term set by article 25 of the Law “On public services” (paragraph 15 of the Rules). To an anonymous complaint no answer is sent, only the result is kept; the case is then closed.
step-answer-appeal-do = Sign the answer
step-withdraw-appeal = Record that the complaint was withdrawn
step-withdraw-appeal-lead = If the applicant withdraws the complaint, the day and the reason are recorded, and it is not reviewed any further under paragraph 15 of the Rules. The case is then closed.
step-withdraw-appeal-do = Record the withdrawal

## Steps of a half-year list

step-open-list = Begin a half-year list
step-open-list-lead = Under paragraphs 10 and 11 of the Rules this opens the list of preventive control with a visit for half a year. Subjects are selected by degree of risk, and the chair of the Agency, or the person acting, then approves the list.
step-open-list-do = Begin the list
step-approve-list = Approve the half-year list
step-approve-list-lead = The chair of the Agency, or the person acting, approves the list not later than the day set by paragraph 10 of the Rules. An approved list is not changed.
step-approve-list-do = Sign and approve the list
step-record-list-registration = Record that the list was registered
step-record-list-registration-lead = A list approved under paragraph 10 of the Rules is registered with the body for legal statistics, as article 141 of the Entrepreneurial Code requires. Once the number and the day of registration are entered, the list can be published.
step-record-list-registration-do = Record the registration
step-publish-list = Record that the list was published
step-publish-list-lead = A list approved under paragraph 10 of the Rules is published not later than the day in article 141 of the Entrepreneurial Code (reading R-25). Once the day of publication is recorded, the case is closed.
step-publish-list-do = Record the publication
step-abandon-list = Give up the draft list
step-abandon-list-lead = A list whose half-year is over, or that was begun by mistake, is closed without approval under paragraph 10 of the Rules. The journal keeps the reason and the fact that nobody approved it.
step-abandon-list-do = Close the draft list

## Steps of preventive control without a visit

step-open-desk-control = Begin preventive control without a visit
step-open-desk-control-lead = Under paragraph 12 of the Rules the inspector begins to analyse the activity of the inspected subject without a visit. This control is not registered, and nobody is told of it beforehand.
step-open-desk-control-do = Begin the control
step-record-desk-source = Record a source that was studied
step-record-desk-source-lead = This records which source was studied in a control under paragraph 12 of the Rules and what it shows. With at least one source, violations can be recorded and the document on the results drafted.
step-record-desk-source-do = Record the source
step-record-desk-violation = Record a violation
step-record-desk-violation-lead = If the sources show that a requirement of the checklist was violated, the violation is recorded under paragraph 12 of the Rules. It goes into the document on the results.
step-record-desk-violation-do = Record the violation
step-withdraw-desk-violation = Withdraw a violation
step-withdraw-desk-violation-lead = A violation that was not confirmed is withdrawn with the reason, and does not go into the document under paragraph 12 of the Rules. The journal keeps the record of it.
step-withdraw-desk-violation-do = Withdraw the violation
step-draft-desk-outcome = Draft the document on the results
step-draft-desk-outcome-lead = Under paragraph 12 of the Rules the results of the control are written as a certificate, a conclusion or a recommendation; where there are violations, it explains how to remedy them. Under paragraph 9 the subject can be proposed for selection for a visit.
step-draft-desk-outcome-do = Save the draft document
step-issue-desk-outcome = Send the document on the results
step-issue-desk-outcome-lead = The leadership signs the document drawn up under paragraph 12 of the Rules, and it is sent to the inspected subject. The case is then open to the head of the subject too.
step-issue-desk-outcome-do = Sign and send the document
step-close-desk-control = Complete preventive control without a visit
step-close-desk-control-lead = Once the document on the results is with the subject, the control under paragraph 12 of the Rules is completed. A closed case is not changed.
step-close-desk-control-do = Complete the control

## Questions about an appeal

field-received_on = Day the complaint was received
field-received_on-hint = The term of the review runs after this day. A complaint received within the last year can be registered.
field-source = Source
field-register-appeal-source-hint = Choose from whom the complaint came: the quarterly report divides complaints by it (rows 17.1–17.7 of form 1-мқ).
field-channel = How the service was provided
field-channel-hint = Choose how the service complained of was provided: the quarterly report divides complaints by it (rows 16.1–16.3 of form 1-мқ).
field-anonymous = The complaint is anonymous
field-anonymous-hint = Tick if it does not say who the applicant is. An anonymous complaint is not a ground of an inspection, and no answer is sent to it.
field-applicant = Surname, given name, patronymic (if any) or name of the applicant
field-applicant-hint = Write it as it stands in the complaint. For an anonymous complaint leave it empty.
field-applicant_kind = Kind of applicant
field-applicant_kind-hint = A government body or an organisation is a legal person. For an anonymous complaint choose nothing.
field-register-appeal-subject-hint = Choose the body or organisation that provided the service and whose actions are complained of. If paragraph 14 of the Rules does not name it, the complaint is forwarded to another body.
field-extend-appeal-reason-hint = It stands in the notice to the applicant. For example: documents were requested from another body.
field-accept-as-ground-reason-hint = Write which facts of the complaint meet this ground.
field-to_body = Body that is given the complaint
field-hand-within-agency-to_body-hint = The body that inspects the subject under paragraph 14 of the Rules is proposed.
field-forward-appeal-to_body-hint = The authorised body that controls that sphere. If it is not in the registry, leave this empty and write its name in the next field.
field-hand-to-internal-control-to_body-hint = A body whose internal control unit may control the provider.
field-to_organisation = Name of a body that is not in the registry
field-to_organisation-hint = If the body is chosen from the registry, leave this empty.
field-forward-appeal-reason-hint = Write why the complaint is within the competence of that body; it stands in the letter.
field-applicant_told = The applicant is told at the same time where the complaint is forwarded
field-applicant_told-hint = Without this the complaint cannot be forwarded.
field-hand-within-agency-applicant_told = The applicant is told at the same time where the complaint is handed
field-hand-within-agency-applicant_told-hint = Without this the complaint cannot be handed over.
field-hand-within-agency-instruction-hint = Filled in only where the central office takes a complaint about a subject that a territorial body inspects: number or name of the instruction.
field-hand-within-agency-reason-hint = Write why the subject is within the competence of that body.
field-hand-to-internal-control-reason-hint = Write which specific facts the complaint states.
field-decline-appeal-reason-hint = Write why the complaint is declined. For example: a control event on this question has been held.
field-outcome = Result
field-restoration = How the rights were restored
field-restoration-hint = Required where there are persons whose rights were restored.
field-draft-appeal-answer-text-hint = Write what was examined and what was found: this text is sent to the applicant.
field-withdraw-appeal-reason-hint = Write the reason the applicant gave for withdrawing; a copy of the request can be attached.

## Questions about a list

field-registration_number = Registration number
field-registration_number-hint = The number given by the body for legal statistics.
field-open-list-half-hint = The half of the year in which the visits take place. The list offered is the one due next.
field-select-subject-month-hint = Number of the month planned for the visit: 1–6 in the first half of the year, 7–12 in the second. It may stay empty.
field-select-subject-reason-hint = Write why the subject is selected; the system adds the points of its degree of risk itself.
field-change-entry-month-hint = Number of the month planned for the visit. If left empty, the month stays as it is.
field-change-entry-reason-hint = If left empty, the reason stays as it is.
field-abandon-list-reason-hint = Write why the list is not approved. For example: the list was begun by mistake.

## Questions about control without a visit

field-open-desk-control-subject-hint = The body or organisation whose activity is analysed. Under paragraph 14 of the Rules it must be within the competence of your body.
field-open-desk-control-reason-hint = Write what led to the analysis. For example: the reports show more services provided late.
field-record-desk-source-source-hint = Only what was obtained without a visit to the subject is studied.
field-record-desk-source-text-hint = Write which document or information was studied and what it shows.
field-draft-desk-outcome-text-hint = Write the results of the analysis. The system enters the recorded violations in the document itself.
field-for_visit = The subject is proposed for selection for a visit
field-for_visit-hint = Under paragraph 9 of the Rules this is only a ground for the selection: the Agency enters subjects in the half-year list.
field-visit_reason = Why the subject is proposed for selection for a visit
field-visit_reason-hint = Required where the subject is proposed for selection for a visit.

## Refusals

refusal-anonymous-no-ground = The complaint is anonymous and cannot be the ground of an inspection; it can be reviewed and the result kept, or it can be handed to internal control.
refusal-anonymous-with-name = The complaint is marked anonymous, but an applicant is named; the mark can be taken off, or the applicant's name deleted.
refusal-answer-not-drafted = There is no draft of the answer to the complaint yet; once the draft is saved, the answer can be signed.
refusal-appeal-extended-once = The term of the review has been extended as often as allowed, last on { $on }; the complaint can be answered not later than { $due }.
refusal-appeal-term-over = The term of the review ended on { $due }; it could be extended only before it ended, and now the complaint can be answered.
refusal-applicant-not-named = It is not fully stated who the applicant is; the name can be written and the kind of person, natural or legal, chosen, or the complaint can be marked anonymous.
refusal-applicant-not-told = It is not confirmed that the applicant is told where the complaint is forwarded; once it is confirmed, the complaint can be forwarded.
refusal-desk-outcome-not-issued = The document on the results has not been sent to the inspected subject yet; once the leadership has signed it and it is sent, the control can be completed.
refusal-desk-without-source = No source has been studied; with at least one source a violation can be recorded and the document on the results drafted.
refusal-for-visit-without-reason = The subject is proposed for selection for a visit, but no reason is given; with the reason, or with the mark taken off, the draft document can be saved.
refusal-forward-first = This provider is not named in paragraph 14 of the Rules: { $subject }. The complaint can first be forwarded to the authorised body that controls that sphere, and the answer is drafted after that.
refusal-forwarded-to-nobody = The body to which the complaint is forwarded is not given; a body of the registry can be chosen, or the name of one that is not there can be written.
refusal-ground-against-source = The complaint came from a natural or a legal person and cannot be an appeal of a government body; the ground in item 2), 3) or 4) can be chosen.
refusal-half-year-over = This half-year is over: { $list }, its last day was { $last }. A list can be drawn up for the present half-year or a later one.
refusal-handed-already = The complaint was handed to internal control on { $on }: { $to }. If the unit of this body declines it, it can be handed to another body.
refusal-handed-within-already = The complaint was handed to another body of the Agency on { $on }, which has not taken it over yet: { $to }. Until it does, the complaint can be answered here or handed to another body.
refusal-instruction-without-day = The day of the instruction of the Agency's leadership is not given; once it is given, this step can be taken.
refusal-list-approved = The list was approved on { $on }, and an approved list is not changed; the subject can be entered in the list for the next half-year.
refusal-list-empty = The list has no subjects; once at least one is selected, it can be approved.
refusal-list-not-registered = It is not recorded that the list was registered with the body for legal statistics; once the number is entered, the publication can be recorded.
refusal-list-only-agency = A territorial body does not draw up the half-year list; it can be begun by: { $by }.
refusal-list-there-already = A list for this half-year has been begun: { $list }. Work can go on in that list, or another half-year can be chosen.
refusal-no-criteria = No criteria of the degree of risk are in force on { $today }; once they are entered, the list can be begun.
refusal-no-other-body = No other body of the Agency inspects this subject: { $subject }. The body that can review and answer the complaint: { $by }.
refusal-not-begun = The control has not begun yet; this step can be taken once the appointment act is handed over and the subject is acquainted with the checklist.
refusal-not-competent = The chosen body does not inspect this subject: { $to } ({ $subject }). The complaint can be handed to: { $by }.
refusal-not-taken-over = The internal control unit has not taken the complaint over yet; once it has, the answer can be drafted.
refusal-not-to-forward = This provider is named in paragraph 14 of the Rules, so the complaint is not forwarded: { $subject }. The body that may inspect it: { $by }. The complaint can be reviewed and answered here, or handed to the competent body.
refusal-only-named-officers = Only the inspectors named in the appointment act take this step; it opens to you if you become one of them.
refusal-remedy-missing = Violations are recorded, but it is not written how to remedy them; once the draft document explains it, this step can be taken.
refusal-restoration-without-text = There are persons whose rights were restored, but it is not written how; once it is, the draft answer can be saved.
refusal-signed-by-you = You have already signed this document; the other inspectors can sign it now.
refusal-source-against-kind = The source of the complaint and the kind of applicant contradict each other; for a complaint from a natural person the natural person can be chosen, for one from a legal person the legal person.
refusal-term-exceeded = The term of the control ended on { $end }, and exceeding it is a gross breach under article 156 of the Entrepreneurial Code; a result delivered not later than that day can be recorded, or the control can be ended without a result.
refusal-to-oneself = The complaint is under review in this body already; another body can be chosen.
refusal-visit-in-desk-control = Nobody visits the subject in preventive control without a visit; another source can be chosen, or the subject can be proposed for selection for a visit.

## The journal

fact-appeal-registered = The complaint was registered
fact-appeal-extended = The review of the complaint was extended
fact-appeal-extension-notified = The applicant was told of the extension
fact-appeal-accepted = The complaint was accepted as the ground of an inspection
fact-appeal-handed-within = The complaint was handed to another body of the Agency
fact-appeal-taken-over-within = The other body of the Agency took the complaint over
fact-appeal-forwarded = The complaint was forwarded to the competent body
fact-appeal-forwarding-acknowledged = The other body received the forwarded complaint
fact-appeal-handed = The complaint was handed to internal control
fact-appeal-taken-over = The internal control unit took the complaint over
fact-appeal-declined = The internal control unit declined the complaint
fact-appeal-answer-drafted = The draft answer to the complaint was saved
fact-appeal-answered = The result of the review was signed
fact-appeal-withdrawn = The complaint was withdrawn
fact-list-opened = The half-year list was begun
fact-subject-selected = A subject was selected for the list
fact-entry-changed = An entry of the list was changed
fact-entry-removed = A subject was removed from the list
fact-list-approved = The half-year list was approved
fact-list-registered = The list was registered with the body for legal statistics
fact-list-published = The list was published
fact-list-abandoned = The draft list was closed without approval
fact-desk-opened = Preventive control without a visit began
fact-desk-source-recorded = A source that was studied was recorded
fact-desk-violation-recorded = A violation was recorded
fact-desk-violation-withdrawn = A violation was withdrawn
fact-desk-outcome-drafted = The draft document on the results was saved
fact-desk-outcome-issued = The document on the results was sent to the inspected subject
fact-desk-closed = Preventive control without a visit was completed

## The path of a procedure

stop-appeal-received = Receipt of the complaint
stop-appeal-decided = Decision on the complaint
stop-appeal-closed = End of the review
stop-list-opened = List begun
stop-list-filled = Selection of subjects
stop-list-approved = Approval of the list
stop-list-registered = Registration of the list
stop-list-published = Publication of the list
stop-desk-opened = Control begun
stop-desk-studied = Study of sources
stop-desk-drafted = Draft document
stop-desk-issued = Sending the document
stop-desk-closed = End of the control

## Documents

document-appeal-answer = Answer on the result of reviewing a complaint
document-appeal-notice = Notice that the review of a complaint is extended
document-forwarding-letter = Letter forwarding a complaint
document-half-year-list = Half-year list of preventive control with a visit
document-desk-outcome = Document on the results of preventive control without a visit

## Choices

appeal-source-17-1 = from natural persons
appeal-source-17-2 = from government bodies
appeal-source-17-3 = from legal persons
appeal-source-17-4 = instructions of the authorised body for assessment and control of the quality of the provision of public services
appeal-source-17-5 = from the akim of the oblast
appeal-source-17-6 = from the mass media
appeal-source-17-7 = from other sources
appeal-channel-16-1 = on paper by the provider through its own office (except those provided through the State Corporation)
appeal-channel-16-2 = electronically
appeal-channel-16-3 = through the State Corporation
applicant-kind-natural = natural person
applicant-kind-legal = legal person
appeal-outcome-justified = the complaint was found justified
appeal-outcome-partly = the complaint was found justified in part
appeal-outcome-unjustified = the complaint was found unjustified
appeal-outcome-explained = the matter of the complaint was explained
appeal-outcome-left = the complaint was left without review
desk-source-reports = reports
desk-source-portal = the e-government web portal
desk-source-website = the provider's website
desk-source-bodies = information of other government bodies
desk-source-appeals = complaints and appeals of natural and legal persons
desk-source-media = the mass media
desk-source-visit = a visit to the inspected subject
desk-outcome-certificate = certificate
desk-outcome-conclusion = conclusion
desk-outcome-recommendation = recommendation
half-1 = first half of the year
half-2 = second half of the year

## Grounds of an inspection: items of article 144(3) of the Code

inspection-ground-1 = 1) compliance with a prescription on gross violations
inspection-ground-1-1 = 1-1) compliance with a prescription where no information on significant and insignificant violations was given and (or) they were not remedied
inspection-ground-2 = 2) appeals on violations that lead to harm to life and health if not remedied
inspection-ground-3 = 3) appeals on specific facts of harm caused
inspection-ground-4 = 4) appeals of natural and legal persons (consumers) whose rights were violated
inspection-ground-5 = 5) instruction of a prosecutor
inspection-ground-6 = 6) appeals of government bodies
inspection-ground-7 = 7) counter-check of a third party
inspection-ground-8 = 8) repeat inspection because the subject disagreed with the first
inspection-ground-9 = 9) instruction of a criminal prosecution body

## Criteria of the degree of risk

risk-measure-gross-violations = Gross violations found by inspections and visits
risk-measure-significant-share = Share of significant requirements violated, of those checked
risk-measure-insignificant-share = Share of insignificant requirements violated, of those checked
risk-measure-unremedied-prescriptions = Prescriptions not carried out when their term had passed
risk-measure-justified-appeals = Complaints found justified
risk-measure-late-services = Share of services provided late
risk-measure-desk-violations = Violations found by preventive control without a visit
risk-measure-desk-for-visit = Preventive controls without a visit that proposed one
risk-measure-years-unchecked = Full years since the last inspection or visit
risk-unit-violations = violations
risk-unit-percent = %
risk-unit-prescriptions = prescriptions
risk-unit-appeals = complaints
risk-unit-controls = controls
risk-unit-years = years
risk-source-check = inspection or visit
risk-source-appeal = complaint
risk-source-desk = preventive control without a visit
risk-source-report = quarterly report
risk-source-body = registry of bodies

criteria-fault-cap-above-most = The points here are more than a subject can have; write a number not above that.
criteria-fault-cap-zero = The most points the criterion can give is zero; write a number above zero.
criteria-fault-dates-turned = The last day stands before the first; write the first day or a later one.
criteria-fault-id-empty = The code is empty; write it.
criteria-fault-id-malformed = The code has a character that is not allowed; use only small Latin letters, digits and hyphens.
criteria-fault-id-twice = There is such a code already; give each criterion its own.
criteria-fault-kind-twice = This kind of body is given twice; leave one row.
criteria-fault-months-zero = The number of months is zero; write a number above zero, or leave it empty to look over all time.
criteria-fault-name-empty = The name in one of the three languages or the approving act is missing; fill in the empty fields.
criteria-fault-no-criteria = There are no criteria; add at least one.
criteria-fault-severity-unknown = The severity of a requirement is not known; choose gross, significant or insignificant.
criteria-fault-threshold-outside = The threshold of high risk is zero or above the most points; write a number above zero and not above the most points.
criteria-fault-weight-zero = The weight of the criterion is zero; write a number above zero.

## Deadline rules

rule-8 = Appointment of the inspection that checks the prescription on gross violations
rule-8-term = within 3 working days after the term for eliminating gross violations has passed or they were found not eliminated
rule-10-publish-1 = Publication of the list for the first half of the year
rule-10-publish-1-term = not later than 25 December of the year before
rule-10-publish-2 = Publication of the list for the second half of the year
rule-10-publish-2-term = not later than 25 May of the same year
rule-17-urgent = Registration of the appointment act of an inspection begun urgently or out of hours
rule-17-urgent-term = within 1 working day after the start of the inspection
rule-17-remote = Registration of the appointment act of an inspection of a subject more than 100 kilometres away
rule-17-remote-term = within 5 working days after the start of the inspection
rule-25-law-5 = Answer to the complaint
rule-25-law-5-term = a provider, a government body or the State Corporation: within 5 working days after the complaint is received
rule-25-law-15 = Answer to the complaint
rule-25-law-15-term = the Agency or its territorial body: within 15 working days after the complaint is received
rule-25-law-more = Answer to the complaint within the extended term
rule-25-law-more-term = once, by at most 10 more working days
rule-25-law-notice = Notice that the review of a complaint is extended
rule-25-law-notice-term = within 3 working days after the extension
rule-32-inspection = Appointment of the inspection that checks the prescription on significant and insignificant violations
rule-32-inspection-term = within 3 working days after the term for the answer to the request has passed or a violation was found not eliminated

## Numbers of the Rules, the Code and the Law on public services

parameter-8 = Term for appointing the inspection that checks the prescription on gross violations
parameter-10-publish-1 = Last day to publish the list for the first half of the year (December of the year before)
parameter-10-publish-2 = Last day to publish the list for the second half of the year (May of the same year)
parameter-17-urgent = Term for registering the appointment act of an inspection begun urgently or out of hours
parameter-17-remote = Term for registering the appointment act of an inspection of a subject more than 100 kilometres away
parameter-25-law-5 = Term of the review of a complaint by a provider, a government body or the State Corporation
parameter-25-law-15 = Term of the review of a complaint by the Agency or its territorial body
parameter-25-law-more = Longest extension of the review of a complaint
parameter-25-law-notice = Term for telling the applicant that the review of a complaint is extended
parameter-25-law-times = Extensions of the review of a complaint
parameter-32-inspection = Term for appointing the inspection that checks the prescription on significant and insignificant violations

## Readings

reading-R-24-title = Term for the review of a complaint
reading-R-24-text = Paragraph 15 speaks only of forwarding a complaint; the Rules give no term for its review. The system applies article 25 of the Law “On public services”, and which of its terms binds depends on the body that reviews the complaint: the Agency and its territorial body, as the authorised body for assessment and control, review it within 15 working days, any other government body, a provider or the State Corporation within 5. The term counts after the day the complaint is received (reading R-30); it can be extended once, by at most 10 working days, and the applicant is told within 3 working days. These terms do not apply to a complaint that is forwarded (reading R-6).
reading-R-25-title = Registration and publication of the half-year list
reading-R-25-text = Paragraph 10 names only the day of approval; it is article 141 of the Entrepreneurial Code that speaks of registering the list with the body for legal statistics and of publishing it. The system applies these requirements together with paragraph 10: an approved list is first registered and then published, for the first half of the year not later than 25 December of the year before, for the second not later than 25 May of the same year. These days do not move, even where they fall on a day off. An approved list is not changed.
reading-R-26-title = The result of control with a visit
reading-R-26-text = The act on results (paragraph 24) is provided for an inspection only. Preventive control with a visit ends with a prescription if there are violations (paragraph 7), or with a conclusion if there are none (article 152-1 of the Entrepreneurial Code). The Rules do not describe separately how these are delivered, so the system applies to them what is said of the act: the prescription or the conclusion is delivered within the term, and that day is the end of the control (paragraph 26); if the subject refuses to sign, it goes through the subject's chancellery (paragraph 27); remarks and objections can be made to it (paragraph 28).
reading-R-27-title = When the inspection that checks a prescription is appointed
reading-R-27-text = Paragraphs 8 and 32 oblige the body to appoint an inspection but set no term for it. The system gives 3 working days; this is a parameter that can be changed. The day after which the term counts is: where a visit found gross violations, the day on which the term for eliminating them under the prescription has passed, because until then there is no ground to check it; in other cases, the day on which a violation was found not eliminated; where the request was not answered, the last day of the term for the answer in paragraph 32.
reading-R-28-title = The report is requested once
reading-R-28-text = Paragraph 31 speaks of a request where no report on the prescription comes, but the violations in one prescription may have different terms. In the system one request is sent for one prescription: the 2 working days count after the earliest term of a significant or insignificant violation on which no report came, and the request names all such violations whose term has passed by then without a report. About a violation whose term passes later there is no second request: if the subject is silent again, the violation is found not eliminated.
reading-R-29-title = When a case of control is closed
reading-R-29-text = The Rules name the day on which control ends (paragraph 26) but not when the case is closed. In the system it is closed only after the 3 working days that the subject has for remarks and objections (paragraph 28) have passed, or these have come. Besides, a request for more time must have been decided, and every violation found eliminated or an inspection that checks the prescription appointed. If a visit found a gross violation, the case is not closed without such an inspection (paragraph 8).
reading-R-30-title = The term of a complaint counts after the day it was received
reading-R-30-text = The term of article 25 of the Law “On public services” could also be counted from the day the complaint is registered. The system counts it from the day after the complaint came to the body: late registration must not harm the applicant. If the complaint is handed to another body of the Agency, the term does not begin anew and still counts after the day on which the first body received it.
reading-R-31-title = The signature of an inspector who has left
reading-R-31-text = The act on results, the prescription and the conclusion are signed by the inspectors (paragraphs 24 and 25), but the Rules do not say what becomes of a signature already given when the inspectors are changed (paragraph 21). In the system the signature stays in force as the act of whoever gave it, and those who are inspectors now give the signatures still missing. Once all of them have signed, the document is wholly signed, and whoever comes later does not sign it. Before it is delivered to the subject, the document can be withdrawn and written again. What follows the end of the control (paragraphs 28–32) can be done by any inspector of the body.
reading-R-32-title = Control that stands still
reading-R-32-text = Paragraph 19 and article 146 of the Entrepreneurial Code speak only of giving notice of suspension and resumption; how they affect the term is not said. In the system the working days from the day of suspension to the day before resumption do not count, and the end of the control moves by as many working days. Nothing is inspected in that time. Changing the inspectors, forwarding materials under paragraph 33 and keeping protected material apart are not inspecting and remain possible.
reading-R-33-title = The day control starts where the act is refused
reading-R-33-text = Under paragraph 22 control starts on the day the act is handed over and the subject is acquainted with the checklist, and under paragraph 23 refusing to receive the act does not stop it. The Rules do not say which day is then the start. In the system it is the day of the protocol on the refusal; the end date stays as it is in the appointment act.
reading-R-34-title = Once a year
reading-R-34-text = Under paragraph 11 a subject is visited at most once a year. The system takes the calendar year: a second visit in the same year is not allowed, and one in the next year is possible even if less than twelve months have passed. An entry of an approved list and the visit made on it count as one.
## Questions whose common label or hint speaks of another step

field-register-appeal-source = From whom the complaint came
field-register-appeal-registered_on = Day the complaint was registered
field-register-appeal-incoming = Incoming number of the complaint
field-register-appeal-contact = Contact details of the applicant
field-register-appeal-contact-hint = Telephone, e-mail or postal address.
field-register-appeal-subject = Body or organisation complained of
field-register-appeal-services-hint = The services complained of; you can choose several.
field-register-appeal-matter = The complaint in a few words
field-register-appeal-matter-hint = It stands in the title of the case. For example: the service was provided late.
field-register-appeal-text = Text of the complaint
field-extend-appeal-days = Working days of the extension
field-accept-as-ground-ground = Ground of the inspection
field-accept-as-ground-ground-hint = Item of article 144(3) of the Entrepreneurial Code.
field-forward-appeal-to_body = Body to which the complaint is forwarded
field-acknowledge-forwarding-on = Day the other body registered the complaint
field-acknowledge-forwarding-number = Registration number of the other body
field-acknowledge-forwarding-number-hint = The number given by the body that received the complaint.
field-draft-appeal-answer-outcome = Result of the review
field-draft-appeal-answer-text = Text of the answer
field-draft-appeal-answer-measures = Measures taken
field-draft-appeal-answer-measures-hint = If no measures were taken, leave it empty.
field-draft-appeal-answer-recipients-hint = Persons whose rights were restored on this complaint; if there are none, leave 0.
field-withdraw-appeal-on = Day the complaint was withdrawn
field-open-list-year = Year of the list
field-open-list-criteria = Criteria of the degree of risk
field-select-subject-number = Number of the entry
field-select-subject-by = Body that visits
field-change-entry-number = Number of the entry
field-remove-entry-number = Number of the entry
field-record-list-registration-number = Registration number
field-record-list-registration-on = Day the list was registered
field-publish-list-on = Day the list was published
field-open-desk-control-matter = Subject matter of the control
field-open-desk-control-matter-hint = Write which public services are analysed and on which questions.
field-open-desk-control-period_from = First day of the period analysed
field-open-desk-control-period_from-hint = Say from when the activity of the subject is analysed.
field-open-desk-control-period_to = Last day of the period analysed
field-open-desk-control-period_to-hint = This day is part of the period. It must not be later than today.
field-open-desk-control-impartial = I confirm that the inspectors who hold the control are impartial
field-open-desk-control-impartial-hint = They have no conflict of interest concerning the inspected subject.
field-record-desk-source-source = What was studied
field-withdraw-desk-violation-violation = Violation to withdraw
field-withdraw-desk-violation-violation-hint = Choose one of the violations recorded.
field-draft-desk-outcome-outcome = Kind of document
field-draft-desk-outcome-text = Results of the analysis
