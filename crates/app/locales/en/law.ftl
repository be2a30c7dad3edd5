### The Rules in plain words: paragraphs, deadlines, readings, calendar reasons and official names.

## Chapters of the Rules

chapter-1 = General provisions
chapter-2 = How external state control is carried out
chapter-2-1 = Inspections and preventive control with a visit
chapter-2-2 = External monitoring
chapter-3 = How internal state control is carried out
chapter-3-1 = The control event
chapter-3-2 = Internal monitoring
chapter-3-3 = How reports are submitted
chapter-4 = Final provisions

## Paragraphs 1–3: general

para-1-title = Who the Rules apply to
para-1 = The Rules lay down how the state controls the quality of public services. Control covers central government bodies, their departments and territorial units, local executive bodies and akims from the oblast down to the rural okrug, subordinate organisations, and individuals and legal entities that provide public services by law. All of them are called inspected subjects.
para-2-title = Two kinds of control
para-2 = State control is of two kinds: external control is carried out by the Agency and its territorial bodies, internal control by units of the government bodies themselves. This division rests on article 134 of the Entrepreneurial Code.
para-3-title = Six principles of control
para-3 = Control must keep to six principles: legality, objectivity, impartiality, credibility, comprehensiveness and transparency.

## Paragraphs 4–34: inspections and preventive control

