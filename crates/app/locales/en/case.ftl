### Steps, questions, refusals, duties and the journal of the annual plan and of the control event.

## Procedures and sides

procedure-annual-plan = Annual plan of control events
procedure-annual-plan-plural = Annual plans of control events
procedure-control-event = Control event
procedure-control-event-plural = Control events
side-control = the body that carries out the control
side-object = the control object

## Steps of the annual plan

step-open-plan = Begin a draft annual plan
step-open-plan-lead = Under paragraph 41 of the Rules this opens the plan of control events for a year. Events are entered in the draft, and the leadership of the body then approves the plan by order.
step-open-plan-do = Begin the draft plan
step-add-plan-item = Add an event to the plan
step-add-plan-item-lead = Under paragraph 42 of the Rules the plan lists questions and objects, dates, forms of completion and responsible executors. The event is entered in the draft and can be changed until the plan is approved.
step-add-plan-item-do = Add the event to the plan
step-change-plan-item = Change an event of the plan
step-change-plan-item-lead = An event of the draft plan is corrected as paragraph 42 of the Rules requires. An approved plan is not changed; an order can only add to it. What is left empty stays as it is.
step-change-plan-item-do = Save the change
step-remove-plan-item = Remove an event from the plan
step-remove-plan-item-lead = An event entered under paragraph 42 of the Rules is taken out of the draft plan. The journal keeps a record of it, and the other events keep their numbers.
step-remove-plan-item-do = Remove the event
step-approve-plan = Approve the annual plan
step-approve-plan-lead = The leadership of the body approves the plan for a year, by order, not later than the day set by paragraph 41 of the Rules. Control events can then be appointed on the approved plan.
step-approve-plan-do = Sign the order and approve the plan
step-supplement-plan = Add to the approved plan
step-supplement-plan-lead = Under paragraph 41 of the Rules the leadership of the body adds one more event to the approved plan by order. The earlier events stay as they are, and the new one can be appointed on the plan.
step-supplement-plan-do = Sign the order and add to the plan

## Steps of the control event

