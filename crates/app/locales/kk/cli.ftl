### The command line and registry files.

## Database and files

cli-no-database = Мұндай дерекқор файлы жоқ: { $value }. Алдымен «sapa migrate» немесе «sapa restore» командасын орындаңыз.
cli-not-migrated = Дерекқордың құрылымы жаңартылмаған. «sapa migrate» командасын орындаңыз.
cli-newer-database = Дерекқор осы бағдарламадан жаңарақ. Бағдарламаның жаңа нұсқасын орнатыңыз.
cli-not-empty = Дерекқор бос емес. Сақтық көшірме тек бос дерекқорға қалпына келтіріледі.
cli-bad-url = Дерекқордың мекенжайы қате: { $value }. sqlite:ЖОЛ немесе postgres://… түрінде жазыңыз.
cli-database-failed = Дерекқор сұрауды орындамады: { $value }
cli-dump-damaged = Сақтық көшірме бүлінген: { $value }
cli-no-settings-file = Мұндай баптау файлы жоқ: { $value }
cli-no-file = Файл оқылмайды: { $value }
cli-file-exists = Мұндай файл бар: { $value }. Оның үстінен жазылмайды, басқа атау беріңіз.

## Deadlines and the calendar

cli-unknown-rule = Мұндай мерзім ережесі жоқ: { $rule }. Барлары: { $known }.
cli-not-a-start = Күн де, тоқсан да, жыл да емес: { $value }. Күн – 2026-03-26, тоқсан – 2026-Q1, жыл – 2026 түрінде жазылады.
cli-rule = Қағидалардың { $n }-тармағы · { $rule }
cli-term = Мерзім
cli-from = Есептеу басталатын күн
cli-due = Соңғы күн
cli-counted = Есептелген күн саны: { $days }
cli-skipped = Есептелмеген күндер
cli-readings = Түсіндірмелер
cli-moves = Соңғы күн жұмыс күні болмаса, мерзім келесі жұмыс күні аяқталады.
cli-edition = Қағидалардың редакциясы
cli-no-such-year = Мұндай жылдың күнтізбесі жоқ: { $value }
cli-working-days = жұмыс күндері: { $days }
cli-calendar-key = Тік жақшада – жұмыс істемейтін күндер. Себебі жазылмаған күн – сенбі немесе жексенбі.
cli-calendar-provisional = Бұл күн алдын ала есептелген: ол әлі ресми жарияланбаған.

## The Rules

cli-no-paragraph = Мұндай тармақ жоқ: { $value }. Қағидаларда 1-ден { $last }-ге дейінгі тармақтар бар.
cli-law-rules = Мерзім ережелері
cli-law-place = Бағдарламадағы орны
cli-law-screens = Беттер
cli-law-documents = Құжаттар
cli-law-tests = Сынақтар
cli-law-later = әзірленбеген, келесі бөлікпен қосылады: { $topic }
cli-topic-registry-of-bodies = органдар тізілімі
cli-topic-external-control = сыртқы бақылау
cli-topic-monitoring = мониторинг
cli-topic-reports = есептер
cli-topic-assessment-of-bodies = органдарды бағалау
cli-topic-publication = нәтижелерді жариялау

## Proof

cli-verify-sound = Журнал бүтін: жазылғаннан кейін ештеңе өзгертілмеген.
cli-verify-broken = Журнал бұзылған. Төменде бірінші бұзылған жерге дейін тексерілгені көрсетілген.
cli-verify-counts = фактілер: { $facts }, істер: { $cases }, тізбек буындары: { $commits }, әкімшілік өзгерістер: { $edits }, құжаттар мен файлдар: { $contents }
cli-verify-head = Тізбектің соңғы бақылау сомасы
cli-verify-ledger-head = Әкімшілік журналдың соңғы бақылау сомасы
cli-broken-fact = { $case } ісінің { $seq }-фактісі: { $what }
cli-broken-commit = Тізбектің { $n }-буыны: { $what }
cli-broken-edit = { $n }-әкімшілік өзгеріс: { $what }
cli-broken-contents = Бақылау сомасы { $digest } мазмұн: { $what }
cli-broken-head = { $name }: { $what }
cli-flaw-hash = мазмұны бақылау сомасына сәйкес келмейді
cli-flaw-prev = алдыңғы жазбамен байланысы үзілген
cli-flaw-gap = алдындағы жазба жоқ
cli-flaw-missing = жазба жоқ
cli-flaw-place = мазмұнында басқа орын көрсетілген
cli-flaw-columns = бағандары мазмұнына сәйкес келмейді
cli-flaw-chain = тізбекте басқаша жазылған
cli-flaw-unsealed = тізбекте бекітілмеген
cli-flaw-unreadable = жазба оқылмайды

