# Слова документов внешнего контроля
paper-open = –
paper-checklist = Проверочный лист в сфере оказания государственных услуг (образец)
paper-registered-urgently = не терпящий отлагательства случай, предусмотренный статьёй 146 Предпринимательского кодекса
paper-registered-from-afar = объект расположен на расстоянии более ста километров от органа регистрации
paper-protocol-of = протокол от { $on }
paper-instructed = Поручение руководства Агентства от { $on } № { $number } (пункт 14 Правил).
paper-ground-of-inspection = Подпункт { $item }) пункта 3 статьи 144 Предпринимательского кодекса Республики Казахстан («{ $ground }»)
paper-ground-by-document = { $ground }: документ от { $on } № { $number }.
paper-ground-by-number = { $ground }: документ № { $number }.
paper-ground-of-visit = Статья 141 Предпринимательского кодекса Республики Казахстан и запись № { $entry } полугодового списка на { $half ->
    [1] первое
   *[other] второе
 } полугодие { $year } года, утверждённого { $on }.
paper-ground-of-visit-plain = Статья 141 Предпринимательского кодекса Республики Казахстан и утверждённый полугодовой список.
paper-reason-in-explanation = причина указана в письменном объяснении
paper-advice = Рекомендации: { $text }
paper-in-the-journal = зарегистрировано в журнале входящей корреспонденции { $on } за № { $number }
paper-prescription = предписание об устранении выявленных нарушений
paper-prescription-of = предписание об устранении выявленных нарушений от { $on } № { $number }
paper-objections = замечания и (или) возражения
paper-officials-below = названы в изложенных ниже обстоятельствах
paper-anonymous = имя не указано
paper-copy-of-appeal = копия жалобы
paper-criterion-objective = Объективный критерий по виду субъекта
paper-desk-source = { $source }: { $text }
paper-extension-foreign-information = необходимость получения информации от государственного органа иностранного государства
paper-extension-whereabouts = необходимость установления места нахождения лица
paper-extension-laboratory = необходимость получения результатов лабораторных исследований
