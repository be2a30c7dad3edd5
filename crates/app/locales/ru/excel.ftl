### Report forms as Excel workbooks, and the command `sapa report`.

## The workbook

excel-lists = Список
excel-service-code = Код услуги
excel-service-name = Название услуги
excel-service-choice = Запись для выбора
excel-provider-code = Код услугодателя
excel-provider-name = Название услугодателя
excel-provider-choice = Запись для выбора
excel-system = Название информационной системы
excel-number-title = Целое число или «-»
excel-number-message = В эту ячейку вписывается целое число от нуля, а если данных нет – знак «-».
excel-choice-title = Выберите из списка
excel-choice-message = Выберите название из списка ячейки; весь список – на листе «Список».
excel-foot-date = «___» ______________ { $year } года

## Faults of a workbook

excel-fault-not-a-workbook = Файл не открывается как книга Excel (.xlsx). { $value } Откройте отчёт в Excel и сохраните его заново в виде «.xlsx».
excel-fault-too-large = Файл слишком велик: { $value }. Пришлите файл, в котором только сам отчёт.
excel-fault-no-form-found = В файле нет ни одной из форм 1-мқ–4-мқ. { $value } Оставьте номера и названия строк такими, как в образце.
excel-fault-several-forms = В файле несколько форм: { $value }. Оставьте одну.
excel-fault-another-form = В файле другая форма: { $value }. Выберите файл нужной формы.
excel-fault-another-quarter = Файл за другой квартал: { $value }. Выберите файл нужного квартала.
excel-fault-another-body = Файл другого органа: { $value }. Выберите файл своего органа.
excel-fault-row-missing = Нет строки { $value }. Добавьте её, как в образце.
excel-fault-row-twice = Строка { $value } стоит второй раз. Оставьте одну.
excel-fault-row-shifted = Номер и название строки не соответствуют друг другу: { $value }. Исправьте их по образцу.
excel-fault-unknown-row = Такой строки в форме нет: { $value }. Удалите лишнюю строку.
excel-fault-unknown-service = Такой услуги нет в списке, или так называются несколько услуг: { $value }. Выберите услугу из списка.
excel-fault-service-without-name = Услуга не названа, а данные в строке есть: { $value }. Выберите услугу.
excel-fault-line-twice = Строка этой услуги стоит второй раз: { $value }. Объедините две строки.
excel-fault-unknown-provider = Такого услугодателя нет в списке: { $value }. Выберите услугодателя из списка.
excel-fault-system-missing = Не названа информационная система: { $value }. Впишите её название.
excel-fault-merged-cells = Заполняемые ячейки объединены: { $value }. Отмените объединение.
excel-fault-formula-with-link-outside = Формула в ячейке ссылается на другой файл: { $value }. Впишите вместо неё число.
excel-fault-columns-missing = Не распознаны графы строки { $value }. Исправьте заголовок таблицы по образцу.
excel-fault-stray-value = Эта ячейка не относится к форме: { $value }. Перенесите данные в свою графу или удалите их.

## The command

cli-report-written = Файл записан: { $file }
cli-report-good = Ошибок не найдено.
cli-report-found = Ошибок: { $errors }, предупреждений: { $warnings }.
cli-report-not-a-form = Такой формы нет: { $value }. Укажите 1-mq, 2-mq, 3-mq или 4-mq.
cli-report-not-a-quarter = Квартал указан неверно: { $value }. Пример: 2026-Q3.
cli-report-not-an-ending = Имя файла должно оканчиваться на .xlsx, .csv, .json или .pdf: { $value }.
cli-report-no-language = Отчёт печатается на казахском или на русском языке: --lang kk или --lang ru.
cli-report-no-body = Такого органа нет в базе: { $value }.
cli-report-no-report = Такого отчёта нет: { $value }.
cli-report-closed = Отчёт не открыт для заполнения: { $value }.
cli-report-no-login = Такого пользователя нет: { $value }.
cli-report-not-executor = Этот пользователь не заполняет отчёт органа, указанного в файле: { $value }.
cli-report-no-quarter = В файле не указан квартал: { $value }. Впишите в заголовок квартал и год.
cli-report-refused = Файл не принят; в отчёте ничего не изменено.
cli-report-dry = Будет изменено ячеек: { $cells }, строк: { $lines }. В отчёте ничего не изменено.
cli-report-imported = Изменено ячеек: { $cells }, строк: { $lines }.
cli-report-conflicts = Оставлено ячеек, которые тем временем изменил другой человек: { $cells }.