para-4-title = Three forms of external control
para-4 = The Agency and its territorial bodies carry out external control in three forms: preventive control, unscheduled inspection and monitoring. All three look at how the inspected subject observes the legislation on public services.
para-5-title = Powers of the control body
para-5 = During an inspection or preventive control with a visit, the Agency and the territorial body request documents, get access to information systems, hear officials and take their written explanations on specific questions, ask for the results of internal control and use the data of public monitoring. To raise the quality of services and have violations eliminated, they issue a prescription and take the measures of article 153 of the Entrepreneurial Code.
para-6-title = Two kinds of preventive control
para-6 = Preventive control is carried out with a visit to the inspected subject or without one.
para-7-title = Purpose of control with a visit
para-7 = The purpose of preventive control with a visit is to prevent violations and to recommend how to remove their causes and conditions. If a violation is found, a prescription to eliminate it is drawn up; in control over the support and protection of businesses an administrative case is opened as well.
para-8-title = Inspection after a gross violation
para-8 = If preventive control with a visit finds a gross violation, the Agency or the territorial body must order an inspection under article 144(3)1) of the Entrepreneurial Code. Whether a violation is gross follows from the criteria for assessing the degree of risk. The Rules set no term for it: the system applies 3 working days after the term for eliminating the gross violation under the prescription has passed (reading R-27). Until such an inspection is appointed, the case of preventive control is not closed (reading R-29).
para-9-title = Choosing subjects to visit
para-9 = The results of preventive control without a visit are also a basis for choosing the subjects to be visited later.
para-10-title = The half-year list
para-10 = Preventive control with a visit is ordered from a half-year list. The Chair of the Agency or the person acting for the Chair approves the list: for the first half of the year not later than 10 December of the year before, for the second half not later than 10 May of the same year. The approved list is registered with the body for legal statistics and then published, not later than 25 December (first half) or 25 May (second half) (reading R-25).
para-11-title = How the list is made
para-11 = The list is based on the criteria for assessing the degree of risk; it also takes into account the results of reports and of other forms of control, and data from the e-government portal and other government bodies. A subject is visited at most once in a calendar year (reading R-34).
para-12-title = Preventive control without a visit
para-12 = Preventive control without a visit follows article 137 of the Entrepreneurial Code and other laws. The subject is not visited, the control is not registered and not announced beforehand; it ends with a certificate, a conclusion or a recommendation, and no administrative case is opened.
para-13-title = Grounds of an inspection
para-13 = An inspection is carried out only on a ground listed in article 144(3) of the Entrepreneurial Code. An anonymous appeal is not a ground (article 144(4)).
para-14-title = Who inspects whom
para-14 = Central government bodies, their departments and subordinate organisations are inspected by officers of the Agency. Territorial units of central bodies and departments, local executive bodies, akims and their subordinate organisations are inspected by the Agency's territorial body for that territory and, on the instruction of the Agency's leadership, by officers of the Agency too. A body of the Agency that may not inspect the subject of a complaint hands it to the body that may; the term of the review does not begin anew (reading R-30).
para-15-title = Forwarding a complaint
para-15 = A complaint about an individual or legal entity not covered by paragraph 14 is forwarded to the authorised body that controls that sphere. The Rules set no term for this: the system applies 3 working days after the complaint is registered (reading R-6). All other complaints are reviewed by the body that registered them or took them over, under article 25 of the Law “On public services”: by the Agency and its territorial body within 15 working days, by another body within 5 (reading R-24). The term counts after the day the complaint was received (reading R-30).
para-16-title = Engaging specialists and experts
para-16 = Specialists, consultants and experts of government bodies and subordinate organisations may be engaged in an inspection or preventive control with a visit. They are named in the appointment act.
para-17-title = The appointment act
para-17 = Both an inspection and preventive control with a visit start only on the basis of an appointment act. It is issued by the leadership of the Agency, the head of a territorial body or the person acting for them, and must hold everything that article 145(2) and (3) of the Entrepreneurial Code requires. The act is registered with the body for legal statistics before the control starts (article 146). In an urgent case it is registered within 1 working day after the start, and where the control is held without notice more than 100 kilometres away, within 5 working days.
para-18-title = How long it takes
para-18 = The duration is set under article 148(1) of the Entrepreneurial Code, according to the amount of work and its tasks. In the 2021 edition an inspection takes at most 10 working days, preventive control with a visit at most 15, and for micro-businesses both take at most 5 working days.
para-19-title = Extension, suspension, resumption
para-19 = The term is extended under article 148(2) of the Entrepreneurial Code once, by an additional act, by no more than the same limit again; the subject is told 1 working day before. There are three grounds for an extension: to get information from a foreign state body, to establish a person's whereabouts, to get laboratory results. Suspension and resumption of an inspection are notified under article 146. Working days on which it stands still do not count, and the end moves by as many (reading R-32).
para-20-title = Study before the inspection
para-20 = Before the inspection starts, the legal acts and materials that regulate and describe the subject's work are studied. The study may concern separate data or a whole period.
para-21-title = Notice of the start
para-21 = The inspector, an officer of the Agency or a territorial body with the powers to do so, tells the subject beforehand that an inspection or preventive control with a visit will start. In the 2021 edition this is done at least one day before (article 147(1) of the Entrepreneurial Code); no notice is required on the grounds of article 144(3)3), 4), 9) and 10). Only those named in the act carry out the control. If they are changed, the subject and the body for legal statistics are told the reason before the new inspectors take part (article 147(5)); the signature of one who has left stays in force (reading R-31).
para-22-title = The day an inspection starts
para-22 = An inspection or preventive control with a visit starts on the day when the appointment act is handed to the subject or its representative and they are acquainted with the checklist. The checklist sets out the requirements to be checked, item by item.
para-23-title = Refusal and obstruction
para-23 = If the subject does not accept the act, refuses to be acquainted with the checklist or obstructs access to materials, a protocol is drawn up. It is signed by the officer and by the head of the subject or an authorised representative, who may refuse to sign and explain why in writing. Refusing to receive the act does not stop the inspection: it starts on the day of that protocol (reading R-33).
para-24-title = The act on results
para-24 = At the end of an inspection the inspector draws up the act on results in 3 copies; its contents are set by article 152(1) of the Entrepreneurial Code. The first copy goes electronically to the body for legal statistics, the second is handed to the subject on paper against signature, the third stays with the control body. All who are inspectors now sign the act (reading R-31). Preventive control with a visit has no act: a prescription or a conclusion takes its place (reading R-26).
para-25-title = Prescription to eliminate violations
para-25 = If violations are found, a prescription is attached to the act on results: one for each act. It names the checklist requirements that were broken; in the 2021 edition the term for elimination is at least 10 calendar days from delivery of the prescription (article 152-1 of the Entrepreneurial Code).
para-26-title = The day an inspection ends
para-26 = An inspection ends on the day when the act on results is delivered to the subject or its representative. That day must not be later than the end date in the appointment act. If the term is extended or the control stood still, that date moves (reading R-32). In control with a visit the end is the day on which the prescription or the conclusion is delivered (reading R-26). A result that is not delivered in time is invalid, and the leadership ends such control without a result. The case itself is closed later (reading R-29).
para-27-title = Refusal to sign the act
para-27 = If the subject or its representative does not sign the act on results, the inspector draws up a protocol in free form. The protocol goes to the subject's chancellery with one copy of the act, and the other copy receives the registration mark of the incoming journal or of the electronic document system. In control with a visit the prescription or the conclusion goes the same way (reading R-26).
para-28-title = Remarks and objections
para-28 = The head of the subject or a representative who has remarks or objections sends them in writing to the Agency or the territorial body that carried out the inspection, within 3 working days after being acquainted with the act. They are attached to the act, and the act is marked. In control with a visit they are made to the prescription or the conclusion (reading R-26). Those that come later are kept too, marked late (reading R-15). Until this term has passed or objections have come, the case is not closed (reading R-29).
para-29-title = Asking for more time
para-29 = If eliminating a violation needs more time or money, the subject asks within 3 working days for a longer term and states the measures being taken and the objective reasons. Within 3 working days the control body extends the term or refuses with reasons. The Rules do not say from which day the term for asking runs: the system counts it from the day after the prescription is delivered (reading R-18).
para-30-title = Report on elimination
para-30 = The inspected subject reports to the Agency or the territorial body that the violations have been eliminated, within the term set in the prescription.
para-31-title = Request when no report comes
para-31 = If no report on the prescription for significant or insignificant violations comes in time, the Agency or the territorial body sends the subject a request within 2 working days. For one prescription the request is sent once (reading R-28).
para-32-title = Answer to the request
para-32 = The subject answers within 3 working days after receiving the request. If there is no answer, the Agency or the territorial body orders an inspection under article 144(3)1-1) of the Entrepreneurial Code. The same follows if a violation is found not eliminated. The Rules set no term for appointing it: the system applies 3 working days after the term for the answer ended or the violation was found not eliminated (reading R-27).
para-33-title = Signs of a crime
para-33 = If the actions of officials show signs of a crime or a criminal offence, the leadership of the Agency or the territorial body forwards the materials to the competent body. The Rules set no term for this (reading R-6).
para-34-title = Keeping secrets
para-34 = The inspector must not disclose information obtained in an inspection, including commercial, tax and other secrets protected by law. The only exceptions are the cases provided for by law.

