### The command line and registry files.

## Database and files

cli-no-database = Нет такого файла базы данных: { $value }. Сначала выполните команду «sapa migrate» или «sapa restore».
cli-not-migrated = Структура базы данных не обновлена. Выполните команду «sapa migrate».
cli-newer-database = База данных новее этой программы. Установите новую версию программы.
cli-not-empty = База данных не пуста. Резервная копия восстанавливается только в пустую базу.
cli-bad-url = Неверный адрес базы данных: { $value }. Укажите sqlite:ПУТЬ или postgres://…
cli-database-failed = База данных не выполнила запрос: { $value }
cli-dump-damaged = Резервная копия повреждена: { $value }
cli-no-settings-file = Нет такого файла настроек: { $value }
cli-no-file = Файл не читается: { $value }
cli-file-exists = Такой файл уже есть: { $value }. Он не перезаписывается, укажите другое имя.

## Deadlines and the calendar

cli-unknown-rule = Нет такого правила срока: { $rule }. Есть правила: { $known }.
cli-not-a-start = Это не день, не квартал и не год: { $value }. День пишется 2026-03-26, квартал – 2026-Q1, год – 2026.
cli-rule = Пункт { $n } Правил · { $rule }
cli-term = Срок
cli-from = Отсчёт ведётся от
cli-due = Последний день
cli-counted = Засчитано дней: { $days }
cli-skipped = Не засчитаны
cli-readings = Толкования
cli-moves = Если последний день нерабочий, срок истекает в следующий рабочий день.
cli-edition = Редакция Правил
cli-no-such-year = Календаря на такой год нет: { $value }
cli-working-days = рабочих дней: { $days }
cli-calendar-key = В квадратных скобках – нерабочие дни. День без указанной причины – суббота или воскресенье.
cli-calendar-provisional = Этот день рассчитан предварительно: официально он ещё не объявлен.

## The Rules

cli-no-paragraph = Нет такого пункта: { $value }. В Правилах пункты с 1 по { $last }.
cli-law-rules = Правила сроков
cli-law-place = Место в программе
cli-law-screens = Страницы
cli-law-documents = Документы
cli-law-tests = Тесты
cli-law-later = не разработано, появится вместе с разделом: { $topic }
cli-topic-registry-of-bodies = реестр органов
cli-topic-external-control = внешний контроль
cli-topic-monitoring = мониторинг
cli-topic-reports = отчёты
cli-topic-assessment-of-bodies = оценка органов
cli-topic-publication = публикация результатов

## Proof

cli-verify-sound = Журнал цел: после записи ничего не изменено.
cli-verify-broken = Журнал нарушен. Ниже показано, что проверено до первого нарушения.
cli-verify-counts = фактов: { $facts }, дел: { $cases }, звеньев цепи: { $commits }, административных изменений: { $edits }, документов и файлов: { $contents }
cli-verify-head = Последняя контрольная сумма цепи
cli-verify-ledger-head = Последняя контрольная сумма административного журнала
cli-broken-fact = Факт { $seq } дела { $case }: { $what }
cli-broken-commit = Звено цепи { $n }: { $what }
cli-broken-edit = Административное изменение { $n }: { $what }
cli-broken-contents = Содержимое с контрольной суммой { $digest }: { $what }
cli-broken-head = { $name }: { $what }
cli-flaw-hash = содержание не соответствует контрольной сумме
cli-flaw-prev = связь с предыдущей записью разорвана
cli-flaw-gap = отсутствует предыдущая запись
cli-flaw-missing = запись отсутствует
cli-flaw-place = в содержании указано другое место
cli-flaw-columns = столбцы не соответствуют содержанию
cli-flaw-chain = в цепи записано иначе
cli-flaw-unsealed = не закреплено в цепи
cli-flaw-unreadable = запись не читается

## Backup, schema, lists

cli-backup-done = Резервная копия записана: { $file }. Число записей: { $rows }.
cli-restore-done = Резервная копия восстановлена: { $file }. Число записей: { $rows }.
cli-restore-refused = Нарушенная копия не восстанавливается. База данных не изменена.
cli-restore-differs = Восстановленная база данных не соответствует копии. Не используйте её.
cli-migrate-done = Структура базы данных обновлена: { $before } → { $after }.
cli-migrate-none = Обновлять структуру базы данных не нужно, версия: { $after }.
cli-rebuild-done = Списки и обязанности построены заново по журналу. Число дел: { $cases }.
cli-rebuild-lost = Дело есть в журнале, но его нет в списке: { $value }. База данных повреждена, восстановите её из резервной копии.

## Settings