step-draft-order = Draft the order of appointment
step-draft-order-lead = The internal control unit drafts the order on one of the grounds in paragraph 41 of the Rules: it names the object, the questions, the dates and the responsible executors. The event is appointed when the leadership of the body signs the order.
step-draft-order-do = Save the draft order
step-revise-order = Change the draft order
step-revise-order-lead = Until it is signed, the draft order can be corrected as paragraph 41 of the Rules requires. The leadership of the body signs the version saved last.
step-revise-order-do = Save the change
step-engage-expert = Engage an expert
step-engage-expert-lead = Under paragraph 48 of the Rules an expert, an expert organisation or a specialist is engaged in the control event. They must have neither civil-law nor labour relations with the control object.
step-engage-expert-do = Engage the expert
step-sign-order = Sign the order of appointment
step-sign-order-lead = With the signature of the body's leadership the control event is appointed under paragraph 41 of the Rules. The responsible executor then sends the notice to the control object.
step-sign-order-do = Sign the order
step-move-start = Move the dates of the event
step-move-start-lead = Before the event starts, the leadership of the body sets other dates by order under paragraph 41 of the Rules. The control object is then sent a new notice.
step-move-start-do = Sign the order and move the dates
step-send-notice = Send the notice
step-send-notice-lead = The responsible executor notifies the control object in writing, within the term set by paragraph 45 of the Rules, that the event will start. The event can start only after the notice.
step-send-notice-do = Sign and send the notice
step-start-event = Start the control event
step-start-event-lead = Under paragraph 46 of the Rules the event starts on the day when the order of appointment is handed to the control object. From that day the responsible executors can request documents and explanations.
step-start-event-do = Record that the order was handed over
step-record-action = Record a request or another action
step-record-action-lead = This records an action of the responsible executor under paragraph 47 of the Rules: a request for documents or explanations, a study of documentation, use of the monitoring data. If a day for the answer is set, it appears among the duties of the control object.
step-record-action-do = Record the action
step-answer-action = Answer a request
step-answer-action-lead = The control object gives the documents, certificates or explanations requested under paragraph 47 of the Rules. The answer is attached to the materials of the case.
step-answer-action-do = Send the answer
step-mark-checklist = Fill in the checklist
step-mark-checklist-lead = Under paragraph 50, item 9) of the Rules each requirement of the checklist is marked. The act can be signed only when the checklist is complete.
step-mark-checklist-do = Save the marks
step-record-finding = Record a violation
step-record-finding-lead = A violation found and its evidence are recorded under paragraph 50 of the Rules. The violation goes into the act, and the decision rests on it.
step-record-finding-do = Record the violation
step-withdraw-finding = Withdraw a violation
step-withdraw-finding-lead = A violation that was not confirmed is withdrawn with the reason, and does not go into the act under paragraph 50 of the Rules. The journal keeps the record of it.
step-withdraw-finding-do = Withdraw the violation
step-propose-extension = Propose an extension
step-propose-extension-lead = For objective reasons the internal control unit makes a reasoned proposal to the leadership of the body under paragraph 44 of the Rules. The leadership extends the term by order or declines the proposal.
step-propose-extension-do = Send the proposal
step-extend = Extend the term
step-extend-lead = Under paragraph 44 of the Rules the leadership of the body extends the term of the event by order. The act is presented not later than the new end date.
step-extend-do = Sign the order and extend the term
step-decline-extension = Decline the proposed extension
step-decline-extension-lead = The leadership of the body declines the proposal made under paragraph 44 of the Rules and gives the reason. The end date of the event stays the same.
step-decline-extension-do = Decline the proposal
step-draft-act = Write the act
step-draft-act-lead = The responsible executors write what paragraph 50 of the Rules requires; the system fills in the other items of the act from the case. When every item is complete, the act can be signed.
step-draft-act-do = Save the draft act
step-sign-act = Sign the act
step-sign-act-lead = Under paragraph 49 of the Rules the act is drawn up in two copies and signed by all the responsible executors named in the order. After the first signature the act is not changed; after the last it is presented to the head of the object.
step-sign-act-do = Sign the act
step-present-act = Present the act
step-present-act-lead = Under paragraph 49 of the Rules one copy of the act is presented to the head of the object not later than the end date in the order. This ends the event, and the term for the head's answer begins.
step-present-act-do = Record that the act was presented
step-acquaint = Acknowledge the act
step-acquaint-lead = Under paragraph 50, item 12) of the Rules the act is marked to show that the head of the object is acquainted with it. This does not mean agreement: the head then signs the act or sends objections.
step-acquaint-do = Mark the acquaintance
step-refuse-acquaintance = Mark a refusal to be acquainted
step-refuse-acquaintance-lead = If the head of the object refuses to be acquainted with the act, it is marked under paragraph 49 of the Rules. The refusal does not stop further work on the materials.
step-refuse-acquaintance-do = Mark the act
step-countersign-act = Sign both copies of the act
step-countersign-act-lead = A head of the object who agrees with the result signs both copies of the act under paragraph 51 of the Rules. The materials and the act are then put before the head of the government body.
step-countersign-act-do = Sign both copies
step-file-objections = Send objections
step-file-objections-lead = A head of the object who does not agree with the result sends the internal control unit objections in free form under paragraph 51 of the Rules. They are attached to the act, and the act is marked; objections that come after the term are kept too.
step-file-objections-do = Send the objections
step-submit-materials = Put the materials and the act before the head of the body
step-submit-materials-lead = The internal control unit puts the materials and the act before the head of the government body within the term set by paragraph 52 of the Rules. The head then decides.
step-submit-materials-do = Submit the materials and the act
step-decide = Take the decision
step-decide-lead = The head of the body considers the materials and the act and takes one of the decisions in paragraph 53 of the Rules. A letter with measures and informing the Agency can be chosen together.
step-decide-do = Sign the decision
step-inform-agency = Inform the Agency
step-inform-agency-lead = Under paragraph 53, item 3) of the Rules the Agency and its territorial body are informed of violations in issuing permits. The case is then open to them too.
step-inform-agency-do = Send the information
step-draft-letter = Draft the letter with measures
step-draft-letter-lead = Under paragraph 53, item 1) of the Rules the internal control unit drafts the letter from the recommendations of the act and sets a term for each measure. The leadership of the body signs the letter.
step-draft-letter-do = Save the draft letter
step-sign-letter = Sign the letter with measures
step-sign-letter-lead = Under paragraph 53, item 1) of the Rules the leadership of the body sends the head of the control object a letter with measures. On receiving it, the object submits an action plan.
step-sign-letter-do = Sign and send the letter
step-receive-letter = Record receipt of the letter
step-receive-letter-lead = This records the day when the control object received the letter with measures. Under paragraph 54 of the Rules the term for the action plan runs after that day.
step-receive-letter-do = Record the receipt
step-submit-action-plan = Submit the action plan
step-submit-action-plan-lead = Under paragraphs 54 and 55 of the Rules the control object says for each measure of the letter what will be done, by which responsible executor, by when and in what form it is completed. The leadership of the internal control unit considers the plan.
step-submit-action-plan-do = Sign and submit the plan
step-accept-action-plan = Accept the action plan
step-accept-action-plan-lead = The leadership of the internal control unit accepts the plan submitted under paragraph 54 of the Rules. The control object reports on the measures within the terms set in the letter.
step-accept-action-plan-do = Accept the plan
step-return-action-plan = Return the action plan
step-return-action-plan-lead = The leadership of the internal control unit returns the plan submitted under paragraph 54 of the Rules with its remarks. The control object corrects the plan and submits it again.
step-return-action-plan-do = Return the plan
step-report-measure = Report on a measure
step-report-measure-lead = Under paragraph 56 of the Rules the control object reports that a measure was carried out, within the term set in the letter. The leadership of the internal control unit considers the report.
step-report-measure-do = Send the report
step-record-liability = Record that a person was held liable
step-record-liability-lead = Under paragraph 56 of the Rules the control object gives a certified copy of the document by which a guilty person was held liable. It counts in the quarterly report.
step-record-liability-do = Record it
step-restore-rights = Record that rights were restored
step-restore-rights-lead = Measures taken on violations, and recipients whose rights were restored, are recorded together with the reports under paragraph 56 of the Rules. They count in the quarterly report.
step-restore-rights-do = Record it
step-accept-measure = Find a measure done
step-accept-measure-lead = The leadership of the internal control unit considers the report given under paragraph 56 of the Rules and finds the measure done. When all measures are settled, the case can be closed.
step-accept-measure-do = Find it done
step-waive-measure = Release from a measure
step-waive-measure-lead = The leadership of the internal control unit decides why a measure of paragraph 56 of the Rules will not be carried out. The measure is settled without being done, and the journal keeps the reason.
step-waive-measure-do = Release from the measure
step-close-event = Close the case
step-close-event-lead = When the decision has been carried out in full, the leadership of the internal control unit closes the case under paragraph 56 of the Rules. A closed case is not changed.
step-close-event-do = Close the case

