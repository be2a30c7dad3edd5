# Слова страниц отчётов.
note-lead = По данным формы отчёта за период «{ $period }»:
note-nothing = Опишите работу, проведённую за период «{ $period }»; если данных нет, напишите «нет».
note-figure = – { $label } (строка { $row }): { $count };
note-no-data = – { $label } (строка { $row }): данных нет;
report-column-refused = отказано
report-column-late = с нарушением срока