cli-config-lead = Настройки. Они задаются в файле TOML (--config ФАЙЛ или SAPA_CONFIG) либо переменными окружения; значение переменной важнее.
cli-config-more = Путь к файлу настроек – SAPA_CONFIG, язык команд – SAPA_LANG (kk, ru, en).
cli-config-variable = Переменная
cli-config-default = По умолчанию
cli-config-effective = Действует
setting-database-url = Адрес базы данных: sqlite:ПУТЬ или postgres://ПОЛЬЗОВАТЕЛЬ:ПАРОЛЬ@СЕРВЕР/БАЗА.
setting-database-url-file = Файл с адресом базы данных, чтобы пароль не стоял в переменных окружения. Если задан, применяется вместо database_url.
setting-database-connections = Наибольшее число одновременных соединений с базой данных.
setting-listen = Адрес и порт, на которых сервер принимает запросы.
setting-public-url = Адрес системы, который видят пользователи: стоит в ссылке для проверки документов.
setting-address-header = Заголовок, в котором доверенный прокси-сервер передаёт адрес отправителя, например x-forwarded-for: берётся последний адрес в нём. Задавайте, только если система доступна лишь через этот прокси. Если не задан, берётся адрес самого соединения.
setting-demo = Демонстрационный режим: вымышленные данные, вход одним нажатием, перевод дня вперёд.
setting-secure-cookies = Файлы cookie передаются только по HTTPS. Отключается только для местной пробы.
setting-session-hours = Через сколько часов бездействия сеанс завершается.
setting-upload-megabytes = Наибольший размер одного загружаемого файла, мегабайт.
setting-uploads-per-minute = Наибольшее число файлов, которые один пользователь загружает в минуту.
setting-sign-in-per-minute = Наибольшее число попыток в минуту: входа с одного адреса и подтверждения паролем одним пользователем.
setting-requests-per-second = Наибольшее число запросов в секунду с одного адреса и от одного пользователя.
setting-log = Подробность протокола: error, warn, info, debug или фильтр по частям.
setting-log-json = Протокол пишется в виде JSON.

## People

cli-user-added = Пользователь добавлен: { $value }
cli-user-exists = Такой логин уже есть: { $value }
cli-user-bad-login = В логине допустимы только буквы, цифры, точка, дефис, подчёркивание и @: { $value }
cli-user-nameless = Имя и должность должны быть заполнены на трёх языках.
cli-user-acting = Исполняющим обязанности назначается только роль руководителя (--role leader).
cli-user-locked = Учётная запись закрыта, сеансы завершены: { $value }
cli-user-unlocked = Учётная запись открыта: { $value }
cli-user-is-locked = закрыта
cli-user-password-set = Новый пароль установлен, сеансы завершены: { $value }
cli-user-count = Пользователей: { $people }
cli-no-user = Нет такого пользователя: { $value }
cli-no-body = В реестре нет такого органа: { $value }
cli-password-ask = Пароль (набираемые знаки не видны)
cli-password-short = Пароль слишком короткий. Наименьшее число знаков: { $value }.

## Registry files

cli-import-checked = Файл верен. Число строк: { $rows }. Реестр не изменён.
cli-import-done = Внесено в реестр. Добавлено и изменено записей: { $rows }.
cli-import-refused = Файл не принят, реестр не изменён. Число ошибок: { $faults }.
import-fault-unreadable = Файл не читается: { $value }
import-fault-not-utf8 = Кодировка файла – не UTF-8. Сохраните таблицу в виде «CSV UTF-8» или XLSX.
import-fault-no-lines = В файле нет данных.
import-fault-no-column = Нет столбца: { $value }
import-fault-unknown-column = Неизвестный столбец: { $value }
import-fault-column-twice = Столбец повторяется: { $value }
import-fault-cell-count = Число ячеек строки не равно числу столбцов: { $value }
import-fault-empty = Ячейка не заполнена: { $value }
import-fault-code-form = Код состоит из строчных латинских букв, цифр, точки, дефиса и подчёркивания, не более 64 знаков: { $value }
import-fault-code-twice = Код повторяется, в скобках – первая строка: { $value }
import-fault-unknown-kind = Нет такого вида органа: { $value }
import-fault-unknown-parent = Вышестоящего органа нет ни в файле, ни в реестре: { $value }
import-fault-unknown-coordinator = Координирующего органа нет ни в файле, ни в реестре: { $value }
import-fault-loop = Орган подчинён сам себе, вышестоящий орган: { $value }
import-fault-bin-wrong = БИН неверен: в нём 12 цифр, последняя – контрольная: { $value }
import-fault-bin-twice = БИН повторяется, в скобках – первая строка: { $value }
import-fault-bin-taken = БИН принадлежит другому органу реестра: { $value }
import-fault-not-a-date = Это не дата: { $value }. Пишите 2026-03-26 или 26.03.2026.
import-fault-ends-before-start = Последний день раньше первого: { $value }
import-fault-unknown-owner = Ответственного органа нет в реестре: { $value }
import-fault-not-a-category = Категория разрешения – 1, 2 или пусто: { $value }
import-fault-too-long = Текст в ячейке слишком длинный. Наибольшее число знаков: { $value }.
import-fault-control-character = В ячейке невидимый управляющий знак: { $value }
