### The registries, the Rules, the calendar and the page for anybody.

## The registry of bodies

bodies-search = Атауы, коды немесе БСН
bodies-kind = Түрі
bodies-territory = Аумағы
bodies-state = Күйі
bodies-all = барлығы
bodies-state-now = қазір жұмыс істейтін
bodies-state-ended = жұмысын тоқтатқан
bodies-whole = Бүкіл тізілім
bodies-name = Атауы
bodies-bin = БСН
bodies-valid = Жұмыс істеген уақыты
bodies-since = { $from } күнінен бастап
bodies-ended = жұмысын тоқтатқан
bodies-future = әлі құрылмаған
bodies-below = Төмен тұрған органдар: { $count }
bodies-empty = Органдар табылмады
bodies-empty-lead = Сөздерді азайтыңыз немесе «барлығы» дегенді таңдаңыз.
bodies-none = Тізілім бос
bodies-none-lead = Органдарды әкімші файлдан енгізеді. Олар осында ағаш түрінде шығады.
bodies-import = Файлдан енгізу

## A body

body-code = Коды
body-parent = Жоғары тұрған орган
body-coordinated-by = Қызметін үйлестіретін орган
body-agency = Аумақ бойынша Агенттік органы
body-from = Жұмыс істей бастаған күні
body-to = Соңғы күні
body-address = Мекенжайы
body-names = Атаулары
body-children = Төмен тұрған органдар мен ұйымдар
body-children-none = Тізілімде төмен тұрған органдар жоқ.
body-coordinates = Қызметін осы орган үйлестіретін органдар мен ұйымдар
body-services = Осы орган жауап беретін мемлекеттік қызметтер
body-services-none = Бұл органға бекітілген қызметтер жоқ.
body-covered = Осы аумақтың органдары
body-ended-lead = Оның тарихы мен істері сақталады.

## Kinds of bodies, in short

body-tag-agency = Агенттік
body-tag-agency-territorial = Агенттіктің аумақтық органы
body-tag-central = Орталық орган
body-tag-department = Ведомство
body-tag-territorial-unit = Аумақтық бөлімше
body-tag-oblast-akimat = Облыс немесе қала әкімдігі
body-tag-oblast-executive = Басқарма
body-tag-district-akimat = Аудан (қала) әкімдігі
body-tag-rural-akim = Округ әкімі
body-tag-subordinate = Бағынысты ұйым
body-tag-provider = Қызмет беруші
body-tag-state-corporation = Мемлекеттік корпорация

## Territories

territory-republic = Республика
territory-abai = Абай облысы
territory-akmola = Ақмола облысы
territory-aktobe = Ақтөбе облысы
territory-almaty-oblast = Алматы облысы
territory-atyrau = Атырау облысы
territory-east-kazakhstan = Шығыс Қазақстан облысы
territory-zhambyl = Жамбыл облысы
territory-zhetisu = Жетісу облысы
territory-west-kazakhstan = Батыс Қазақстан облысы
territory-karaganda = Қарағанды облысы
territory-kostanay = Қостанай облысы
territory-kyzylorda = Қызылорда облысы
territory-mangystau = Маңғыстау облысы
territory-pavlodar = Павлодар облысы
territory-north-kazakhstan = Солтүстік Қазақстан облысы
territory-turkistan = Түркістан облысы
territory-ulytau = Ұлытау облысы
territory-astana = Астана қаласы
territory-almaty = Алматы қаласы
territory-shymkent = Шымкент қаласы

## Import of bodies

