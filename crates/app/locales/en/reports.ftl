# Words of the pages of reports.
note-lead = By the figures of the report form for { $period }:
note-nothing = Describe the work done in { $period }; if there is nothing to say, write “none”.
note-figure = – { $label } (row { $row }): { $count };
note-no-data = – { $label } (row { $row }): no data;
report-column-refused = refused
report-column-late = late
