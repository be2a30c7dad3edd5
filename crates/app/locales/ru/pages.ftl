### The registries, the Rules, the calendar and the page for anybody.

## The registry of bodies

bodies-search = Название, код или БИН
bodies-kind = Вид
bodies-territory = Территория
bodies-state = Состояние
bodies-all = все
bodies-state-now = действующие
bodies-state-ended = прекратившие деятельность
bodies-whole = Весь реестр
bodies-name = Название
bodies-bin = БИН
bodies-valid = Время существования
bodies-since = с { $from }
bodies-ended = прекратил деятельность
bodies-future = ещё не создан
bodies-below = Нижестоящие органы: { $count }
bodies-empty = Органы не найдены
bodies-empty-lead = Введите меньше слов или выберите «все».
bodies-none = Реестр пуст
bodies-none-lead = Администратор загружает органы из файла. Здесь они появятся в виде дерева.
bodies-import = Загрузить из файла

## A body

body-code = Код
body-parent = Вышестоящий орган
body-coordinated-by = Деятельность координирует
body-agency = Орган Агентства по территории
body-from = Существует с
body-to = Последний день
body-address = Адрес
body-names = Наименования
body-children = Нижестоящие органы и организации
body-children-none = В реестре нет нижестоящих органов.
body-coordinates = Органы и организации, деятельность которых он координирует
body-services = Государственные услуги, за которые он отвечает
body-services-none = За этим органом услуги не закреплены.
body-covered = Органы этой территории
body-ended-lead = Его история и дела сохраняются.

## Kinds of bodies, in short

body-tag-agency = Агентство
body-tag-agency-territorial = Территориальный орган Агентства
body-tag-central = Центральный орган
body-tag-department = Ведомство
body-tag-territorial-unit = Территориальное подразделение
body-tag-oblast-akimat = Акимат области или города
body-tag-oblast-executive = Управление
body-tag-district-akimat = Акимат района (города)
body-tag-rural-akim = Аким округа
body-tag-subordinate = Подведомственная организация
body-tag-provider = Услугодатель
body-tag-state-corporation = Государственная корпорация

## Territories

territory-republic = Республика
territory-abai = область Абай
territory-akmola = Акмолинская область
territory-aktobe = Актюбинская область
territory-almaty-oblast = Алматинская область
territory-atyrau = Атырауская область
territory-east-kazakhstan = Восточно-Казахстанская область
territory-zhambyl = Жамбылская область
territory-zhetisu = область Жетісу
territory-west-kazakhstan = Западно-Казахстанская область
territory-karaganda = Карагандинская область
territory-kostanay = Костанайская область
territory-kyzylorda = Кызылординская область
territory-mangystau = Мангистауская область
territory-pavlodar = Павлодарская область
territory-north-kazakhstan = Северо-Казахстанская область
territory-turkistan = Туркестанская область
territory-ulytau = область Ұлытау
territory-astana = город Астана
territory-almaty = город Алматы
territory-shymkent = город Шымкент

## Import of bodies

bodies-import-title = Загрузка органов
bodies-import-lead = Сначала файл проверяется: вы увидите, что будет добавлено и изменено, или все ошибки с номерами строк. До вашего подтверждения ничего не меняется, а после него вносится всё сразу.
bodies-import-file = Файл с органами
bodies-import-file-hint = CSV в кодировке UTF-8 или XLSX. Даты в виде 2026-03-26.
bodies-import-try = Проверить файл
bodies-import-template = Шаблон с примером (CSV)
bodies-import-no-file = Выберите файл CSV или XLSX.
bodies-import-expired = Проверка этого файла устарела. Выберите файл и проверьте его снова.
bodies-import-moved = После проверки файла реестр изменился. Посмотрите новый список изменений и подтвердите ещё раз.
bodies-import-refused = Файл не загружен
bodies-import-refused-lead = В реестре ничего не изменилось. Исправьте файл и проверьте его снова.
bodies-import-faults-title = Что не так
bodies-import-line = Строка
bodies-import-column = Столбец
bodies-import-fault = Ошибка
bodies-import-whole-file = весь файл
bodies-import-preview = Что изменится
bodies-import-preview-lead = ошибок в файле нет. Пока ничего не изменено.
bodies-import-added = будет добавлено
bodies-import-changed = будет изменено
bodies-import-same = останется без изменений
bodies-import-nothing = Всё, что есть в файле, уже есть в реестре.
bodies-import-do = Загрузить всё
bodies-import-cancel = Не загружать
bodies-import-change = Изменение
bodies-import-what = Что меняется
bodies-import-tag-added = новый
bodies-import-tag-changed = изменится
bodies-import-more = Ещё изменений, не показанных здесь: { $count }
bodies-import-again = Другой файл
bodies-import-columns = Столбцы файла
bodies-import-kinds = Слова для видов органов
bodies-import-territories = Слова для территорий
bodies-column-code = Код
bodies-column-kind = Вид органа
bodies-column-parent = Код вышестоящего органа
bodies-column-bin = БИН, 12 цифр
bodies-column-name-kk = Наименование на казахском
bodies-column-name-ru = Наименование на русском
bodies-column-name-en = Наименование на английском
bodies-column-short-kk = Краткое наименование на казахском
bodies-column-short-ru = Краткое наименование на русском
bodies-column-short-en = Краткое наименование на английском
bodies-column-territory = Территория
bodies-column-coordinated-by = Код органа, который координирует деятельность
bodies-column-valid-from = Первый день
bodies-column-valid-to = Последний день
bodies-column-address-kk = Адрес на казахском
bodies-column-address-ru = Адрес на русском