bodies-import-title = Органдарды енгізу
bodies-import-lead = Алдымен файл тексеріледі: не қосылатынын және не өзгеретінін немесе барлық қатені жол нөмірімен көресіз. Сіз растағанша ештеңе өзгермейді, растағаннан кейін бәрі бірге енгізіледі.
bodies-import-file = Органдар тізімі бар файл
bodies-import-file-hint = UTF-8 кодтауындағы CSV немесе XLSX. Күндер 2026-03-26 түрінде жазылады.
bodies-import-try = Файлды тексеру
bodies-import-template = Мысалы бар үлгі (CSV)
bodies-import-no-file = CSV немесе XLSX файлын таңдаңыз.
bodies-import-expired = Бұл файлдың тексерілуі ескірді. Файлды таңдап, қайта тексеріңіз.
bodies-import-moved = Файл тексерілгеннен кейін тізілім өзгерді. Өзгерістердің жаңа тізбесін қарап, қайта растаңыз.
bodies-import-refused = Файл енгізілмеді
bodies-import-refused-lead = Тізілімде ештеңе өзгерген жоқ. Файлды түзетіп, қайта тексеріңіз.
bodies-import-faults-title = Қателер
bodies-import-line = Жол
bodies-import-column = Баған
bodies-import-fault = Қате
bodies-import-whole-file = бүкіл файл
bodies-import-preview = Не өзгереді
bodies-import-preview-lead = файлда қате жоқ. Әзірге ештеңе өзгерген жоқ.
bodies-import-added = қосылады
bodies-import-changed = өзгереді
bodies-import-same = өзгеріссіз қалады
bodies-import-nothing = Файлдағының бәрі тізілімде бар.
bodies-import-do = Барлығын енгізу
bodies-import-cancel = Енгізбеу
bodies-import-change = Өзгеріс
bodies-import-what = Не өзгереді
bodies-import-tag-added = жаңа
bodies-import-tag-changed = өзгереді
bodies-import-more = Мұнда көрсетілмеген тағы { $count } өзгеріс бар
bodies-import-again = Басқа файл
bodies-import-columns = Файлдың бағандары
bodies-import-kinds = Орган түрлерінің белгіленуі
bodies-import-territories = Аумақтардың белгіленуі
bodies-column-code = Коды
bodies-column-kind = Органның түрі
bodies-column-parent = Жоғары тұрған органның коды
bodies-column-bin = БСН, 12 цифр
bodies-column-name-kk = Қазақ тіліндегі атауы
bodies-column-name-ru = Орыс тіліндегі атауы
bodies-column-name-en = Ағылшын тіліндегі атауы
bodies-column-short-kk = Қазақ тіліндегі қысқа атауы
bodies-column-short-ru = Орыс тіліндегі қысқа атауы
bodies-column-short-en = Ағылшын тіліндегі қысқа атауы
bodies-column-territory = Аумағы
bodies-column-coordinated-by = Қызметін үйлестіретін органның коды
bodies-column-valid-from = Бірінші күні
bodies-column-valid-to = Соңғы күні
bodies-column-address-kk = Қазақ тіліндегі мекенжайы
bodies-column-address-ru = Орыс тіліндегі мекенжайы

## The register of public services

services-title = Мемлекеттік қызметтер
services-search = Коды немесе атауы
services-code = Коды
services-name = Мемлекеттік қызмет
services-owner = Жауапты орган
services-category = Рұқсаттар
services-category-1 = бірінші санат
services-category-2 = екінші санат
services-category-none = рұқсат емес
services-whole = Барлық қызметтер
services-empty = Қызметтер табылмады
services-none = Тізілім бос
services-none-lead = Қызметтер кодтарымен және жауапты органдарымен осында шығады.

## The Rules

rules-title = Қағидалар
rules-lead = Мемлекеттік қызметтер көрсету сапасын мемлекеттік бақылау қағидалары: әр тармақ қарапайым сөзбен берілген. Заңды күші тек ресми мәтінде бар.
rules-official = Ресми мәтін:
rules-contents = Тараулар
rules-span = { $first }–{ $last }-тармақтар
rules-works = жүйеде бар
rules-ahead = жүйеде жоқ
rules-only-terms = тек мерзімдері есептеледі
rules-works-lead = Бұл ережені жүйе істің қадамдарында тексереді; оның бөлек қадамы жоқ.
rules-terms = Мерзімдер
rules-term-what = Не істелуі керек
rules-term = Мерзімі
rules-term-starts = Неден саналады
rules-term-number = Қолданыстағы сан
rules-starts-day = оқиға болған күннен
rules-starts-quarter = тоқсанның соңынан
rules-starts-year = жоспардың немесе тізімнің жылынан
rules-starts-document = күні құжатта тұрады
rules-bound-latest = соңғы күн
rules-bound-earliest = ең ерте күн
rules-in-document = Күн құжатта (актіде, бұйрықта, нұсқамада, хатта) тұрса, есептейтін ештеңе жоқ: жүйе оны құжаттан алады.
rules-calculator = Мерзімді есептеу
rules-from = Оқиға болған күн
rules-quarter = Тоқсан
rules-quarter-of = { $year } жылғы { $quarter }-тоқсан
rules-year = Жоспардың немесе тізімнің жылы
rules-subject = Тексерілетін субъект
rules-subject-other = кез келген өзге
rules-subject-micro = микрокәсіпкерлік субъектісі
rules-reckon = Есептеу
rules-bad-day = 1900–2199 жылдар аралығындағы күнді енгізіңіз.
rules-bad-quarter = Тоқсанды таңдаңыз.
rules-bad-year = Жылды таңдаңыз.
rules-readings = Мұнда керек түсіндірмелер
rules-where = Жүйеде қайда қолданылады
rules-screens = Беттер:
rules-step-procedure = Рәсім
rules-step-who = Кім орындайды
rules-step-discharges = Орындайтын міндеті
rules-neighbours = Көршілес тармақтар