## Questions of the annual plan and of the order

field-year = Year of the plan
field-year-hint = This year or the next.
field-number = Event of the plan
field-number-hint = Choose one of the events in the draft plan.
field-object = Control object
field-object-hint = Choose a body or organisation that your unit may control.
field-matter = Questions to be controlled
field-matter-hint = Write which public services are controlled and on which questions.
field-from = Earliest day of the start
field-from-hint = The event does not start before this day; it must fall in the year of the plan.
field-item = Event in the plan
field-to = Latest day of the start
field-to-hint = The event does not start after this day; it must fall in the year of the plan.
field-completion = Form of completion
field-completion-hint = For example: act of the control event.
field-executors = Responsible executors
field-executors-hint = Officers of the internal control unit; you can choose several.
field-reason = Reason
field-reason-hint = Be short and exact.
field-supplement-plan-reason = Reason for adding to the plan
field-supplement-plan-reason-hint = It stands in the order. For example: an instruction of the authorised body.
field-ground = Ground of the control event
field-ground-hint = For an appeal, results of monitoring or an instruction, name the document below.
field-plan_item = Event of the annual plan
field-plan_item-hint = Chosen only where the ground is the annual plan.
field-reference = Number or name of the document that is the ground
field-reference-hint = The appeal, the results of monitoring or the instruction. Leave empty where the ground is the annual plan.
field-reference_on = Date of the document that is the ground
field-reference_on-hint = Leave empty where the ground is the annual plan.
field-facts = Specific facts
field-facts-hint = Where the ground is an appeal, give the specific facts it states.
field-period_from = First day of the period under control
field-period_from-hint = Say from when the activity of the object is considered.
field-period_to = Last day of the period under control
field-period_to-hint = This day is part of the period. It must not be later than the end of the event.
field-start = Day the event starts
field-start-hint = It must be a working day. The day offered is the earliest that leaves time for the notice.
field-end = Day the event ends
field-end-hint = This day is included. If you change the day of the start, check this one too.
field-impartial = I confirm that the responsible executors are impartial
field-impartial-hint = They have no conflict of interest concerning the control object.
field-move-start-start = New day the event starts
field-move-start-end = New day the event ends
field-move-start-reason = Reason for moving the dates
field-move-start-reason-hint = It stands in the order. For example: the notice was not sent in time.

## Questions about experts, the notice and the start

field-name = Surname, given name, patronymic (if any)
field-engage-expert-name = Surname, given name, patronymic (if any) of the expert or specialist
field-engage-expert-name-hint = For an expert organisation, name its representative who takes part in the event.
field-organisation = Organisation
field-organisation-hint = Full name of the expert's place of work or of the expert organisation.
field-speciality = Speciality
field-speciality-hint = Write in which field they are engaged.
field-relation = Relation to the control object
field-relation-hint = Nobody in a civil-law or labour relation with the object can be engaged.
field-way = Way of delivery
field-send-notice-way = How the notice is delivered
field-prepare = What the control object should have ready
field-prepare-hint = Documents and information needed when the event starts.
field-contact = Contact details
field-contact-hint = Telephone or e-mail of the responsible executor.
field-on = Date
field-on-hint = Today or an earlier day.
field-start-event-on = Day the order was handed over
field-start-event-on-hint = The event starts on this day. It must be a working day, not before the day in the order.
field-to_name = Surname, given name, patronymic (if any) of the person who received it
field-to_position = Position of the person who received it
field-start-event-to_name = Surname, given name, patronymic (if any) of the person who received the order
field-start-event-to_name-hint = The head of the object or another officer who received the order.
field-start-event-to_position = Position of the person who received the order