## Paragraphs 35–36: external monitoring

para-35-title = Sources of external monitoring
para-35 = The Agency and its territorial bodies analyse four sources: data of the monitoring information system on services and missed deadlines; what subjects report on internal control every quarter, not later than the 10th of the next month; the e-government portal, providers' websites and the mass media; appeals and what bodies and organisations submit.
para-36-title = Decision on the monitoring
para-36 = On the results of monitoring, the leadership of the Agency or the territorial body either sends recommendations to the head of the subject and sets the day by which the outcome is to be reported, or takes note of the information. The recommendations concern eliminating violations, their causes and conditions, holding the guilty liable and restoring the recipient's rights. If there are signs of a crime, the materials are forwarded to the proper body.

## Paragraphs 37–56: the control event

para-37-title = Who carries out internal control
para-37 = Internal control is carried out by the structural unit that coordinates public services in a body. There is such a unit in a central government body, its department and territorial body, in a local executive body, and in an executive body of an oblast, a city of republican significance or the capital. Internal control has two forms: the control event and monitoring.
para-38-title = Scope in a central body
para-38 = The unit of a central government body controls the public services of that body, its departments and territorial bodies, its subordinate organisations, and the individuals and legal entities whose activity the body or its department coordinates.
para-39-title = Scope at local level
para-39 = The unit of a local executive body controls the public services of the local executive bodies in its own administrative territory. The unit of an executive body of an oblast, a city of republican significance or the capital controls the services of subordinate organisations and of the individuals and legal entities whose activity that body coordinates.
para-40-title = What a control event is
para-40 = A control event is a set of connected actions by the internal control unit to find, eliminate and prevent violations. It looks at whether the legislation on public services and other legislation is observed.
para-41-title = Grounds of a control event
para-41 = The ground of a control event is the annual plan or an order of appointment. The leadership of the body approves the plan for a year, by order, not later than 25 December of the year before. An order of appointment is issued on an appeal with specific facts, on results of monitoring or on an instruction of the authorised body.
para-42-title = Contents of the annual plan
para-42 = The plan lists the questions and objects to be controlled, the dates, the forms of completion and the responsible executors.
para-43-title = Duration of a control event
para-43 = A control event takes at most 10 working days. The exact term depends on the amount of work, its tasks and the number of objects.
para-44-title = Extending the term
para-44 = For objective reasons the leadership of the body extends the term by order, on a reasoned proposal of the internal control unit. The extension is at most 10 working days and is given once (reading R-16).
para-45-title = Notice to the control object
para-45 = The responsible executor, an officer of the internal control unit, notifies the control object in writing at least 3 working days before the event starts.
para-46-title = The day a control event starts
para-46 = A control event starts on the day when the order of appointment is handed to the control object.
para-47-title = Powers of the responsible executor
para-47 = The responsible executor requests and receives, by the date he or she sets, documents, certificates, oral and written explanations, freely examines the object's documents on the questions of the event, and uses the monitoring system's data on services, missed deadlines and complaints. State secrets and other secrets protected by law must be kept. The executor may also take other actions within the unit's competence.
para-48-title = Engaging experts
para-48 = Experts, expert organisations and specialists may be engaged in a control event. They must have neither civil-law nor labour relations with the control object.
para-49-title = The act of a control event
para-49 = The responsible executors draw up the act in 2 copies and sign it. One copy is presented to the head of the object not later than the end date in the order, the other is kept with the materials. If the head refuses to be acquainted, the act is marked, but work on the materials goes on.
para-50-title = The 13 items of the act
para-50 = The act must have 13 items: date, time and place, the object and its head, the order, the responsible executors, the period, an analysis of the object's activity, results and violations, their causes, the checklist requirements, recommendations on elimination and on liability, the note of acquaintance and the signatures. If violations are found, documents, their certified copies and written explanations of officials are attached to the materials.
para-51-title = Answer of the object's head
para-51 = Within 3 working days after the act is presented, the head of the object signs both copies if they agree, or sends the internal control unit objections in free form if they do not. Objections are attached to the act, and the act is marked.
para-52-title = Materials to the body's head
para-52 = Within 7 working days after the control event ends, the internal control unit puts the materials and the act before the head of the government body. The day it ends follows reading R-13.
para-53-title = Decision on the act
para-53 = After the materials are considered, one of these decisions is taken: 1) to send the head of the object a letter with measures; 2) to take note of the information, if there are neither recommendations nor remarks; 3) to inform the Agency and its territorial bodies, if permits of the first and second category were late, out of order or refused without ground. Decisions 1) and 3) may be taken together (reading R-14).
para-54-title = Submitting the action plan
para-54 = Within 5 working days after receiving the letter with measures, the control object submits to the leadership of the internal control unit an action plan to eliminate the violations and carry out the recommendations.
para-55-title = Contents of the action plan
para-55 = For each measure the plan names the responsible executor, the term and the form of completion.
para-56-title = Report on the action plan
para-56 = Within the terms set in the letter with measures, the control object reports to the internal control unit on how the plan was carried out and gives certified copies of documents showing that the guilty were held liable.