## Readings

readings-title = Қағидалардың түсіндірмелері
readings-lead = Қағидалардың мәтінін әртүрлі түсінуге болатын жерде жүйеге бір жауап керек. Мұнда сондай әр жердің қалай оқылатыны көрсетілген.
readings-paragraphs = Тармақтар
readings-rules = Қолданылатын мерзімдер

## The calendar

calendar-title = { $year } жылғы жұмыс күнтізбесі
calendar-lead = Бес күндік жұмыс аптасы.
calendar-years = Жылдар
calendar-today = бүгін
calendar-reasons = Мерекелер мен ауыстырулар
calendar-moved = { $holiday }: демалысқа тура келген { $from } күнінен ауысты
calendar-instead = { $why }; оның орнына { $day } – жұмыс күні
calendar-instead-off = { $why } ({ $day })
calendar-expected = { $why } – күтіледі, әлі жарияланған жоқ
calendar-expected-lead = Құрбан айт күні жыл сайын жарияланады; оған дейін ол есеппен алынады.
calendar-key-holiday = Мереке
calendar-key-moved = Демалысқа тура келген мереке үшін демалыс
calendar-key-off = Қаулы бойынша демалыс күні
calendar-key-worked = Қаулы бойынша жұмыс күні
calendar-transfers = Қаулы бойынша ауыстырулар
calendar-transfers-none = Бұл жыл бойынша ауыстырулар енгізілмеген.
calendar-from = Демалыс орнына жұмыс күні
calendar-to = Жұмыс күні орнына демалыс
calendar-decree = Қаулы
calendar-decided = Шешім қабылданған күн (одан кеш емес)

## The page for anybody

public-title = Сапа – баршаға
public-lead = Сапа – мемлекеттік органдар мемлекеттік қызметтердің сапасын бақылауды жоспарлайтын, жүргізетін, құжаттарын шығаратын және мерзімдерін қадағалайтын ақпараттық жүйе.
public-code = Құжаттың коды
public-code-hint = Ол құжаттың әр бетінің төменгі жағында тұрады.
public-check = Тексеру
public-code-missing = Құжаттың кодын енгізіңіз.
public-code-wrong = Кодта тек латын әріптері мен цифрлар болады. Оны құжатпен салыстырып, қайта енгізіңіз.
public-law = Құқықтық негізі ашық
public-rules = Әр тармақ қарапайым сөзбен, мерзімдері және есептегіш.
public-readings = Әртүрлі түсінуге болатын жерлердің оқылуы.
public-calendar-title = Жұмыс күнтізбесі
public-calendar = 2021–2027 жылдардың жұмыс күндері, мерекелер мен ауыстырулар.
public-numbers = Сандармен
public-bodies = тізілімдегі органдар мен ұйымдар
public-services = тізілімдегі мемлекеттік қызметтер
public-paragraphs = Қағидалардың тармақтары
public-terms = жүйе білетін мерзімдер

## Numbers

bodies-count = { $count ->
   *[other] { $count } орган
}
services-count = { $count ->
   *[other] { $count } қызмет
}
bodies-import-faults = { $count ->
   *[other] { $count } қате
}
bodies-import-done = { $count ->
   *[other] Енгізілді: { $count } орган қосылды немесе өзгерді
}
rules-steps-count = { $count ->
   *[other] Жүйедегі { $count } қадам
}
calendar-working = { $days ->
   *[other] { $days } жұмыс күні
}
calendar-off = { $days ->
   *[other] { $days } демалыс күні
}
rules-calendar-days = күнтізбелік { $days } күн
rules-day-of-month = айдың { $days }-күні
rules-times = { $days } рет