## Backup, schema, lists

cli-backup-done = Сақтық көшірме жазылды: { $file }. Жазбалар саны: { $rows }.
cli-restore-done = Сақтық көшірме қалпына келтірілді: { $file }. Жазбалар саны: { $rows }.
cli-restore-refused = Бұзылған көшірме қалпына келтірілмейді. Дерекқор өзгерген жоқ.
cli-restore-differs = Қалпына келтірілген дерекқор көшірмеге сәйкес келмейді. Оны пайдаланбаңыз.
cli-migrate-done = Дерекқордың құрылымы жаңартылды: { $before } → { $after }.
cli-migrate-none = Дерекқордың құрылымын жаңарту қажет емес, нұсқасы: { $after }.
cli-rebuild-done = Тізімдер мен міндеттер журналдан қайта жасалды. Істер саны: { $cases }.
cli-rebuild-lost = Журналда фактілері бар, бірақ тізімде жоқ іс: { $value }. Дерекқор бүлінген, оны сақтық көшірмеден қалпына келтіріңіз.

## Settings

cli-config-lead = Баптаулар. Олар TOML файлында (--config ФАЙЛ немесе SAPA_CONFIG) не орта айнымалыларында беріледі, айнымалының мәні басым.
cli-config-more = Баптау файлының жолы – SAPA_CONFIG, командалардың тілі – SAPA_LANG (kk, ru, en).
cli-config-variable = Айнымалы
cli-config-default = Әдепкі мәні
cli-config-effective = Қазіргі мәні
setting-database-url = Дерекқордың мекенжайы: sqlite:ЖОЛ немесе postgres://ПАЙДАЛАНУШЫ:ҚҰПИЯСӨЗ@СЕРВЕР/ДЕРЕКҚОР.
setting-database-url-file = Дерекқордың мекенжайы жазылған файл: құпиясөз орта айнымалыларында тұрмас үшін. Берілсе, database_url орнына қолданылады.
setting-database-connections = Дерекқорға бір мезгілдегі қосылыстардың ең көп саны.
setting-listen = Сервер сұрауларды қабылдайтын мекенжай мен порт.
setting-public-url = Жүйенің пайдаланушыларға көрінетін мекенжайы: құжаттардағы тексеру сілтемесінде тұрады.
setting-address-header = Алдындағы сенімді прокси-сервер сұрау жіберушінің мекенжайын жазатын тақырып, мысалы x-forwarded-for: ондағы соңғы мекенжай алынады. Жүйеге тек осы прокси арқылы кіруге болатын болса ғана беріңіз. Берілмесе, қосылыстың өз мекенжайы алынады.
setting-demo = Демонстрациялық режим: ойдан шығарылған деректер, бір басып кіру, күнді алға жылжыту.
setting-secure-cookies = Cookie файлдары тек HTTPS арқылы жіберіледі. Тек жергілікті сынақ үшін өшіріледі.
setting-session-hours = Әрекетсіз тұрған сеанс неше сағаттан кейін аяқталады.
setting-upload-megabytes = Жүктелетін бір файлдың ең үлкен көлемі, мегабайт.
setting-uploads-per-minute = Бір пайдаланушы бір минутта жүктейтін файлдардың ең көп саны.
setting-sign-in-per-minute = Бір мекенжайдан бір минутта кіру және бір пайдаланушының бір минутта құпиясөзбен растау әрекеттерінің ең көп саны.
setting-requests-per-second = Бір мекенжайдан және бір пайдаланушыдан бір секундта келетін сұраулардың ең көп саны.
setting-log = Хаттаманың егжей-тегжейі: error, warn, info, debug немесе бөлімдер бойынша сүзгі.
setting-log-json = Хаттама JSON түрінде жазылады.

