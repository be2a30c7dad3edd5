# Words of the documents of external control
paper-open = –
paper-checklist = Checklist for the provision of public services (sample)
paper-registered-urgently = under article 146 of the Entrepreneurial Code the control had to begin at once or out of working hours, the act is registered on the next working day
paper-registered-from-afar = the object is more than a hundred kilometres from the registering body (paragraph 8 of article 144 of the Entrepreneurial Code), the act is registered within five working days
paper-protocol-of = protocol of { $on }
paper-instructed = Instruction of the leadership of the Agency of { $on } № { $number } (paragraph 14 of the Rules).
paper-ground-of-inspection = Article 144(3), item { $item }) of the Entrepreneurial Code of the Republic of Kazakhstan (“{ $ground }”)
paper-ground-by-document = { $ground }: document of { $on } № { $number }.
paper-ground-by-number = { $ground }: document № { $number }.
paper-ground-of-visit = Article 141 of the Entrepreneurial Code of the Republic of Kazakhstan and entry № { $entry } of the half-year list for the { $half ->
    [1] first
   *[other] second
 } half of { $year }, approved on { $on }.
paper-ground-of-visit-plain = Article 141 of the Entrepreneurial Code of the Republic of Kazakhstan and the approved half-year list.
paper-reason-in-explanation = the reason is in the written explanation
paper-advice = Recommendations: { $text }
paper-in-the-journal = registered in the journal of incoming correspondence on { $on } under № { $number }
paper-prescription = prescription to remedy the violations found
paper-prescription-of = prescription to remedy the violations found of { $on } № { $number }
paper-objections = remarks and (or) objections
paper-anonymous = name not given
paper-copy-of-appeal = copy of the appeal
paper-criterion-objective = Objective criterion by the kind of subject
paper-desk-source = { $source }: { $text }
paper-extension-foreign-information = information has to be obtained from a state body of a foreign state
paper-extension-whereabouts = the whereabouts of a person have to be found
paper-extension-laboratory = results of laboratory studies have to be obtained