## Questions about the conduct of the event

field-action = Kind of action
field-text = Contents
field-record-action-text = What the action is
field-record-action-text-hint = Write which documents or explanations are requested, which materials are studied.
field-record-action-from = From whom it is requested
field-record-action-from-hint = Position, surname and given name. Where the object itself is asked, this may stay empty.
field-answer_by = Last day for the answer
field-answer_by-hint = This day is included. If no answer is needed, leave it empty.
field-files = Files
field-files-hint = You can add several files.
field-record-action-files = Files to attach
field-answer-action-action = Which request is answered
field-answer-action-text = Text of the answer
field-answer-action-text-hint = List the documents given, or explain.
field-answer-action-files = Files with the answer
field-marks = Requirements of the checklist
field-marks-hint = Mark every requirement. A requirement on which a violation is recorded is marked “violated”.
field-requirement = Requirement
field-mark = Mark
field-violation = Kind of violation
field-violation-hint = By rows 3.1–3.10 of the quarterly report.
field-severity = Severity of the violation
field-services = Public services
field-services-hint = Say which services the violation concerns; you can choose several.
field-description = Description of the violation
field-description-hint = Write which requirement was violated, when and how.
field-count = Number of cases
field-count-hint = Say how many times this violation was found.
field-permits = It concerns permits of the first or second category
field-permits-hint = Tick where a permit was late, out of order or refused without ground.
field-evidence = Evidence
field-evidence-hint = List the documents, certificates, certified copies and written explanations.
field-record-finding-files = Files with the evidence
field-finding = Violation
field-withdraw-finding-finding = Violation to withdraw
field-withdraw-finding-reason = Reason for withdrawing it
field-withdraw-finding-reason-hint = For example: the fact was not confirmed by documents.
field-until = New end date
field-propose-extension-reason = Objective reasons for the extension
field-propose-extension-reason-hint = Text of the reasoned proposal to the leadership of the body.
field-propose-extension-until = Proposed end date
field-propose-extension-until-hint = This day is included. The day offered is the last one allowed.
field-extend-until = New end date of the event
field-extend-until-hint = This day is included. The day shown is the one the unit proposed.
field-decline-extension-reason = Reason for declining

## Questions about the act

field-place = Place where the act was drawn up
field-place-hint = Settlement, address.
field-time = Time when the act was drawn up
field-time-hint = For example: 16:30.
field-head_name = Surname, given name, patronymic (if any) of the head of the object
field-head_position = Position of the head of the object
field-present = Persons present
field-present-hint = Other than the head of the object. If there was nobody, leave it empty.
field-draft-act-name = Surname, given name, patronymic (if any) of the person present
field-position = Position
field-analysis = Analysis of the control object's activity
field-analysis-hint = How the object provided public services in the period under control.
field-results = Results of the control event
field-results-hint = Write the conclusions. The system enters the recorded violations in the act itself.
field-causes = Analysis of the causes of violations
field-causes-hint = If no violations were found, this may stay empty.
field-recommendations = Recommendations
field-recommendations-hint = On eliminating violations, their causes and conditions, and on improving internal procedures. If no violations were found, this may stay empty.
field-draft-act-text = Recommendation
field-term = Term
field-term-hint = This day is included.
field-liability = Recommendations on holding the guilty liable
field-liability-hint = If no violations were found, this may stay empty.
field-late_complaints = Number of complaints reviewed late
field-late_complaints-hint = Those the control event found; they count in row 6 of the quarterly report.
field-present-act-on = Day the act was presented
field-present-act-on-hint = The term for the answer of the object's head runs after this day.
field-present-act-to_name = Surname, given name, patronymic (if any) of the person to whom the act was presented
field-present-act-to_name-hint = The head of the object or the person acting as head.
field-present-act-to_position = Position of the person to whom the act was presented
field-present-act-way = How the act was presented
field-late_reason = Reason for the delay
field-late_reason-hint = Given where the act is presented after the end date in the order.

## Questions about the answer of the object

field-by_name = Surname, given name, patronymic (if any)
field-acquaint-on = Day of acquaintance with the act
field-acquaint-by_name = Surname, given name, patronymic (if any) of the person acquainted
field-refuse-acquaintance-on = Day of the refusal to be acquainted
field-refuse-acquaintance-mark = Text of the mark on the act
field-refuse-acquaintance-mark-hint = Write who refused to be acquainted, and the reason if one was given.
field-countersign-act-on = Day of the signature
field-countersign-act-by_name = Surname, given name, patronymic (if any) of the head who signed
field-file-objections-on = Day the objections were sent
field-file-objections-on-hint = The term is checked by this day: late objections are kept too.
field-file-objections-text = Text of the objections
field-file-objections-text-hint = In free form: with which part of the act you do not agree, and why.
field-file-objections-files = Files with the objections

## Questions about the decision and the letter

