# Есептер беттерінің сөздері.
note-lead = { $period } бойынша есеп нысанының деректері:
note-nothing = { $period } ішінде жүргізілген жұмысты сипаттаңыз; деректер болмаса, «жоқ» деп жазыңыз.
note-figure = – { $label } ({ $row }-жол): { $count };
note-no-data = – { $label } ({ $row }-жол): деректер жоқ;
report-column-refused = бас тартылғаны
report-column-late = мерзімі бұзылып көрсетілгені