## People

cli-user-added = Пайдаланушы қосылды: { $value }
cli-user-exists = Мұндай логин бар: { $value }
cli-user-bad-login = Логинде әріп, цифр, нүкте, сызықша, астыңғы сызық және @ ғана болады: { $value }
cli-user-nameless = Аты-жөні мен лауазымы үш тілде де толтырылуға тиіс.
cli-user-acting = Міндетін атқарушы болып тек басшы рөлі тағайындалады (--role leader).
cli-user-locked = Есептік жазба жабылды, сеанстар аяқталды: { $value }
cli-user-unlocked = Есептік жазба ашылды: { $value }
cli-user-is-locked = жабық
cli-user-password-set = Жаңа құпиясөз орнатылды, сеанстар аяқталды: { $value }
cli-user-count = Пайдаланушылар саны: { $people }
cli-no-user = Мұндай пайдаланушы жоқ: { $value }
cli-no-body = Тізілімде мұндай орган жоқ: { $value }
cli-password-ask = Құпиясөз (терілген таңбалар көрінбейді)
cli-password-short = Құпиясөз тым қысқа. Таңбалардың ең аз саны: { $value }.

## Registry files

cli-import-checked = Файл дұрыс. Жолдар саны: { $rows }. Тізілім өзгерген жоқ.
cli-import-done = Тізілімге енгізілді. Қосылған және өзгерген жазбалар саны: { $rows }.
cli-import-refused = Файл қабылданбады, тізілім өзгерген жоқ. Қателер саны: { $faults }.
import-fault-unreadable = Файл оқылмайды: { $value }
import-fault-not-utf8 = Файлдың кодтамасы UTF-8 емес. Кестені «CSV UTF-8» немесе XLSX түрінде сақтаңыз.
import-fault-no-lines = Файлда деректер жоқ.
import-fault-no-column = Баған жетіспейді: { $value }
import-fault-unknown-column = Белгісіз баған: { $value }
import-fault-column-twice = Баған қайталанады: { $value }
import-fault-cell-count = Жолдағы ұяшықтар саны бағандар санына тең емес: { $value }
import-fault-empty = Ұяшық толтырылмаған: { $value }
import-fault-code-form = Код латынның кіші әріптерінен, цифрлардан, нүктеден, сызықшадан және астыңғы сызықтан тұрады, 64 таңбадан аспайды: { $value }
import-fault-code-twice = Код қайталанады, жақшада – бірінші жолы: { $value }
import-fault-unknown-kind = Органның мұндай түрі жоқ: { $value }
import-fault-unknown-parent = Жоғары тұрған орган файлда да, тізілімде де жоқ: { $value }
import-fault-unknown-coordinator = Үйлестіруші орган файлда да, тізілімде де жоқ: { $value }
import-fault-loop = Орган өзіне өзі бағынып тұр, жоғары тұрған орган: { $value }
import-fault-bin-wrong = БСН қате: 12 цифр болуға және соңғы цифры бақылау сомасына сәйкес келуге тиіс: { $value }
import-fault-bin-twice = БСН қайталанады, жақшада – бірінші жолы: { $value }
import-fault-bin-taken = БСН тізілімдегі басқа органға тиесілі: { $value }
import-fault-not-a-date = Күн емес: { $value }. 2026-03-26 немесе 26.03.2026 түрінде жазыңыз.
import-fault-ends-before-start = Соңғы күні басталған күнінен бұрын: { $value }
import-fault-unknown-owner = Жауапты орган тізілімде жоқ: { $value }
import-fault-not-a-category = Рұқсаттың санаты 1, 2 немесе бос болуға тиіс: { $value }
import-fault-too-long = Ұяшықтағы мәтін тым ұзын. Таңбалардың ең көп саны: { $value }.
import-fault-control-character = Ұяшықта көрінбейтін басқару таңбасы бар: { $value }