## The register of public services

services-title = Государственные услуги
services-search = Код или название
services-code = Код
services-name = Государственная услуга
services-owner = Ответственный орган
services-category = Разрешения
services-category-1 = первая категория
services-category-2 = вторая категория
services-category-none = не разрешение
services-whole = Все услуги
services-empty = Услуги не найдены
services-none = Реестр пуст
services-none-lead = Здесь появятся услуги с кодами и ответственными органами.

## The Rules

rules-title = Правила
rules-lead = Правила государственного контроля за качеством оказания государственных услуг: каждый пункт простыми словами. Юридическую силу имеет только официальный текст.
rules-official = Официальный текст:
rules-contents = Главы
rules-span = пункты { $first }–{ $last }
rules-works = есть в системе
rules-ahead = нет в системе
rules-only-terms = рассчитываются только сроки
rules-works-lead = Это правило система проверяет в шагах дела; отдельного шага у него нет.
rules-terms = Сроки
rules-term-what = Что нужно сделать
rules-term = Срок
rules-term-starts = От чего считается
rules-term-number = Действующее число
rules-starts-day = день события
rules-starts-quarter = конец квартала
rules-starts-year = год плана или списка
rules-starts-document = дата стоит в документе
rules-bound-latest = последний день
rules-bound-earliest = самый ранний день
rules-in-document = Если дата стоит в документе (акте, приказе, предписании, письме), считать нечего: система берёт её из документа.
rules-calculator = Рассчитать срок
rules-from = День события
rules-quarter = Квартал
rules-quarter-of = { $quarter } квартал { $year } года
rules-year = Год плана или списка
rules-subject = Проверяемый субъект
rules-subject-other = любой другой
rules-subject-micro = субъект микропредпринимательства
rules-reckon = Рассчитать
rules-bad-day = Введите дату от 1900 до 2199 года.
rules-bad-quarter = Выберите квартал.
rules-bad-year = Выберите год.
rules-readings = Нужные здесь толкования
rules-where = Где это работает в системе
rules-screens = Страницы:
rules-step-procedure = Процедура
rules-step-who = Кто выполняет
rules-step-discharges = Исполняет обязанность
rules-neighbours = Соседние пункты

## Readings

readings-title = Толкования Правил
readings-lead = Там, где текст Правил допускает разное понимание, системе нужен один ответ. Здесь показано, как читается каждое такое место.
readings-paragraphs = Пункты
readings-rules = Сроки, где оно применяется

## The calendar

calendar-title = Рабочий календарь на { $year } год
calendar-lead = Пятидневная рабочая неделя.
calendar-years = Годы
calendar-today = сегодня
calendar-reasons = Праздники и переносы
calendar-moved = { $holiday }: перенесено с выходного { $from }
calendar-instead = { $why }; вместо него рабочий день – { $day }
calendar-instead-off = { $why } ({ $day })
calendar-expected = { $why } – ожидается, ещё не объявлено
calendar-expected-lead = День Курбан айта объявляют каждый год заново; до этого он расчётный.
calendar-key-holiday = Праздник
calendar-key-moved = Выходной за праздник, совпавший с выходным
calendar-key-off = Выходной по постановлению
calendar-key-worked = Рабочий день по постановлению
calendar-transfers = Переносы по постановлению
calendar-transfers-none = За этот год переносы не внесены.
calendar-from = Рабочий вместо выходного
calendar-to = Выходной вместо рабочего
calendar-decree = Постановление
calendar-decided = Решение принято не позднее

## The page for anybody

public-title = Сапа для всех
public-lead = Сапа – информационная система, в которой государственные органы планируют и проводят контроль качества государственных услуг, издают его документы и следят за сроками.
public-code = Код документа
public-code-hint = Он стоит внизу каждой страницы документа.
public-check = Проверить
public-code-missing = Введите код документа.
public-code-wrong = В коде только латинские буквы и цифры. Сверьте его с документом и введите снова.
public-law = Право открыто
public-rules = Каждый пункт простыми словами, его сроки и калькулятор.
public-readings = Как читаются места, допускающие разное понимание.
public-calendar-title = Рабочий календарь
public-calendar = Рабочие дни 2021–2027 годов, праздники и переносы.
public-numbers = В цифрах
public-bodies = органов и организаций в реестре
public-services = государственных услуг в реестре
public-paragraphs = пунктов Правил
public-terms = сроков знает система

## Numbers

bodies-count = { $count ->
    [one] { $count } орган
    [few] { $count } органа
   *[many] { $count } органов
}
services-count = { $count ->
    [one] { $count } услуга
    [few] { $count } услуги
   *[many] { $count } услуг
}
bodies-import-faults = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
}
bodies-import-done = { $count ->
    [one] Загружено: добавлен или изменён { $count } орган
    [few] Загружено: добавлено или изменено { $count } органа
   *[many] Загружено: добавлено или изменено { $count } органов
}
rules-steps-count = { $count ->
    [one] { $count } шаг в системе
    [few] { $count } шага в системе
   *[many] { $count } шагов в системе
}
calendar-working = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}
calendar-off = { $days ->
    [one] { $days } выходной
    [few] { $days } выходных
   *[many] { $days } выходных
}
rules-calendar-days = { $days ->
    [one] { $days } календарный день
    [few] { $days } календарных дня
   *[many] { $days } календарных дней
}
rules-day-of-month = { $days }-е число месяца
rules-times = { $days } раз