field-decisions = Decision
field-decisions-hint = Taking note is possible only where there are neither recommendations nor remarks, and with no other decision.
field-grounds = Grounds of the decision
field-grounds-hint = If there were objections, write what was found of them too.
field-inform-agency-text = Information for the Agency
field-inform-agency-text-hint = Write which permits of the first and second category were late or out of order, and which were refused without ground.
field-inform-agency-files = Files with the information
field-measures = Measures
field-measures-hint = At least one measure is given. The recommendations of the act are already here.
field-kind = Kind of measure
field-draft-letter-text = What the measure is
field-draft-letter-term = Term of the measure
field-draft-letter-term-hint = By this day the measure is carried out and reported.
field-receive-letter-on = Day the letter was received
field-receive-letter-on-hint = The term for the action plan runs after this day.
field-receive-letter-by_name = Surname, given name, patronymic (if any) of the person who received the letter
field-receive-letter-way = How the letter was delivered

## Questions about the action plan and the reports

field-actions = Actions of the plan
field-actions-hint = Fill in at least one row for each measure of the letter. The term must not be later than the one in the letter.
field-measure = Measure of the letter
field-submit-action-plan-text = What will be done
field-executor = Responsible executor
field-executor-hint = Position, surname and given name of the responsible officer of the control object.
field-submit-action-plan-term = To be done by
field-submit-action-plan-completion = Form of completion
field-submit-action-plan-completion-hint = For example: an order, an amended internal document, a training held.
field-remarks = Remarks
field-remarks-hint = Write what in the plan should be corrected or added.
field-report-measure-on = Day of the report
field-report-measure-on-hint = The term is checked by this day.
field-report-measure-text = Report on the measure
field-report-measure-text-hint = Write what was done and with what result.
field-report-measure-files = Files that confirm it
field-penalty = Disciplinary penalty
field-person = Who was held liable
field-person-hint = Choose the group the person belongs to; no name is given.
field-order = Number of the order
field-order-hint = Number of the order imposing the penalty.
field-order_on = Date of the order
field-record-liability-files = Certified copy of the document
field-record-liability-files-hint = The copy must be duly certified; nothing is recorded without it.
field-findings = Violations on which measures were taken
field-findings-hint = You can choose several; they count in row 4 of the quarterly report.
field-recipients = Number of recipients whose rights were restored
field-recipients-hint = It counts in row 5 of the quarterly report.
field-restore-rights-text = Measures taken
field-restore-rights-text-hint = Write what was done to restore the rights.
field-accept-measure-measure = Measure to find done
field-waive-measure-measure = Measure to release from
field-waive-measure-reason = Reason for the release
field-waive-measure-reason-hint = Write why the measure will not be carried out. For example: the object was liquidated.
field-no_liability = Why nobody was held liable
field-no_liability-hint = The act recommends liability, but nothing has been recorded about it.

## Refusals

refusal-act-incomplete = These items of the act are not complete: { $items }. Once they are filled in, the act can be signed.
refusal-act-not-signed = Not all the responsible executors have signed the act yet; after the last signature it can be presented.
refusal-action-after-term = The term in the plan is later than the term of measure { $measure } in the letter; the last day allowed is { $term }.
refusal-agency-not-informed = The decision to inform the Agency has not been carried out yet; once the information is sent, the case can be closed.
refusal-answer-after-end = The day for the answer is later than the end; the last day allowed is { $end }.
refusal-answer-awaited = The term for the answer of the object's head still runs, its last day is { $until }; the materials and the act can be submitted after the answer or after that day.
refusal-answer-in-the-past = The day for the answer has passed; the earliest day possible is { $today }.
refusal-appeal-without-facts = No specific facts are given; only an appeal with specific facts can be the ground of a control event.
refusal-body-not-there = This body does not exist on that day: { $body }. A body that exists on that day, or another day, can be chosen.
refusal-copy-missing = There is no certified copy of the document on liability; once the copy is attached, this can be recorded.
refusal-dates-turned = The latest day of the start stands before the earliest; the two may be the same day, or the second has to be later.
refusal-end-before-start = The day of the end stands before the day of the start; the earliest end possible is { $start }.
refusal-expert-engaged-already = This expert is already engaged in the event: { $name }. Another expert can be engaged.
refusal-expert-related = { $name } cannot take part in the control event. Relation to the control object: { $relation }. An expert who has neither civil-law nor labour relations with the object can be engaged.
refusal-extended-once = The term has been extended as often as allowed, last on { $on }; the event can be completed not later than { $end }.
refusal-extension-not-later = The new day has to be later than the present end; an allowed day after { $end } can be chosen.
refusal-extension-too-long =
    { $days ->
        [one] The term is extended by at most { $days } working day; the last day allowed is { $latest }.
       *[other] The term is extended by at most { $days } working days; the last day allowed is { $latest }.
    }