## Paragraphs 57–59: internal monitoring

para-57-title = Quarterly internal monitoring
para-57 = Every quarter the internal control unit looks at 13 subjects: the acts that set how services are provided, whether information on services is up to date, business processes, observance of the legislation, groundless refusals and demands for needless documents, conditions for people with disabilities, appeals, data entry into the system, public monitoring and others. The Rules name no day for finishing the monitoring: the system applies the date of the report, the 10th of the next month (reading R-7).
para-58-title = Proposals from the monitoring
para-58 = On the results of monitoring the unit draws up proposals of eight kinds: improve business processes, change the Registry and the acts, eliminate violations, hold control events, bring information on services up to date, hold outreach events, train staff, and inform the Agency and its territorial bodies of violations in issuing permits.
para-59-title = Approving the proposals
para-59 = The proposals go to the leadership of the body for agreement and approval, with a term for reporting the measures taken, and are then sent out. The text of the Rules says they are sent to “service recipients”; the system sends them to the providers, who carry them out (reading R-17).

## Paragraphs 60–63: reports

para-60-title = Report on form 1-мқ
para-60 = Central government bodies submit the report on form 1-мқ to the Agency; territorial units of central bodies and of their departments submit it to the Agency's territorial bodies. The report is due every quarter, not later than the 10th of the next month, with an analytical note.
para-61-title = Report on form 2-мқ
para-61 = Local executive bodies submit the report on form 2-мқ with an analytical note to the Agency and its territorial bodies, not later than the 10th of the month after the quarter. Districts and cities of oblast significance submit theirs to the local executive body of the oblast, city of republican significance or capital not later than the 5th of that month.
para-62-title = Reports on forms 3-мқ and 4-мқ
para-62 = The authorised body for informatization submits to the Agency the reports on forms 3-мқ and 4-мқ, on services provided through the State Corporation and electronically. The reports are due every quarter, not later than the 25th of the next month, with an analytical note.
para-63-title = Correcting a submitted report
para-63 = A submitted report is corrected only with the results of the fourth quarter, and only if the government body gives materials that show the correction is needed. The Agency and its territorial bodies make the correction.

