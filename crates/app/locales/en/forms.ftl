### The four report forms: heads, columns, rows, help and the analytical note.

## Head, foot and columns of every form

form-number = No.
form-measures = Measures carried out
form-months = Months
form-all = TOTAL
form-month-1 = January (April, July, October)
form-month-2 = February (May, August, November)
form-month-3 = March (June, September, December)
form-quarter = For quarter { $quarter }
form-natural = natural person
form-legal = legal person
form-head-form = Form
form-head-addressee = Submitted to
form-head-title = Name of the form
form-head-index = Index of the form
form-head-period = Periodicity
form-head-quarterly = quarterly
form-head-reporting = Reporting period
form-head-reporting-value = quarter { $quarter } of { $year }
form-head-reporters = Persons who submit the information
form-head-due = Due date
form-foot-body = Name of the body
form-foot-address = Address
form-foot-phone = Telephone
form-foot-email = E-mail address
form-foot-executor = Executor
form-foot-head = Head or person acting as head
form-foot-name = surname, name and patronymic (if any)
form-foot-signature = signature
form-foot-signature-phone = signature, telephone
form-foot-seal = Place for the seal
form-annex-1-mq = Annex 1 to the Rules of state control of the quality of the provision of public services
form-annex-2-mq = Annex 2 to the Rules of state control of the quality of the provision of public services
form-annex-3-mq = Annex 3 to the Rules of state control of the quality of the provision of public services
form-annex-4-mq = Annex 4 to the Rules of state control of the quality of the provision of public services

## Columns of forms 3-mq and 4-mq

form-line-number = No.
form-provider = Name of the provider (central government bodies, local executive bodies of the oblast, city of republican significance or capital, and organisations subordinate to them)
form-service = Name of the public service
form-total = Total
form-refused = of which, total number of refusals to provide the public service
form-refused-reason = Reasons for the refusals
form-late = Number of public services provided in breach of the set terms
form-late-reason = Reasons for the breach of the terms

## Form 1-mq: head

form-1-mq-index = 1-мқ
form-1-mq-name = Internal control report of central bodies
form-1-mq-title = Report on the work of the central government body, its department, its territorial bodies and the organisations subordinate to the department on internal control of the quality of public services
form-1-mq-addressee = the Agency of the Republic of Kazakhstan for Civil Service Affairs and its territorial bodies for the oblasts and the cities of Nur-Sultan, Almaty and Shymkent
form-1-mq-reporters = central government bodies, including their departments, subordinate organisations and the natural and legal persons whose activity central government bodies coordinate, and the territorial units of central government bodies and of their departments
form-1-mq-due = once a quarter, not later than the 10th of the month after the reporting period
form-1-mq-data = Data on the work of the central government body, its departments, territorial bodies and subordinate organisations on internal state control of the quality of the provision of public services, pieces

## Form 1-mq: sections

form-1-mq-section-1 = Information on the results of control events (found by internal control)
form-1-mq-section-2 = Information on the results of monitoring the quality of the provision of public services
form-1-mq-section-2-1 = Information on the public services provided
form-1-mq-section-2-2 = Total number of breaches of the terms for providing public services, including those found by the authorised bodies for assessment and control of the quality of the provision of public services and for informatization
form-1-mq-section-2-3 = Information on complaints received about the quality of the provision of public services
form-1-mq-section-2-4 = Information on the restoration of recipients’ violated rights and on the outreach events held by providers to improve the quality of the provision of public services

## Form 1-mq: rows

