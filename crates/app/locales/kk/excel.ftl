### Report forms as Excel workbooks, and the command `sapa report`.

## The workbook

excel-lists = Тізім
excel-service-code = Қызметтің коды
excel-service-name = Қызметтің атауы
excel-service-choice = Таңдауға арналған жазба
excel-provider-code = Қызмет берушінің коды
excel-provider-name = Қызмет берушінің атауы
excel-provider-choice = Таңдауға арналған жазба
excel-system = Ақпараттық жүйенің атауы
excel-number-title = Бүтін сан немесе «-»
excel-number-message = Бұл ұяшыққа нөл немесе одан үлкен бүтін сан, ал мәлімет болмаса, «-» белгісі жазылады.
excel-choice-title = Тізімнен таңдаңыз
excel-choice-message = Атауды ұяшықтың тізімінен таңдаңыз; бүкіл тізім «Тізім» парағында.
excel-foot-date = { $year } жылғы «___» ______________

## Faults of a workbook

excel-fault-not-a-workbook = Бұл файл Excel кітабы (.xlsx) ретінде ашылмайды. { $value } Есепті Excel-де ашып, «.xlsx» түрінде қайта сақтаңыз.
excel-fault-too-large = Файл тым үлкен: { $value }. Есептің өзі ғана тұрған файлды жіберіңіз.
excel-fault-no-form-found = Файлда 1-мқ–4-мқ нысандарының ешқайсысы табылмады. { $value } Жолдардың нөмірлері мен атауларын үлгідегідей қалдырыңыз.
excel-fault-several-forms = Файлда бірнеше нысан бар: { $value }. Біреуін ғана қалдырыңыз.
excel-fault-another-form = Файлда басқа нысан тұр: { $value }. Керек нысанның файлын таңдаңыз.
excel-fault-another-quarter = Файл басқа тоқсанға арналған: { $value }. Керек тоқсанның файлын таңдаңыз.
excel-fault-another-body = Файл басқа органдікі: { $value }. Өз органыңыздың файлын таңдаңыз.
excel-fault-row-missing = Нысанның { $value }-жолы жоқ. Жолды үлгідегідей қосыңыз.
excel-fault-row-twice = Нысанның { $value }-жолы екінші рет кездесті. Біреуін ғана қалдырыңыз.
excel-fault-row-shifted = Жолдың нөмірі мен атауы сәйкес емес: { $value }. Екеуін де үлгідегідей етіп түзетіңіз.
excel-fault-unknown-row = Нысанда мұндай жол жоқ: { $value }. Артық жолды алып тастаңыз.
excel-fault-unknown-service = Мұндай қызмет тізімде жоқ немесе атауы бірнеше қызметке сәйкес келеді: { $value }. Қызметті тізімнен таңдаңыз.
excel-fault-service-without-name = Қызметтің атауы жазылмаған, бірақ жолда дерек бар: { $value }. Қызметті таңдаңыз.
excel-fault-line-twice = Бұл қызметтің жолы екінші рет кездесті: { $value }. Екі жолды біріктіріңіз.
excel-fault-unknown-provider = Мұндай қызмет беруші тізімде жоқ: { $value }. Қызмет берушіні тізімнен таңдаңыз.
excel-fault-system-missing = Ақпараттық жүйенің атауы жазылмаған: { $value }. Жүйенің атауын жазыңыз.
excel-fault-merged-cells = Толтырылатын ұяшықтар біріктірілген: { $value }. Біріктіруді алып тастаңыз.
excel-fault-formula-with-link-outside = Ұяшықтағы формула басқа файлға сілтейді: { $value }. Формуланың орнына санды жазыңыз.
excel-fault-columns-missing = { $value }-жолдың бағандары танылмады. Кестенің басын үлгідегідей етіп түзетіңіз.
excel-fault-stray-value = Бұл ұяшық нысанға кірмейді: { $value }. Ондағы деректі өз бағанына көшіріңіз немесе өшіріңіз.

## The command

cli-report-written = Файл жазылды: { $file }
cli-report-good = Қате табылған жоқ.
cli-report-found = Қателер: { $errors }, ескертулер: { $warnings }.
cli-report-not-a-form = Мұндай нысан жоқ: { $value }. 1-mq, 2-mq, 3-mq немесе 4-mq деп жазыңыз.
cli-report-not-a-quarter = Тоқсан дұрыс жазылмаған: { $value }. Үлгі: 2026-Q3.
cli-report-not-an-ending = Файлдың атауы .xlsx, .csv, .json немесе .pdf деп аяқталуға тиіс: { $value }.
cli-report-no-language = Есеп қазақ немесе орыс тілінде басып шығарылады: --lang kk немесе --lang ru.
cli-report-no-body = Базада мұндай орган жоқ: { $value }.
cli-report-no-report = Мұндай есеп жоқ: { $value }.
cli-report-closed = Есеп толтыруға ашық емес: { $value }.
cli-report-no-login = Мұндай пайдаланушы жоқ: { $value }.
cli-report-not-executor = Бұл пайдаланушы файлдағы органның есебін толтырмайды: { $value }.
cli-report-no-quarter = Файлда тоқсан көрсетілмеген: { $value }. Тақырыбына тоқсан мен жылды жазыңыз.
cli-report-refused = Файл қабылданған жоқ; есепте ештеңе өзгерген жоқ.
cli-report-dry = Өзгеретін ұяшықтар: { $cells }, жолдар: { $lines }. Есепте ештеңе өзгерген жоқ.
cli-report-imported = Өзгерген ұяшықтар: { $cells }, жолдар: { $lines }.
cli-report-conflicts = Басқа адам өзгертіп қойғандықтан қалдырылған ұяшықтар: { $cells }.