## Paragraphs 64–65: final

para-64-title = Results count in the assessment
para-64 = The results of control count in the final assessment of how effectively government bodies work, in the direction “Quality of public services”.
para-65-title = Publishing the results
para-65 = The Agency, its territorial bodies and the inspected subjects publish the results of control in the mass media and on their websites. Information protected by law is not published.

## Deadline rules

rule-10-1 = Approval of the list for the first half of the year
rule-10-1-term = not later than 10 December of the year before
rule-10-2 = Approval of the list for the second half of the year
rule-10-2-term = not later than 10 May of the same year
rule-15 = Forwarding of the complaint to the authorised body
rule-15-term = within 3 working days after the complaint is registered
rule-18 = End of the inspection
rule-18-term = at most 10 working days, 5 for micro-businesses, counting the day of the start
rule-18-visit = End of preventive control with a visit
rule-18-visit-term = at most 15 working days, 5 for micro-businesses, counting the day of the start
rule-19 = End of the extended inspection or preventive control with a visit
rule-19-term = once, by no more than the same limit again
rule-19-notice = Notice of the extension
rule-19-notice-term = at least 1 working day before the first day of the extension
rule-21 = Notice of the start of an inspection or preventive control with a visit
rule-21-term = at least 1 calendar day before the start
rule-25 = Earliest day a prescription may set for elimination
rule-25-term = at least 10 calendar days after the prescription is delivered
rule-26 = Delivery of the act on results
rule-26-term = not later than the end date in the appointment act
rule-28 = Remarks and objections to the results of the inspection
rule-28-term = within 3 working days after acquaintance with the act
rule-29-1 = Request to extend the term of elimination
rule-29-1-term = within 3 working days after the prescription is delivered
rule-29-2 = Decision on the request to extend the term of elimination
rule-29-2-term = within 3 working days after the request is received
rule-30 = Report on elimination of violations
rule-30-term = not later than the term set in the prescription
rule-31 = Request for the report on the prescription
rule-31-term = within 2 working days after the term for the report has passed
rule-32 = Answer to the request on the prescription
rule-32-term = within 3 working days after the request is received
rule-35-2 = Quarterly information on internal control
rule-35-2-term = not later than the 10th of the month after the quarter
rule-36 = Report on recommendations of external monitoring
rule-36-term = not later than the day set in the recommendation
rule-41 = Approval of the annual plan of control events
rule-41-term = not later than 25 December of the year before
rule-43 = End of the control event
rule-43-term = at most 10 working days, counting the day of the start
rule-44 = End of the extended control event
rule-44-term = once, by at most 10 more working days
rule-45 = Notice of the start of the control event
rule-45-term = at least 3 working days before the start
rule-49 = Presentation of the act of the control event
rule-49-term = not later than the end date in the order
rule-51 = Signature of the act or objections
rule-51-term = within 3 working days after the act is presented
rule-52 = Materials and act put before the head of the government body
rule-52-term = within 7 working days after the control event ends
rule-54 = Action plan
rule-54-term = within 5 working days after the letter with measures is received
rule-56 = Report on the action plan
rule-56-term = within the terms set in the letter with measures
rule-57 = Quarterly internal monitoring
rule-57-term = not later than the 10th of the month after the quarter
rule-59 = Report on measures taken on the proposals of monitoring
rule-59-term = not later than the day set when the proposals are approved
rule-60 = Report on form 1-мқ
rule-60-term = not later than the 10th of the month after the quarter
rule-61 = Report on form 2-мқ
rule-61-term = not later than the 10th of the month after the quarter
rule-61-district = Report of a district or city of oblast significance on form 2-мқ
rule-61-district-term = not later than the 5th of the month after the quarter
rule-62 = Reports on forms 3-мқ and 4-мқ
rule-62-term = not later than the 25th of the month after the quarter

