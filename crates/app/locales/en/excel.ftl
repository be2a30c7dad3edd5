### Report forms as Excel workbooks, and the command `sapa report`.

## The workbook

excel-lists = List
excel-service-code = Code of the service
excel-service-name = Name of the service
excel-service-choice = Entry to choose
excel-provider-code = Code of the provider
excel-provider-name = Name of the provider
excel-provider-choice = Entry to choose
excel-system = Name of the information system
excel-number-title = A whole number or “-”
excel-number-message = This cell takes a whole number from zero, or the sign “-” where there is no data.
excel-choice-title = Choose from the list
excel-choice-message = Choose a name from the list of the cell; the whole list is on the sheet “List”.
excel-foot-date = “___” ______________ { $year }

## Faults of a workbook

excel-fault-not-a-workbook = The file does not open as an Excel workbook (.xlsx). { $value } Open the report in Excel and save it again as “.xlsx”.
excel-fault-too-large = The file is too large: { $value }. Send a file that holds the report alone.
excel-fault-no-form-found = The file holds none of the forms 1-мқ to 4-мқ. { $value } Keep numbers and labels of rows as in the template.
excel-fault-several-forms = The file holds several forms: { $value }. Keep one.
excel-fault-another-form = The file holds another form: { $value }. Choose the file of this form.
excel-fault-another-quarter = The file is for another quarter: { $value }. Choose the file of this quarter.
excel-fault-another-body = The file is of another body: { $value }. Choose the file of your body.
excel-fault-row-missing = Row { $value } is missing. Add it as in the template.
excel-fault-row-twice = Row { $value } stands here a second time. Keep one.
excel-fault-row-shifted = Number and label of the row do not belong together: { $value }. Correct them after the template.
excel-fault-unknown-row = The form has no such row: { $value }. Remove it.
excel-fault-unknown-service = The list has no such service, or several of this name: { $value }. Choose the service from the list.
excel-fault-service-without-name = The service has no name, but the line has data: { $value }. Choose the service.
excel-fault-line-twice = The line of this service stands here a second time: { $value }. Join the two.
excel-fault-unknown-provider = The list has no such provider: { $value }. Choose the provider from the list.
excel-fault-system-missing = The information system has no name: { $value }. Write its name.
excel-fault-merged-cells = Cells to be filled are merged: { $value }. Split them.
excel-fault-formula-with-link-outside = The formula in this cell refers to another file: { $value }. Write the number in its place.
excel-fault-columns-missing = The columns of row { $value } were not recognised. Correct the head of the table after the template.
excel-fault-stray-value = This cell does not belong to the form: { $value }. Move the data to its column or delete it.

## The command

cli-report-written = Written: { $file }
cli-report-good = No errors found.
cli-report-found = Errors: { $errors }, warnings: { $warnings }.
cli-report-not-a-form = There is no such form: { $value }. Say 1-mq, 2-mq, 3-mq or 4-mq.
cli-report-not-a-quarter = Not a quarter: { $value }. Example: 2026-Q3.
cli-report-not-an-ending = The name of the file has to end in .xlsx, .csv, .json or .pdf: { $value }.
cli-report-no-language = A report is printed in Kazakh or in Russian: --lang kk or --lang ru.
cli-report-no-body = The database has no such body: { $value }.
cli-report-no-report = There is no such report: { $value }.
cli-report-closed = The report is not open for entry: { $value }.
cli-report-no-login = There is no such user: { $value }.
cli-report-not-executor = This user does not fill the report of the body in the file: { $value }.
cli-report-no-quarter = The file does not name its quarter: { $value }. Write quarter and year in its head.
cli-report-refused = The file was not taken; nothing in the report has changed.
cli-report-dry = Cells that would change: { $cells }, lines: { $lines }. Nothing in the report has changed.
cli-report-imported = Cells changed: { $cells }, lines: { $lines }.
cli-report-conflicts = Cells left because somebody else had changed them: { $cells }.