refusal-finding-not-marked = The checklist does not mark as “violated” a requirement on which a violation is recorded; once the checklist is corrected or the violation withdrawn, the act can be signed.
refusal-ground-without-reference = The document that is the ground is not given; with the number or name of the appeal, the results of monitoring or the instruction, the draft order can be saved.
refusal-in-the-future = This day has not come yet; the latest day possible is { $today }.
refusal-inform-without-permits = No violation concerning permits of the first or second category is recorded; the decision to inform the Agency is taken only where there is one.
refusal-letter-not-drafted = There is no draft of the letter with measures yet; once the unit has drafted it, the letter can be signed.
refusal-letter-not-received = It is not recorded yet that the control object has received the letter; once it is recorded, the next step can be taken.
refusal-letter-without-remarks = The act has neither recommendations nor remarks; the decision to take note can be taken.
refusal-liability-awaited = The act recommends holding the guilty liable, but nothing is recorded about it; the case can be closed once it is recorded, or the reason why nobody was held liable is given.
refusal-mark-against-finding = A violation is recorded on this requirement: “{ $requirement }”. It can be marked “violated”, or the violation can be withdrawn first.
refusal-measure-not-planned = Measure { $measure } of the letter is not in the plan; with at least one row for each measure the plan can be submitted.
refusal-measure-term-past = The term of the measure ({ $term }) leaves the object no time; any day after { $today } can be set.
refusal-measures-open = These measures of the letter are not settled yet: { $measures }. Once each is found done or the object is released from it, the case can be closed.
refusal-no-action-plan = The action plan has not been submitted yet; after that the measure can be reported on.
refusal-no-control-unit = This body has no internal control unit: { $body }. A control event can be held by a central government body, its department or territorial body, a local executive body, or an executive body of an oblast, a city of republican significance or the capital.
refusal-no-plan-item = No event of the annual plan is chosen; an event of the approved plan that has not been appointed yet, or another ground, can be chosen.
refusal-no-proposal = There is no reasoned proposal of the unit; once there is one, the term can be extended.
refusal-no-time-for-notice = There is not enough time left to notify the control object within the term; the earliest start possible now is { $earliest }.
refusal-not-an-executor = The person chosen is not a responsible executor of this body; the responsible executors in the list can be chosen.
refusal-not-impartial = It is not confirmed that those appointed are impartial; the draft can be saved once it is confirmed that there is no conflict of interest, or somebody else is chosen.
refusal-not-now = This step is not possible now: “{ $step }”. The page of the case shows the steps that are.
refusal-not-started = The control event has not started yet; this step can be taken once the order of appointment is handed to the control object.
refusal-not-submitted = The materials and the act are not before the head of the body yet; once they are submitted, the decision can be taken.
refusal-not-the-planned-object = This event of the plan has another object; the one that can be named is: { $object }.
refusal-not-yours = This step is not part of your role; it can be taken by: { $role } ({ $side }).
refusal-note-stands-alone = Taking note does not go together with other decisions; either it alone or only the others can be chosen.
refusal-note-with-remarks = The act has recommendations or remarks, so taking note is not enough; the decision to send a letter with measures can be taken.
refusal-notice-too-late = The last day for the notice of the event starting on { $start } has passed: it was { $latest }; the leadership of the body can set another day by order, and the earliest start possible now is { $earliest }.
refusal-only-named-executors = Only the responsible executors named in the order take this step; it opens to you if you are named in the order.
refusal-order-not-signed = The order of appointment is not signed yet; once the leadership of the body signs it, the notice can be sent.
refusal-outside-central-scope = This object is outside the scope of control: { $object }. The unit controls the body itself, its departments, territorial bodies and subordinate organisations, and the persons whose activity it coordinates. The body: { $control }.
refusal-outside-local-scope = This object is outside the scope of control: { $object }. The unit controls the local executive bodies and subordinate organisations in its territory, and the persons whose activity the body coordinates. The body: { $control }.
refusal-outside-plan-year = The day is not in the year of the plan; any day of { $year } can be chosen.
refusal-outside-planned-dates = The day of the start is outside the dates of the plan; a day from { $from } to { $to } can be chosen.
refusal-period-after-end = The period under control ends after the event; the period can end on { $end } or before, or the event can end later.
refusal-period-turned = The last day of the period stands before the first; the two may be the same day, or the second has to be later.
refusal-plan-approved = The plan is approved, and no event can be added to the draft; the leadership of the body can add to the plan by order.
refusal-plan-empty = The plan has no events; once it has at least one, it can be approved.
refusal-plan-year-over = The year of the plan is over: { $year }. The plan of this year or the next can be added to.
refusal-presented-late = The act was presented after the end date in the order ({ $end }); with the reason for the delay this can be recorded.
refusal-proposal-pending = An extension has already been proposed; if the leadership of the body declines it, a new proposal can be made.
refusal-requirement-not-marked-once = This requirement needs exactly one mark: “{ $requirement }”. With one mark for each requirement the checklist can be saved.
refusal-same-object-same-time = This object is already planned for that time (event No. { $item } of the plan); another object or other dates can be chosen.
refusal-signed-already = You have already signed this act; the other responsible executors can sign it now.
refusal-start-after-end = The end date in the order ({ $end }) has passed; the event can start once the leadership of the body sets other dates by order.
refusal-start-before-notice = The control object has not been sent the notice yet; the event can start after the notice, the start date in the order is { $start }.
refusal-start-not-come = The start date in the order has not come yet; the earliest day the event can start is { $start }.
refusal-start-not-working = This is not a working day; the next working day after it is { $next }.
refusal-term-in-the-past = The term of the recommendation ({ $term }) has passed; the earliest day possible is { $today }.
refusal-term-over = The term of the event ended on { $end }; it could be extended only before it ended, and now the act can be presented.
refusal-too-early = This day is earlier than allowed; the earliest day possible is { $earliest }.
refusal-too-long =
    { $days ->
        [one] A control event takes at most { $days } working day; the last day allowed is { $latest }.
       *[other] A control event takes at most { $days } working days; the last day allowed is { $latest }.
    }