form-1-mq-row-1 = Number of control events held, total, of which:
form-1-mq-row-1-1 = under the approved annual plan of control events
form-1-mq-row-1-2 = on the results of monitoring the quality of the provision of public services
form-1-mq-row-2 = Number of objects of control events, total, of which:
form-1-mq-row-2-1 = number of structural units and departments of the central government body
form-1-mq-row-2-2 = number of subordinate organisations
form-1-mq-row-2-3 = number of natural persons who provide public services under the legislation of the Republic of Kazakhstan
form-1-mq-row-2-4 = number of legal persons (other than government bodies and subordinate organisations) that provide public services under the legislation of the Republic of Kazakhstan
form-1-mq-row-3 = Number of violations found, total, of which:
form-1-mq-row-3-1 = breaches of the term for providing public services
form-1-mq-row-3-2 = breaches of the term for refusing public services
form-1-mq-row-3-3 = public services provided without the full set of documents required by the approved standard of the service
form-1-mq-row-3-4 = demands for documents not required by the approved standard of the service
form-1-mq-row-3-5 = demands for documents that can be obtained from information systems
form-1-mq-row-3-6 = breaches of the procedure (business process) for providing a public service
form-1-mq-row-3-7 = groundless refusals to provide a public service
form-1-mq-row-3-8 = failure to keep the working hours set by the standard of the service
form-1-mq-row-3-9 = charging for public services guaranteed free of charge by the laws of the Republic of Kazakhstan
form-1-mq-row-3-10 = breaches of other requirements of the legislation on public services
form-1-mq-row-4 = Number of violations after which measures were taken to restore the violated rights of recipients
form-1-mq-row-5 = Number of recipients whose rights, violated when they received a public service, were restored
form-1-mq-row-6 = Number of breaches of the terms for considering complaints found in the course of control events
form-1-mq-row-7 = Number of disciplinary penalties imposed on the results of control events, total, of which:
form-1-mq-row-7-1 = remark
form-1-mq-row-7-2 = reprimand
form-1-mq-row-7-3 = severe reprimand
form-1-mq-row-7-4 = warning of incomplete fitness for the post
form-1-mq-row-7-5 = demotion
form-1-mq-row-7-6 = dismissal from the post held
form-1-mq-row-8 = Number of persons held liable to discipline, total, of which:
form-1-mq-row-8-1 = employees of the government body
form-1-mq-row-8-2 = employees of subordinate organisations
form-1-mq-row-8-3 = other persons
form-1-mq-row-9 = Number of proposals worked out on the results of control events, total, of which:
form-1-mq-row-9-1 = carried out
form-1-mq-row-9-2 = not carried out
form-1-mq-row-10 = Total number of kinds of public services in the registry of public services, total, of which
form-1-mq-row-10-1 = Entered in the registry of public services in the reporting period, including by kind of service
form-1-mq-row-11 = Total number of approved subordinate normative legal acts that set the procedure for providing public services
form-1-mq-row-12 = Number of public services provided – total, of which:
form-1-mq-row-12-1 = number of public services provided on paper by providers through their own office (except those provided through the State Corporation), including by kind of service:
form-1-mq-row-12-2 = number of public services provided on paper by providers through their own office as an alternative, although they could have been provided through the “e-government” web portal and (or) the State Corporation, total, including by kind of service:
form-1-mq-row-12-3 = number of public services provided electronically through the provider’s information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) without direct contact with the recipient, total, of which:
form-1-mq-row-12-4 = number of public services provided through the provider’s information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) with direct contact with the recipient and the application entered in the information system by hand, total, of which:
form-1-mq-row-13 = Number of refusals to provide public services, total, of which:
form-1-mq-row-13-1 = given electronically (except the “e-government” web portal www.egov.kz, www.elicense.kz)
form-1-mq-row-13-2 = given on paper
form-1-mq-row-14 = Number of public services provided in breach of the terms – total, of which:
form-1-mq-row-14-1 = number of public services on paper provided by providers through their own office (except those provided through the State Corporation) in breach of the terms, including by kind of service
form-1-mq-row-14-2 = number of public services provided electronically (through the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms, including by kind of service
form-1-mq-row-14-3 = number of public services provided electronically through information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms, including by kind of service
form-1-mq-row-14-4 = number of public services provided through the State Corporation in breach of the terms, including by kind of service
form-1-mq-row-15 = Number of public services provided in breach of the terms for refusing public services – total, of which:
form-1-mq-row-15-1 = number of public services on paper provided by providers through their own office (except those provided through the State Corporation) in breach of the terms for refusing public services, including by kind of service
form-1-mq-row-15-2 = number of public services provided electronically (through the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms for refusing public services, including by kind of service
form-1-mq-row-15-3 = number of public services provided electronically through information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms for refusing public services, including by kind of service
form-1-mq-row-15-4 = number of public services provided through the State Corporation in breach of the terms for refusing public services, including by kind of service
form-1-mq-row-16 = Number of complaints received about the quality of public services, total, of which:
form-1-mq-row-16-1 = about services provided on paper by providers through their own office (except those provided through the State Corporation), total, including by kind of service:
form-1-mq-row-16-2 = about services provided electronically, total, including by kind of service:
form-1-mq-row-16-3 = about services provided through the State Corporation, total, including by kind of service:
form-1-mq-row-17 = Sources of complaints received about the quality of public services:
form-1-mq-row-17-1 = from natural persons
form-1-mq-row-17-2 = from government bodies
form-1-mq-row-17-3 = from legal persons
form-1-mq-row-17-4 = instructions of the authorised body for assessment and control of the quality of the provision of public services
form-1-mq-row-17-5 = from the akim of the oblast
form-1-mq-row-17-6 = from the mass media
form-1-mq-row-17-7 = from other sources
form-1-mq-row-18 = Number of breaches of the terms for considering complaints received about the quality of public services, total, of which:
form-1-mq-row-18-1 = about services provided on paper by providers through their own office (except those provided through the State Corporation), total, including by kind of service:
form-1-mq-row-18-2 = about services provided electronically, total, including by kind of service:
form-1-mq-row-18-3 = about services provided through the State Corporation, total, including by kind of service:
form-1-mq-row-19 = Number of persons whose rights, violated when they received a public service, were restored
form-1-mq-row-20 = Number of outreach events held to improve the quality of the provision of public services
form-1-mq-row-21 = Coverage of the population by outreach events to improve the quality of the provision of public services
form-1-mq-row-22 = Number of persons who completed advanced training courses on public services

## Form 1-mq: lines under a row

form-1-mq-lines-10 = name of the public service
form-1-mq-lines-10-1 = name of the public service
form-1-mq-lines-11 = name of the public service
form-1-mq-lines-12-1 = Name of the public service
form-1-mq-lines-12-2 = Name of the public service
form-1-mq-lines-12-3 = Name of the public service and of the information system
form-1-mq-lines-12-4 = Name of the public service and of the information system
form-1-mq-lines-14-1 = Name of the public service
form-1-mq-lines-14-2 = Name of the public service
form-1-mq-lines-14-3 = Name of the public service and of the information system
form-1-mq-lines-14-4 = Name of the public service
form-1-mq-lines-15-1 = Name of the public service
form-1-mq-lines-15-2 = Name of the public service
form-1-mq-lines-15-3 = Name of the public service and of the information system
form-1-mq-lines-15-4 = Name of the public service
form-1-mq-lines-16-1 = Name of the public service
form-1-mq-lines-16-2 = Name of the public service
form-1-mq-lines-16-3 = Name of the public service
form-1-mq-lines-18-1 = Name of the public service
form-1-mq-lines-18-2 = Name of the public service
form-1-mq-lines-18-3 = Name of the public service

## Form 1-mq: help

form-1-mq-help-1 = Control events held in the reporting period (pieces); this is the sum of rows 1.1 and 1.2, which the system works out.
form-1-mq-help-1-1 = Control events held in the reporting period under the annual plan (pieces).
form-1-mq-help-1-2 = Control events held in the reporting period because monitoring gave cause (pieces).
form-1-mq-help-2 = Objects where control events were held in the reporting period (pieces); this is the sum of rows 2.1–2.4, which the system works out.
form-1-mq-help-2-1 = The body’s own units and departments that went through control in the reporting period (pieces).
form-1-mq-help-2-2 = Subordinate organisations that went through control in the reporting period (pieces).
form-1-mq-help-2-3 = Natural persons providing services who went through control in the reporting period (pieces).
form-1-mq-help-2-4 = Other legal persons providing services that went through control in the reporting period, not counting government bodies and subordinate organisations (pieces).
form-1-mq-help-3 = All violations found in the reporting period (pieces); this is the sum of rows 3.1–3.10, which the system works out.
form-1-mq-help-3-1 = Cases found in the reporting period where a service was provided late (pieces).
form-1-mq-help-3-2 = Cases found in the reporting period where a refusal was given late (pieces).
form-1-mq-help-3-3 = Cases found in the reporting period where a service was provided although documents were missing (pieces).
form-1-mq-help-3-4 = Cases found in the reporting period where a document was demanded that the standard of the service does not name (pieces).
form-1-mq-help-3-5 = Cases found in the reporting period where the recipient was asked for a document that information systems already hold (pieces).
form-1-mq-help-3-6 = Cases found in the reporting period where the procedure or business process of a service was broken (pieces).
form-1-mq-help-3-7 = Cases found in the reporting period where a service was refused without grounds (pieces).
form-1-mq-help-3-8 = Cases found in the reporting period where the working hours named in the standard of the service were not kept (pieces).
form-1-mq-help-3-9 = Cases found in the reporting period where a fee was taken for a service that is free by law (pieces).
form-1-mq-help-3-10 = Cases found in the reporting period where other requirements, not named in rows 3.1–3.9, were broken (pieces).
form-1-mq-help-4 = Violations found in the reporting period after which steps were taken to restore recipients’ rights (pieces).
form-1-mq-help-5 = Recipients whose rights were restored in the reporting period after control events (persons).
form-1-mq-help-6 = Complaints considered late that control events of the reporting period found (pieces).
form-1-mq-help-7 = Disciplinary penalties imposed in the reporting period after control events (pieces); this is the sum of rows 7.1–7.6, which the system works out.
form-1-mq-help-7-1 = Remarks given as a penalty in the reporting period (pieces).
form-1-mq-help-7-2 = Reprimands given in the reporting period (pieces).
form-1-mq-help-7-3 = Severe reprimands given in the reporting period (pieces).
form-1-mq-help-7-4 = Warnings of incomplete fitness for the post given in the reporting period (pieces).
form-1-mq-help-7-5 = Cases in the reporting period where a person was demoted as a penalty (pieces).
form-1-mq-help-7-6 = Cases in the reporting period where a person was dismissed from the post as a penalty (pieces).
form-1-mq-help-8 = Those held liable to discipline in the reporting period (persons); this is the sum of rows 8.1–8.3, which the system works out.
form-1-mq-help-8-1 = Employees of the government body held liable to discipline in the reporting period (persons).
form-1-mq-help-8-2 = Employees of subordinate organisations held liable to discipline in the reporting period (persons).
form-1-mq-help-8-3 = Those held liable to discipline in the reporting period who are not in rows 8.1 and 8.2 (persons).
form-1-mq-help-9 = Proposals made in the reporting period after control events (pieces); this is the sum of rows 9.1 and 9.2, which the system works out.
form-1-mq-help-9-1 = Proposals of the reporting period that have been carried out (pieces).
form-1-mq-help-9-2 = Proposals of the reporting period that have not yet been carried out (pieces).
form-1-mq-help-10 = Public services that stand in the registry at the end of the month (pieces); each service has its own line.
form-1-mq-help-10-1 = Public services newly entered in the registry in the reporting period (pieces); each service has its own line.
form-1-mq-help-11 = Approved acts on how services are provided that are in force at the end of the month (pieces); each service has its own line.
form-1-mq-help-12 = Public services provided in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 12.1–12.4, which the system works out.
form-1-mq-help-12-1 = Services provided on paper through the office in the reporting period that have no electronic alternative (pieces); each service has its own line.
form-1-mq-help-12-2 = Services provided on paper through the office in the reporting period although the portal or the State Corporation could have provided them (pieces); each service has its own line.
form-1-mq-help-12-3 = Services provided in the reporting period through the provider’s information system without contact in person (pieces); each service, with its information system, has its own line.
form-1-mq-help-12-4 = Services provided in the reporting period in person, where an employee keyed the application into the information system (pieces); each service, with its information system, has its own line.
form-1-mq-help-13 = Refusals to provide services in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 13.1 and 13.2, which the system works out.
form-1-mq-help-13-1 = Refusals given electronically in the reporting period, except on the portals egov.kz and elicense.kz (pieces).
form-1-mq-help-13-2 = Refusals given on paper in the reporting period (pieces).
form-1-mq-help-14 = Services provided late in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 14.1–14.4, which the system works out.
form-1-mq-help-14-1 = Services provided late on paper through the office in the reporting period (pieces); each service has its own line.
form-1-mq-help-14-2 = Services provided late on the portals egov.kz and elicense.kz in the reporting period (pieces); each service has its own line.
form-1-mq-help-14-3 = Services provided late in information systems other than the portals in the reporting period (pieces); each service, with its information system, has its own line.
form-1-mq-help-14-4 = Services provided late through the State Corporation in the reporting period (pieces); each service has its own line.
form-1-mq-help-15 = Services whose refusal was given late in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 15.1–15.4, which the system works out.
form-1-mq-help-15-1 = Services whose refusal was given late on paper through the office in the reporting period (pieces); each service has its own line.
form-1-mq-help-15-2 = Services whose refusal was given late on the portals egov.kz and elicense.kz in the reporting period (pieces); each service has its own line.
form-1-mq-help-15-3 = Services whose refusal was given late in information systems other than the portals in the reporting period (pieces); each service, with its information system, has its own line.
form-1-mq-help-15-4 = Services whose refusal was given late through the State Corporation in the reporting period (pieces); each service has its own line.
form-1-mq-help-16 = Complaints received in the reporting period about the quality of services (pieces); this is the sum of rows 16.1–16.3, which the system works out.
form-1-mq-help-16-1 = Complaints received in the reporting period about services on paper through the office (pieces); each service has its own line.
form-1-mq-help-16-2 = Complaints received in the reporting period about electronic services (pieces); each service has its own line.
form-1-mq-help-16-3 = Complaints received in the reporting period about services through the State Corporation (pieces); each service has its own line.
form-1-mq-help-17 = The same complaints of the reporting period, by where they came from (pieces); this is the sum of rows 17.1–17.7, which the system works out.
form-1-mq-help-17-1 = Complaints received from natural persons in the reporting period (pieces).
form-1-mq-help-17-2 = Complaints received from government bodies in the reporting period (pieces).
form-1-mq-help-17-3 = Complaints received from legal persons in the reporting period (pieces).
form-1-mq-help-17-4 = Complaints that came in the reporting period with an instruction of the authorised body (pieces).
form-1-mq-help-17-5 = Complaints received from the akim of the oblast in the reporting period (pieces).
form-1-mq-help-17-6 = Complaints of the reporting period taken from the mass media (pieces).
form-1-mq-help-17-7 = Complaints received in the reporting period from sources not named in rows 17.1–17.6 (pieces).
form-1-mq-help-18 = Complaints considered late in the reporting period (pieces); this is the sum of rows 18.1–18.3, which the system works out.
form-1-mq-help-18-1 = Complaints considered late in the reporting period about services on paper through the office (pieces); each service has its own line.
form-1-mq-help-18-2 = Complaints considered late in the reporting period about electronic services (pieces); each service has its own line.
form-1-mq-help-18-3 = Complaints considered late in the reporting period about services through the State Corporation (pieces); each service has its own line.
form-1-mq-help-19 = Those whose rights, violated when they received a service, were restored in the reporting period (persons).
form-1-mq-help-20 = Outreach events held in the reporting period to raise the quality of services (pieces).
form-1-mq-help-21 = People reached by the outreach events of the reporting period (persons).
form-1-mq-help-22 = Those who finished an advanced training course on public services in the reporting period (persons).

## Form 1-mq: analytical note

form-1-mq-analysis-title = Analytical note on the work on internal state control of the quality of the provision of public services
form-1-mq-analysis-1 = Information on the results of the control events held by the structural unit of the central government body responsible for internal control
form-1-mq-analysis-1-1 = Control events held, control objects
form-1-mq-analysis-1-2 = Breaches of the procedure and terms for providing public services and of the terms for considering complaints found in the course of the control event, with their causes and the measures taken
form-1-mq-analysis-1-3 = Persons held liable to discipline
form-1-mq-analysis-1-4 = Proposals worked out on the results of the control event, with information on whether they were carried out and, if not, why
form-1-mq-analysis-2 = Information on the results of monitoring the quality of the provision of public services carried out by the structural unit of the central government body responsible for internal control
form-1-mq-analysis-2-1 = Measures taken to improve the business process of providing public services, including to automate and optimise them and to move their provision to electronic form
form-1-mq-analysis-2-2 = Amendments and (or) additions made to the registry of public services and to the subordinate normative legal acts that set the procedure for providing public services (with the name, number and date of the normative legal act)
form-1-mq-analysis-2-3 = Work done to identify new public services and to make proposals to the authorised body that keeps the registry of public services
form-1-mq-analysis-2-4 = Refusals to provide a public service to recipients, their number, their causes and the measures taken on them
form-1-mq-analysis-2-5 = Breaches found of the legislation of the Republic of Kazakhstan on public services, their number, their causes and the measures taken on them
form-1-mq-analysis-2-6 = Complaints about the quality of the provision of public services considered in breach of the terms, their number, their causes and the measures taken on them
form-1-mq-analysis-2-7 = Restoration of the violated rights of recipients, with the measures taken
form-1-mq-analysis-2-8 = Outreach events held to improve the quality of the provision of public services
form-1-mq-analysis-2-9 = Information on persons who completed advanced training courses on public services

## Form 2-mq: head

form-2-mq-index = 2-мқ
form-2-mq-name = Internal control report of local executive bodies
form-2-mq-title = Report on the work of the local executive body on internal control of the quality of public services
form-2-mq-addressee = the Agency of the Republic of Kazakhstan for Civil Service Affairs and its territorial bodies for the oblasts and the cities of Nur-Sultan, Almaty and Shymkent
form-2-mq-reporters = local executive bodies of oblasts, cities of republican significance and the capital, local executive bodies of districts, cities of oblast significance, districts in cities, cities of district significance, settlements, villages and rural districts, subordinate organisations, and the natural and legal persons providing public services whose activity local executive bodies coordinate
form-2-mq-due = once a quarter, not later than the 10th of the month after the reporting period
form-2-mq-data = Data on the work of the local executive body on internal control of the quality of the provision of public services, pieces

## Form 2-mq: sections

form-2-mq-section-1 = Information on the results of control events (found by internal control)
form-2-mq-section-2 = Information on the results of monitoring the quality of the provision of public services
form-2-mq-section-2-1 = Information on the public services provided
form-2-mq-section-2-2 = Total number of breaches of the terms for providing public services, including those found by the authorised bodies for assessment and control of the quality of the provision of public services and for informatization
form-2-mq-section-2-3 = Information on complaints received about the quality of the provision of public services
form-2-mq-section-2-4 = Information on the restoration of recipients’ violated rights and on the outreach events held by providers to improve the quality of the provision of public services

## Form 2-mq: rows

form-2-mq-row-1 = Number of control events held, total, of which:
form-2-mq-row-1-1 = under the approved annual plan of control events
form-2-mq-row-1-2 = on the results of monitoring the quality of the provision of public services
form-2-mq-row-2 = Number of objects of control events, total, of which:
form-2-mq-row-2-1 = number of structural units and departments of the central government body
form-2-mq-row-2-2 = number of subordinate organisations
form-2-mq-row-2-3 = number of natural persons who provide public services under the legislation of the Republic of Kazakhstan
form-2-mq-row-2-4 = number of legal persons (other than government bodies and subordinate organisations) that provide public services under the legislation of the Republic of Kazakhstan
form-2-mq-row-3 = Number of violations found, total, of which:
form-2-mq-row-3-1 = breaches of the term for providing public services
form-2-mq-row-3-2 = breaches of the term for refusing public services
form-2-mq-row-3-3 = public services provided without the full set of documents required by the approved standard of the service
form-2-mq-row-3-4 = demands for documents not required by the approved standard of the service
form-2-mq-row-3-5 = demands for documents that can be obtained from information systems
form-2-mq-row-3-6 = breaches of the procedure (business process) for providing a public service
form-2-mq-row-3-7 = groundless refusals to provide a public service
form-2-mq-row-3-8 = failure to keep the working hours set by the standard of the service
form-2-mq-row-3-9 = charging for public services guaranteed free of charge by the laws of the Republic of Kazakhstan
form-2-mq-row-3-10 = breaches of other requirements of the legislation on public services
form-2-mq-row-4 = Number of violations after which measures were taken to restore the violated rights of recipients
form-2-mq-row-5 = Number of recipients whose rights, violated when they received a public service, were restored
form-2-mq-row-6 = Number of breaches of the terms for considering complaints found in the course of control events
form-2-mq-row-7 = Number of disciplinary penalties imposed on the results of control events, total, of which:
form-2-mq-row-7-1 = remark
form-2-mq-row-7-2 = reprimand
form-2-mq-row-7-3 = severe reprimand
form-2-mq-row-7-4 = warning of incomplete fitness for the post
form-2-mq-row-7-5 = demotion
form-2-mq-row-7-6 = dismissal from the post held
form-2-mq-row-8 = Number of persons held liable to discipline, total, of which:
form-2-mq-row-8-1 = employees of the government body
form-2-mq-row-8-2 = employees of subordinate organisations
form-2-mq-row-8-3 = other persons
form-2-mq-row-9 = Number of proposals worked out on the results of control events, total, of which:
form-2-mq-row-9-1 = carried out
form-2-mq-row-9-2 = not carried out
form-2-mq-row-10 = Total number of kinds of public services in the registry of public services, total, of which
form-2-mq-row-10-1 = Entered in the registry of public services in the reporting period, including by kind of service
form-2-mq-row-11 = Number of public services provided – total, of which:
form-2-mq-row-11-1 = number of public services provided on paper by providers through their own office (except those provided through the State Corporation), including by kind of service:
form-2-mq-row-11-2 = number of public services provided on paper by providers through their own office as an alternative, although they could have been provided through the “e-government” web portal and (or) the State Corporation, total, including by kind of service:
form-2-mq-row-11-3 = number of public services provided electronically through the provider’s information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) without direct contact with the recipient, total, of which:
form-2-mq-row-11-4 = number of public services provided through the provider’s information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) with direct contact with the recipient and the application entered in the information system by hand, total, of which:
form-2-mq-row-12 = Number of refusals to provide public services, total, of which:
form-2-mq-row-12-1 = given electronically (except the “e-government” web portal www.egov.kz, www.elicense.kz)
form-2-mq-row-12-2 = given on paper
form-2-mq-row-13 = Number of public services provided in breach of the terms – total, of which:
form-2-mq-row-13-1 = number of public services on paper provided by providers through their own office (except those provided through the State Corporation) in breach of the terms, including by kind of service
form-2-mq-row-13-2 = number of public services provided electronically (through the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms, including by kind of service
form-2-mq-row-13-3 = number of public services provided electronically through information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms, including by kind of service
form-2-mq-row-13-4 = number of public services provided through the State Corporation in breach of the terms, including by kind of service
form-2-mq-row-14 = Number of public services provided in breach of the terms for refusing public services – total, of which:
form-2-mq-row-14-1 = number of public services on paper provided by providers through their own office (except those provided through the State Corporation) in breach of the terms for refusing public services, including by kind of service
form-2-mq-row-14-2 = number of public services provided electronically (through the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms for refusing public services, including by kind of service
form-2-mq-row-14-3 = number of public services provided electronically through information systems (except the “e-government” web portal www.egov.kz, www.elicense.kz) in breach of the terms for refusing public services, including by kind of service
form-2-mq-row-14-4 = number of public services provided through the State Corporation in breach of the terms for refusing public services, including by kind of service
form-2-mq-row-15 = Number of complaints received about the quality of public services, total, of which:
form-2-mq-row-15-1 = about services provided on paper by providers through their own office (except those provided through the State Corporation), total, including by kind of service:
form-2-mq-row-15-2 = about services provided electronically, total, including by kind of service:
form-2-mq-row-15-3 = about services provided through the State Corporation, total, including by kind of service:
form-2-mq-row-16 = Sources of complaints received about the quality of public services:
form-2-mq-row-16-1 = from natural persons
form-2-mq-row-16-2 = from government bodies
form-2-mq-row-16-3 = from legal persons
form-2-mq-row-16-4 = instructions of the authorised body for assessment and control of the quality of the provision of public services
form-2-mq-row-16-5 = from the akim of the oblast
form-2-mq-row-16-6 = from the mass media
form-2-mq-row-16-7 = from other sources
form-2-mq-row-17 = Number of breaches of the terms for considering complaints received about the quality of public services, total, of which:
form-2-mq-row-17-1 = about services provided on paper by providers through their own office (except those provided through the State Corporation), total, including by kind of service:
form-2-mq-row-17-2 = about services provided electronically, total, including by kind of service:
form-2-mq-row-17-3 = about services provided through the State Corporation, total, including by kind of service:
form-2-mq-row-18 = Number of persons whose rights, violated when they received a public service, were restored
form-2-mq-row-19 = Number of outreach events held to improve the quality of the provision of public services
form-2-mq-row-20 = Coverage of the population by outreach events to improve the quality of the provision of public services
form-2-mq-row-21 = Number of persons who completed advanced training courses on public services

## Form 2-mq: lines under a row

form-2-mq-lines-10 = name of the public service
form-2-mq-lines-10-1 = name of the public service
form-2-mq-lines-11-1 = Name of the public service
form-2-mq-lines-11-2 = Name of the public service
form-2-mq-lines-11-3 = Name of the public service and of the information system
form-2-mq-lines-11-4 = Name of the public service and of the information system
form-2-mq-lines-13-1 = Name of the public service
form-2-mq-lines-13-2 = Name of the public service
form-2-mq-lines-13-3 = Name of the public service and of the information system
form-2-mq-lines-13-4 = Name of the public service
form-2-mq-lines-14-1 = Name of the public service
form-2-mq-lines-14-2 = Name of the public service
form-2-mq-lines-14-3 = Name of the public service and of the information system
form-2-mq-lines-14-4 = Name of the public service
form-2-mq-lines-15-1 = Name of the public service
form-2-mq-lines-15-2 = Name of the public service
form-2-mq-lines-15-3 = Name of the public service
form-2-mq-lines-17-1 = Name of the public service
form-2-mq-lines-17-2 = Name of the public service
form-2-mq-lines-17-3 = Name of the public service

## Form 2-mq: help

form-2-mq-help-1 = Control events held in the reporting period (pieces); this is the sum of rows 1.1 and 1.2, which the system works out.
form-2-mq-help-1-1 = Control events held in the reporting period under the annual plan (pieces).
form-2-mq-help-1-2 = Control events held in the reporting period because monitoring gave cause (pieces).
form-2-mq-help-2 = Objects where control events were held in the reporting period (pieces); this is the sum of rows 2.1–2.4, which the system works out.
form-2-mq-help-2-1 = The local executive body’s own structural units that went through control in the reporting period (pieces).
form-2-mq-help-2-2 = Subordinate organisations that went through control in the reporting period (pieces).
form-2-mq-help-2-3 = Natural persons providing services who went through control in the reporting period (pieces).
form-2-mq-help-2-4 = Other legal persons providing services that went through control in the reporting period, not counting government bodies and subordinate organisations (pieces).
form-2-mq-help-3 = All violations found in the reporting period (pieces); this is the sum of rows 3.1–3.10, which the system works out.
form-2-mq-help-3-1 = Cases found in the reporting period where a service was provided late (pieces).
form-2-mq-help-3-2 = Cases found in the reporting period where a refusal was given late (pieces).
form-2-mq-help-3-3 = Cases found in the reporting period where a service was provided although documents were missing (pieces).
form-2-mq-help-3-4 = Cases found in the reporting period where a document was demanded that the standard of the service does not name (pieces).
form-2-mq-help-3-5 = Cases found in the reporting period where the recipient was asked for a document that information systems already hold (pieces).
form-2-mq-help-3-6 = Cases found in the reporting period where the procedure or business process of a service was broken (pieces).
form-2-mq-help-3-7 = Cases found in the reporting period where a service was refused without grounds (pieces).
form-2-mq-help-3-8 = Cases found in the reporting period where the working hours named in the standard of the service were not kept (pieces).
form-2-mq-help-3-9 = Cases found in the reporting period where a fee was taken for a service that is free by law (pieces).
form-2-mq-help-3-10 = Cases found in the reporting period where other requirements, not named in rows 3.1–3.9, were broken (pieces).
form-2-mq-help-4 = Violations found in the reporting period after which steps were taken to restore recipients’ rights (pieces).
form-2-mq-help-5 = Recipients whose rights were restored in the reporting period after control events (persons).
form-2-mq-help-6 = Complaints considered late that control events of the reporting period found (pieces).
form-2-mq-help-7 = Disciplinary penalties imposed in the reporting period after control events (pieces); this is the sum of rows 7.1–7.6, which the system works out.
form-2-mq-help-7-1 = Remarks given as a penalty in the reporting period (pieces).
form-2-mq-help-7-2 = Reprimands given in the reporting period (pieces).
form-2-mq-help-7-3 = Severe reprimands given in the reporting period (pieces).
form-2-mq-help-7-4 = Warnings of incomplete fitness for the post given in the reporting period (pieces).
form-2-mq-help-7-5 = Cases in the reporting period where a person was demoted as a penalty (pieces).
form-2-mq-help-7-6 = Cases in the reporting period where a person was dismissed from the post as a penalty (pieces).
form-2-mq-help-8 = Those held liable to discipline in the reporting period (persons); this is the sum of rows 8.1–8.3, which the system works out.
form-2-mq-help-8-1 = Employees of the government body held liable to discipline in the reporting period (persons).
form-2-mq-help-8-2 = Employees of subordinate organisations held liable to discipline in the reporting period (persons).
form-2-mq-help-8-3 = Those held liable to discipline in the reporting period who are not in rows 8.1 and 8.2 (persons).
form-2-mq-help-9 = Proposals made in the reporting period after control events (pieces); this is the sum of rows 9.1 and 9.2, which the system works out.
form-2-mq-help-9-1 = Proposals of the reporting period that have been carried out (pieces).
form-2-mq-help-9-2 = Proposals of the reporting period that have not yet been carried out (pieces).
form-2-mq-help-10 = Public services that stand in the registry at the end of the month (pieces); each service has its own line.
form-2-mq-help-10-1 = Public services newly entered in the registry in the reporting period (pieces); each service has its own line.
form-2-mq-help-11 = Public services provided in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 11.1–11.4, which the system works out.
form-2-mq-help-11-1 = Services provided on paper through the office in the reporting period that have no electronic alternative (pieces); each service has its own line.
form-2-mq-help-11-2 = Services provided on paper through the office in the reporting period although the portal or the State Corporation could have provided them (pieces); each service has its own line.
form-2-mq-help-11-3 = Services provided in the reporting period through the provider’s information system without contact in person (pieces); each service, with its information system, has its own line.
form-2-mq-help-11-4 = Services provided in the reporting period in person, where an employee keyed the application into the information system (pieces); each service, with its information system, has its own line.
form-2-mq-help-12 = Refusals to provide services in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 12.1 and 12.2, which the system works out.
form-2-mq-help-12-1 = Refusals given electronically in the reporting period, except on the portals egov.kz and elicense.kz (pieces).
form-2-mq-help-12-2 = Refusals given on paper in the reporting period (pieces).
form-2-mq-help-13 = Services provided late in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 13.1–13.4, which the system works out.
form-2-mq-help-13-1 = Services provided late on paper through the office in the reporting period (pieces); each service has its own line.
form-2-mq-help-13-2 = Services provided late on the portals egov.kz and elicense.kz in the reporting period (pieces); each service has its own line.
form-2-mq-help-13-3 = Services provided late in information systems other than the portals in the reporting period (pieces); each service, with its information system, has its own line.
form-2-mq-help-13-4 = Services provided late through the State Corporation in the reporting period (pieces); each service has its own line.
form-2-mq-help-14 = Services whose refusal was given late in the reporting period (pieces), natural and legal persons apart; this is the sum of rows 14.1–14.4, which the system works out.
form-2-mq-help-14-1 = Services whose refusal was given late on paper through the office in the reporting period (pieces); each service has its own line.
form-2-mq-help-14-2 = Services whose refusal was given late on the portals egov.kz and elicense.kz in the reporting period (pieces); each service has its own line.
form-2-mq-help-14-3 = Services whose refusal was given late in information systems other than the portals in the reporting period (pieces); each service, with its information system, has its own line.
form-2-mq-help-14-4 = Services whose refusal was given late through the State Corporation in the reporting period (pieces); each service has its own line.
form-2-mq-help-15 = Complaints received in the reporting period about the quality of services (pieces); this is the sum of rows 15.1–15.3, which the system works out.
form-2-mq-help-15-1 = Complaints received in the reporting period about services on paper through the office (pieces); each service has its own line.
form-2-mq-help-15-2 = Complaints received in the reporting period about electronic services (pieces); each service has its own line.
form-2-mq-help-15-3 = Complaints received in the reporting period about services through the State Corporation (pieces); each service has its own line.
form-2-mq-help-16 = The same complaints of the reporting period, by where they came from (pieces); this is the sum of rows 16.1–16.7, which the system works out.
form-2-mq-help-16-1 = Complaints received from natural persons in the reporting period (pieces).
form-2-mq-help-16-2 = Complaints received from government bodies in the reporting period (pieces).
form-2-mq-help-16-3 = Complaints received from legal persons in the reporting period (pieces).
form-2-mq-help-16-4 = Complaints that came in the reporting period with an instruction of the authorised body (pieces).
form-2-mq-help-16-5 = Complaints received from the akim of the oblast in the reporting period (pieces).
form-2-mq-help-16-6 = Complaints of the reporting period taken from the mass media (pieces).
form-2-mq-help-16-7 = Complaints received in the reporting period from sources not named in rows 16.1–16.6 (pieces).
form-2-mq-help-17 = Complaints considered late in the reporting period (pieces); this is the sum of rows 17.1–17.3, which the system works out.
form-2-mq-help-17-1 = Complaints considered late in the reporting period about services on paper through the office (pieces); each service has its own line.
form-2-mq-help-17-2 = Complaints considered late in the reporting period about electronic services (pieces); each service has its own line.
form-2-mq-help-17-3 = Complaints considered late in the reporting period about services through the State Corporation (pieces); each service has its own line.
form-2-mq-help-18 = Those whose rights, violated when they received a service, were restored in the reporting period (persons).
form-2-mq-help-19 = Outreach events held in the reporting period to raise the quality of services (pieces).
form-2-mq-help-20 = People reached by the outreach events of the reporting period (persons).
form-2-mq-help-21 = Those who finished an advanced training course on public services in the reporting period (persons).

## Form 2-mq: analytical note

form-2-mq-analysis-title = Analytical note on the work of the local executive body on internal control of the quality of the provision of public services
form-2-mq-analysis-1 = Information on the results of the control events held by the structural unit of the central government body responsible for internal control
form-2-mq-analysis-1-1 = Control events held, control objects
form-2-mq-analysis-1-2 = Breaches of the procedure and terms for providing public services and of the terms for considering complaints found in the course of the control event, with their causes and the measures taken
form-2-mq-analysis-1-3 = Persons held liable to discipline
form-2-mq-analysis-1-4 = Proposals worked out on the results of the control event, with information on whether they were carried out and, if not, why
form-2-mq-analysis-2 = Information on the results of monitoring the quality of the provision of public services carried out by the structural unit of the central government body responsible for internal control
form-2-mq-analysis-2-1 = Measures taken to improve the business process of providing public services, including to automate and optimise them and to move their provision to electronic form
form-2-mq-analysis-2-2 = Amendments and (or) additions made to the registry of public services and to the subordinate normative legal acts that set the procedure for providing public services (with the name, number and date of the normative legal act)
form-2-mq-analysis-2-3 = Work done to identify new public services and to make proposals to the authorised body that keeps the registry of public services
form-2-mq-analysis-2-4 = Refusals to provide a public service to recipients, their number, their causes and the measures taken on them
form-2-mq-analysis-2-5 = Breaches found of the legislation of the Republic of Kazakhstan on public services, their number, their causes and the measures taken on them
form-2-mq-analysis-2-6 = Complaints about the quality of the provision of public services considered in breach of the terms, their number, their causes and the measures taken on them
form-2-mq-analysis-2-7 = Restoration of the violated rights of recipients, with account of the measures taken
form-2-mq-analysis-2-8 = Outreach events held to improve the quality of the provision of public services
form-2-mq-analysis-2-9 = Information on persons who completed advanced training courses on public services

## Form 3-mq: head

form-3-mq-index = 3-мқ
form-3-mq-name = Report on services through the State Corporation
form-3-mq-title = Report on the number of public services provided through the non-commercial joint-stock company “State Corporation ‘Government for Citizens’”
form-3-mq-addressee = the Agency of the Republic of Kazakhstan for Civil Service Affairs
form-3-mq-reporters = the authorised body for informatization
form-3-mq-due = once a quarter, not later than the 25th of the month after the reporting period
form-3-mq-data = Data on the number of public services provided through the non-commercial joint-stock company “State Corporation ‘Government for Citizens’”, pieces

## Form 3-mq: rows

form-3-mq-row-1 = Results of public services given on paper
form-3-mq-row-2 = Results of public services given electronically

## Form 3-mq: help

form-3-mq-help-1 = Results of services given on paper through the State Corporation in the reporting period (pieces); those late and those refused are given with reasons, and each service of each provider has its own line.
form-3-mq-help-2 = Results of services given electronically through the State Corporation in the reporting period (pieces); those late and those refused are given with reasons, and each service of each provider has its own line.

## Form 3-mq: analytical note

form-3-mq-analysis-title = Analytical note on the number of public services provided through the State Corporation
form-3-mq-analysis-1 = Public services provided, including those in breach of the terms, and refusals, with their reasons

## Form 4-mq: head

form-4-mq-index = 4-мқ
form-4-mq-name = Report on services provided electronically
form-4-mq-title = Report on the number of public services provided electronically (through the “e-government” web portal and information systems)
form-4-mq-addressee = the Agency of the Republic of Kazakhstan for Civil Service Affairs
form-4-mq-reporters = the authorised body for informatization
form-4-mq-due = once a quarter, not later than the 25th of the month after the reporting period
form-4-mq-data = Data on the number of public services provided electronically, pieces

## Form 4-mq: rows

form-4-mq-row-1 = Public services provided electronically

## Form 4-mq: help

form-4-mq-help-1 = Services provided in the reporting period through the “e-government” web portal or “E-licensing” (pieces); those late and those refused are given with reasons, and each service of each provider has its own line.

## Form 4-mq: analytical note

form-4-mq-analysis-title = Analytical note on the number of public services provided electronically
form-4-mq-analysis-1 = Public services provided, including those in breach of the terms, and refusals, with their reasons