## Readings

reading-R-1-title = A term starts on the next day
reading-R-1-text = A term in working days starts on the day after the event (article 173 of the Civil Code): “within 3 working days” ends with the end of the third working day.
reading-R-2-title = The first day of a duration
reading-R-2-text = In a duration of “not more than 10 working days” the day of the start, if it is a working day, counts as the first. This is the stricter reading, which protects the inspected side: 10 working days from a Monday, with no holidays, end on Friday of the next week.
reading-R-3-title = Counting back from the start
reading-R-3-text = “Not later than 3 working days before the start” is counted back from the day before the start and falls on the third working day. For example, if the start is a Thursday, the last day is Monday.
reading-R-4-title = “By the 10th” includes the 10th
reading-R-4-text = A term “by the 10th” includes that day itself, because the annexes say “not later than the 10th”.
reading-R-5-title = When the last day is not a working day
reading-R-5-text = If the last day for a response or a report is not a working day, the term ends on the next working day (article 175 of the Civil Code); so does the day set for requested documents and explanations (paragraphs 5 and 47) and for the report on elimination (paragraph 30). These do not move: the approval dates of plans and lists (10-1, 10-2, 41) and the publication dates of the list (paragraph 10), end dates fixed in an act or order (26, 49), and limits counted in calendar days: the last day for the notice of the start (21) and the earliest day of the term for elimination (25).
reading-R-6-title = Term for forwarding
reading-R-6-text = The Rules give no term for forwarding a complaint (paragraph 15) or materials (paragraph 33). The system applies 3 working days after registration; this is a parameter that can be changed.
reading-R-7-title = The day of quarterly monitoring
reading-R-7-text = The Rules name no day for finishing the quarterly monitoring (paragraph 57). It feeds the report, so the date of the report applies.
reading-R-8-title = Discrepancies in the annexes
reading-R-8-text = The annex with form 2-мқ is headed “annex 3” in the text but is annex 2 by paragraph 61. Row 3.4 is missing from the list in item 9 of the filling notes but is in the form itself. Row 2.1 of form 2-мқ keeps the words of form 1-мқ.
reading-R-9-title = Split by natural and legal persons
reading-R-9-text = The split by natural and legal persons applies only to the rows whose filling notes say so (1-мқ: 12–15, 2-мқ: 11–14). Complaints and the other rows have months and a total only.
reading-R-10-title = “Total, of which”
reading-R-10-text = A “total, of which” row equals the sum of its parts (row 1 says so in words). The parts of services provided do not overlap: on paper with no electronic alternative; on paper although there was one; through the provider's information system without direct contact; through the same system with direct contact.
reading-R-11-title = The table of form 3-мқ
reading-R-11-text = The table of annex 3 is not in our copy; it is rebuilt from its filling notes. For each provider and service it gives results on paper and electronically; for each of these the total, late ones (with the reason) and refusals (with the reason).
reading-R-12-title = Rows with a name
reading-R-12-text = Where a form row asks for the name of a service or information system, each service gets a line of its own under the row. The row is the sum of its lines.
reading-R-13-title = The day a control event ends
reading-R-13-text = A control event ends on the day its act is presented to the head of the object, at the latest on the end date of the order. The 7 working days of paragraph 52 count from that day.
reading-R-14-title = Which decisions go together
reading-R-14-text = Decisions 1) and 3) of paragraph 53 may be taken together. Decision 2) is taken only alone; decision 3) may also be taken alone.
reading-R-15-title = A late objection or request
reading-R-15-text = The Rules say nothing of an objection (paragraphs 28 and 51) or a request for more time (paragraph 29) that comes after its term. It is kept all the same and marked late, and the request is decided; if there is no answer in time, the case does not stop.
reading-R-16-title = One extension only
reading-R-16-text = Paragraph 44 speaks of one term of not more than 10 working days, so a control event is extended once.
reading-R-17-title = To whom the proposals of monitoring go
reading-R-17-text = Paragraph 59 says that proposals are sent to “service recipients”. It is not the recipient but the provider who eliminates violations and improves processes, so proposals are sent to the providers. The measures taken are reported not later than the day set when the proposals are approved; the Rules set no term for the sending itself, which follows the approval.
reading-R-18-title = From which day the request for more time counts
reading-R-18-text = The Rules do not say from which day “not later than 3 working days” in paragraph 29 runs. The subject learns the term of elimination from the prescription, so the term for the request counts from the day after the prescription is delivered. The request is made once for a prescription.