refusal-unknown-body = The registry has no such body: { $body }. A body of the registry can be chosen.
refusal-violated-without-finding = No violation is recorded on a requirement that the checklist marks as “violated”: “{ $requirement }”. Once the violation is recorded or the mark corrected, the act can be signed.

## What is wrong with an answer

error-required = This field must be filled in
error-too-long =
    { $max ->
        [one] The text is too long: at most { $max } character is allowed
       *[other] The text is too long: at most { $max } characters are allowed
    }
error-not-a-date = Write the date like 26.03.2026
error-not-a-number = Write a whole number in digits
error-out-of-range = Write a number from { $min } to { $max }
error-not-a-choice = Choose one of the options given
error-too-few-rows =
    { $min ->
        [one] At least { $min } row must be filled in
       *[other] At least { $min } rows must be filled in
    }
error-unknown = The system did not recognise this value; reload the page and enter it again

## The journal

fact-plan-opened = The draft annual plan was begun
fact-plan-item-added = An event was added to the plan
fact-plan-item-changed = An event of the plan was changed
fact-plan-item-removed = An event was removed from the plan
fact-plan-approved = The annual plan was approved
fact-plan-supplemented = The approved plan was added to
fact-drafted = The draft order of appointment was saved
fact-appointed = The order of appointment was signed
fact-start-moved = The dates of the event were moved
fact-expert-engaged = An expert was engaged
fact-notice-sent = The notice was sent
fact-started = The control event started
fact-action-recorded = An action of the responsible executor was recorded
fact-action-answered = A request was answered
fact-checklist-marked = The checklist was filled in
fact-finding-recorded = A violation was recorded
fact-finding-withdrawn = A violation was withdrawn
fact-extension-proposed = An extension was proposed
fact-extension-declined = The proposed extension was declined
fact-extended = The term of the event was extended
fact-act-drafted = The draft act was saved
fact-act-signed = A responsible executor signed the act
fact-act-presented = The act was presented
fact-acquainted = The head of the object was acquainted with the act
fact-acquaintance-refused = A refusal to be acquainted was marked on the act
fact-act-countersigned = The head of the object signed both copies of the act
fact-objections-filed = The head of the object sent objections
fact-materials-submitted = The materials and the act were put before the head of the body
fact-decided = The head of the body took the decision
fact-agency-informed = The Agency was informed
fact-letter-drafted = The draft letter with measures was saved
fact-letter-signed = The letter with measures was sent
fact-letter-received = The control object received the letter
fact-action-plan-submitted = The action plan was submitted
fact-action-plan-returned = The action plan was returned with remarks
fact-action-plan-accepted = The action plan was accepted
fact-measure-reported = A measure was reported on
fact-measure-accepted = A measure was found done
fact-measure-waived = The object was released from a measure
fact-liability-recorded = It was recorded that a person was held liable
fact-rights-restored = It was recorded that rights were restored
fact-closed = The case was closed

## The path of a procedure

stop-plan-opened = Plan begun
stop-plan-drafted = Draft plan
stop-plan-approved = Approval of the plan
stop-drafted = Draft order
stop-appointed = Appointment
stop-notified = Notice
stop-started = Start
stop-signed = Signing the act
stop-presented = Presenting the act
stop-answered = Answer of the object
stop-submitted = Submitting the materials
stop-decided = Decision
stop-letter = Letter with measures
stop-planned = Action plan
stop-reported = Carrying out the measures
stop-closed = Closing

## Duties

duty-answer = Answer to a request
duty-draft-answer = Draft answer to a complaint
duty-law-25 = article 25 of the Law
duty-deliver-visit = Delivery of the result of the visit (the prescription or the conclusion)
duty-state-open = To be done
duty-state-done = Done
duty-state-lapsed = Ended without being done

## Choices

