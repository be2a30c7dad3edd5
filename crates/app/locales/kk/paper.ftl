# Сыртқы бақылау құжаттарының сөздері
paper-open = –
paper-checklist = Мемлекеттік қызметтер көрсету саласындағы тексеру парағы (үлгі)
paper-registered-urgently = Кәсіпкерлік кодекстің 146-бабында көзделген, кейінге қалдыруға болмайтын жағдай
paper-registered-from-afar = тіркеу органынан жүз километрден астам қашықтықтағы объект
paper-protocol-of = { $on } күні жасалған хаттама
paper-instructed = Агенттік басшылығының { $on } № { $number } тапсырмасы (Қағидалардың 14-тармағы).
paper-ground-of-inspection = Қазақстан Республикасы Кәсіпкерлік кодексінің 144-бабы 3-тармағының { $item }) тармақшасы («{ $ground }»)
paper-ground-by-document = { $ground }: { $on } № { $number } құжат.
paper-ground-by-number = { $ground }: № { $number } құжат.
paper-ground-of-visit = Қазақстан Республикасы Кәсіпкерлік кодексінің 141-бабы және { $year } жылдың { $half ->
    [1] бірінші
   *[other] екінші
 } жартыжылдығына арналған, { $on } күні бекітілген жартыжылдық тізімнің № { $entry } жазбасы.
paper-ground-of-visit-plain = Қазақстан Республикасы Кәсіпкерлік кодексінің 141-бабы және бекітілген жартыжылдық тізім.
paper-reason-in-explanation = себебі жазбаша түсініктемеде көрсетілген
paper-advice = Ұсынымдар: { $text }
paper-in-the-journal = хат-хабарлардың кіріс журналында { $on } күні № { $number } болып тіркелген
paper-prescription = анықталған бұзушылықтарды жою туралы нұсқама
paper-prescription-of = анықталған бұзушылықтарды жою туралы { $on } № { $number } нұсқама
paper-objections = ескертулер және (немесе) қарсылықтар
paper-officials-below = төмендегі мән-жайларда аталған
paper-anonymous = аты-жөні көрсетілмеген
paper-copy-of-appeal = шағымның көшірмесі
paper-criterion-objective = Субъектінің түрі бойынша объективті өлшемшарт
paper-desk-source = { $source }: { $text }
paper-extension-foreign-information = шет мемлекеттің мемлекеттік органынан ақпарат алу қажеттігі
paper-extension-whereabouts = адамның жүрген жерін анықтау қажеттігі
paper-extension-laboratory = зертханалық зерттеулердің нәтижелерін алу қажеттігі