## Why a day is or is not a working day

why-working = Working day
why-weekend = Day off: Saturday or Sunday
why-holiday-new-year = New Year
why-holiday-christmas = Orthodox Christmas (7 January)
why-holiday-womens-day = International Women's Day
why-holiday-nauryz = Nauryz
why-holiday-unity = Day of Unity of the People of Kazakhstan
why-holiday-defender = Defender of the Fatherland Day
why-holiday-victory = Victory Day
why-holiday-capital = Capital City Day
why-holiday-constitution = Constitution Day of the Republic of Kazakhstan (30 August)
why-holiday-constitution-march = Constitution Day (15 March, from 2027)
why-holiday-republic = Republic Day
why-holiday-first-president = Day of the First President of the Republic of Kazakhstan (1 December, up to and including 2021)
why-holiday-independence = Independence Day
why-holiday-kurban-ait = First day of Kurban Ait
why-holiday-moved = A holiday fell on a day off and moved to this day
why-transferred-off = Day off transferred to this day by decree
why-transferred-working = Working day: its day off was transferred by decree to another day

## Rows of form 1-мқ: violations, penalties, persons, proposals

violation-3-1 = breaches of the term for providing public services
violation-3-2 = breaches of the term for refusing public services
violation-3-3 = public services provided without the full set of documents required by the approved standard of the service
violation-3-4 = demands for documents not required by the approved standard of the service
violation-3-5 = demands for documents that can be obtained from information systems
violation-3-6 = breaches of the procedure (business process) for providing a public service
violation-3-7 = groundless refusals to provide a public service
violation-3-8 = failure to keep the working hours set by the standard of the service
violation-3-9 = charging for public services guaranteed free of charge by the laws of the Republic of Kazakhstan
violation-3-10 = breaches of other requirements of the legislation on public services