action-documents = Request documents and certificates
action-oral-explanation = Take an oral explanation
action-written-explanation = Take a written explanation
action-study = Study the object's documentation
action-monitoring-data = Use data of the monitoring information system
action-other = Another action within the unit's competence
relation-none = no such relation
relation-civil = civil-law relation
relation-labour = labour relation
mark-met = met
mark-violated = violated
mark-not-applicable = not applicable
decision-letter = Send a letter with measures
decision-note = Take note of the information in the materials and the act
decision-inform = Inform the Agency and its territorial bodies
measure-eliminate = Eliminate the violations found and the causes and conditions that contribute to them
measure-improve-procedures = Improve the internal procedures of providing public services
measure-amend-acts = Amend and (or) supplement the regulations that set how the public service is provided, and other regulations
measure-optimise = Optimise the processes of providing public services
measure-liability = Hold liable those guilty of violating the legislation

## Why a day counts

why-calendar-day = Calendar day
why-date-in-rules = Day set by the Rules
why-date-in-document = Day set by a document

## Why a term cannot be reckoned

term-in-document = The day of this term is set by a document and is not reckoned. See the date in the document.
term-needs-day = This term is counted from a certain day. Give the day.
term-needs-quarter = This term is counted by the quarter. Give the quarter.
term-needs-year = This term is counted by the year. Give the year.
term-out-of-range = This term ends outside the years the calendar covers. Give an earlier day.

## Why a day off cannot be moved

transfer-from-is-working = This day is a working day already. Give the day off that is moved.
transfer-to-is-off = This day is a day off already. Give the working day to which the day off is moved.

## Numbers of the Rules and of the Code

parameter-10-1 = Last day to approve the list for the first half of the year (December of the year before)
parameter-10-2 = Last day to approve the list for the second half of the year (May of the same year)
parameter-11-visits = Visits to one subject in a year
parameter-15 = Term for forwarding a complaint to the authorised body
parameter-18 = Longest term of an inspection
parameter-18-micro = Longest term of an inspection of a micro-business
parameter-18-visit = Longest term of preventive control with a visit
parameter-18-visit-micro = Longest term of preventive control with a visit to a micro-business
parameter-19 = Longest extension of an inspection
parameter-19-micro = Longest extension of control of a micro-business
parameter-19-visit = Longest extension of preventive control with a visit
parameter-19-notice = Notice of the extension: before the extended term begins
parameter-19-times = Extensions of an inspection or of preventive control with a visit
parameter-21 = Notice of the start of an inspection: before the start
parameter-25 = Shortest term of a prescription
parameter-28 = Term for remarks and objections to the results of an inspection
parameter-29-1 = Term for asking for more time to eliminate a violation
parameter-29-2 = Term for the decision on more time
parameter-31 = Term for the request about carrying out a prescription
parameter-32 = Term for the answer to the request about carrying out a prescription
parameter-33 = Term for forwarding materials with signs of a crime to the competent body
parameter-35-2 = Last day for the quarterly information on internal control (month after the quarter)
parameter-41 = Last day to approve the annual plan of control events (December of the year before)
parameter-43 = Longest term of a control event
parameter-44 = Longest extension of a control event
parameter-44-times = Extensions of a control event
parameter-45 = Notice of the start of a control event: before the start
parameter-51 = Term for the object's head to sign the act or send objections
parameter-52 = Term for putting the materials and the act before the head of the government body
parameter-54 = Term for submitting the action plan
parameter-57 = Last day of the quarterly internal monitoring (month after the quarter)
parameter-60 = Last day for the report on form 1-мқ (month after the quarter)
parameter-61 = Last day for the report on form 2-мқ (month after the quarter)
parameter-61-district = Last day for the report of a district or city of oblast significance on form 2-мқ (month after the quarter)
parameter-62 = Last day for the reports on forms 3-мқ and 4-мқ (month after the quarter)

## Where a paragraph works in the system

paragraph-2-no-code = This paragraph needs no action of its own: all work in the system is divided into external and internal control.
paragraph-3-no-code = This paragraph needs no action of its own: the system checks every step against the Rules, gives the paragraph with every refusal and keeps all that happens in the journal.
later-registry-of-bodies = Will work together with the section “Registry of bodies”
later-external-control = Will work together with the section “External control”
later-monitoring = Will work together with the section “Monitoring”
later-reports = Will work together with the section “Reports”
later-assessment-of-bodies = Will work together with the section “Assessment of bodies”
later-publication = Will work together with the section “Publication of results”

## The object's own answers and requests by a day (§47, §51, §54, §56)

refusal-answer-without-day = Documents and written explanations are asked for by a set day, and no day is given for the answer; { $today } or a later day can be set.
refusal-dated-back = In the system one answers as of today only: { $today }. An answer given earlier on paper can be recorded by the controlling body, with the day it was given.
field-answer-action-on = Day of the answer
field-submit-action-plan-on = Day the plan was submitted