penalty-7-1 = remark
penalty-7-2 = reprimand
penalty-7-3 = severe reprimand
penalty-7-4 = warning of incomplete fitness for the post
penalty-7-5 = demotion
penalty-7-6 = dismissal from the post held

person-8-1 = employees of the government body
person-8-2 = employees of subordinate organisations
person-8-3 = other persons


## Severity of a violation

severity-gross = gross
severity-significant = significant
severity-insignificant = insignificant

## Kinds of bodies

body-kind-agency = Agency of the Republic of Kazakhstan for Civil Service Affairs
body-kind-agency-territorial = Territorial body of the Agency
body-kind-central = Central government body
body-kind-department = Department of a central government body
body-kind-territorial-unit = Territorial unit of a central government body or of its department
body-kind-oblast-akimat = Local executive body (akimat) of an oblast, city of republican significance or the capital
body-kind-oblast-executive = Executive body (directorate) of an oblast, city of republican significance or the capital
body-kind-district-akimat = Local executive body (akimat) of a district or city of oblast significance
body-kind-rural-akim = Akim of a city district, town of district significance, settlement, village or rural okrug
body-kind-subordinate = Subordinate organisation
body-kind-provider = Individual or legal entity providing public services
body-kind-state-corporation = State Corporation “Government for Citizens”

## Roles

role-administrator = Administrator
role-leader = Head of the body
role-inspector = Inspector
role-responsible-executor = Responsible executor
role-unit-head = Head of the internal control unit
role-control-object-head = Head of the control object
role-report-executor = Report executor
role-report-signatory = Report signatory
role-analyst = Analyst
role-observer = Observer

capacity-head = head
capacity-acting = person acting for the head

## Grounds of a control event

ground-plan = Annual plan of control events
ground-appeal = Appeals of individuals and legal entities on specific facts
ground-monitoring = Results of monitoring the quality of public services
ground-instruction = Instruction of the authorised body for assessment and control of the quality of public services

## Ways of delivery

delivery-hand = By hand against signature
delivery-post = By registered post
delivery-electronic = By electronic document with an e-signature
delivery-other = In another available way

## Documents of a control event

document-annual-plan = Annual plan of control events
document-order = Order appointing a control event
document-order-change = Order amending the order appointing a control event
document-order-extension = Order extending a control event
document-notice = Notice of the start of a control event
document-act = Act of a control event
document-letter = Letter with measures
document-action-plan = Action plan

## Sample checklist

checklist-1 = The public service was provided within the term set by its standard
checklist-2 = The answer refusing the public service was given within the set term
checklist-3 = The public service was provided only with the full set of documents required by its standard
checklist-4 = The recipient was not asked for documents that the standard does not require
checklist-5 = The recipient was not asked for documents that can be obtained from information systems
checklist-6 = The procedures of the service were carried out in the approved manner and order
checklist-7 = The public service was refused on a ground provided by law, and the answer names the ground
checklist-8 = The working hours set by the standard were kept in accepting applications and issuing results
checklist-9 = No payment was taken for a public service that is free by law
checklist-10 = Data on the stage of the public service were entered into the monitoring information system
checklist-sample-note = This is a sample list drawn up from rows 3.1–3.10 of form 1-мқ, not the approved checklist.

## The 13 items of the act of a control event (§50)

act-item-1 = Date, time and place of the act
act-item-2 = Control object, its head and persons present
act-item-3 = Date and number of the order of appointment
act-item-4 = Responsible executors
act-item-5 = Date, place and period of the event
act-item-6 = Analysis of the control object's activity
act-item-7 = Results and violations found
act-item-8 = Analysis of the causes of violations
act-item-9 = Checklist requirements, by item
act-item-10 = Recommendations on eliminating violations, with terms
act-item-11 = Recommendations on holding the guilty liable
act-item-12 = Acquaintance or refusal of the object's head, signatures of persons present
act-item-13 = Signatures of the responsible executors
