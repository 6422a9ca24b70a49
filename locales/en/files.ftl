### Files that people send: what is wrong and what to do next.
### $limit is a number (megabytes, rows, columns or characters), $row a row of the file counted from 1,
### $found a code of files::kind::FileKind.

error-file-table-empty = No row of the file is filled in. Check that it is the right one and send it again.
error-file-too-large = The file is larger than { $limit } MB. Leave only the staff list in it and send it again.
error-file-too-large-inside = The file holds more than { $limit } MB of data. Copy the list into a new Excel workbook and send that.
error-file-too-many-rows = { $limit ->
    [one] The table has more than { $limit } row.
   *[other] The table has more than { $limit } rows.
} Delete what is below the staff list and send the file again.
error-file-too-many-columns = { $limit ->
    [one] The table has more than { $limit } column.
   *[other] The table has more than { $limit } columns.
} Leave name, position, subject and role and send the file again.
error-file-cell-too-long = { $limit ->
    [one] Row { $row }: a cell is longer than { $limit } character.
   *[other] Row { $row }: a cell is longer than { $limit } characters.
} Shorten it and send the file again.
error-file-too-long = The table is longer than { $limit } thousand characters. Leave only the staff list in it and send it again.
error-file-too-many-sheets = { $limit ->
    [one] The workbook has more than { $limit } sheet.
   *[other] The workbook has more than { $limit } sheets.
} Leave only the one with the staff list and send the file again.
error-file-too-slow = The file is too complicated to be read in reasonable time. Copy the list into a new Excel workbook and send that.
error-file-protected = The file asks for a password. Remove the password in Excel and send the file again.
error-file-broken = The file is damaged and could not be read. Open it in Excel, save it again as XLSX and send that.
error-file-wrong-kind = { $found ->
    [pdf] This is a PDF, but XLSX or CSV is needed. Send the table from which the PDF was made.
    [xls] This is the old Excel format. Open the file, choose “Save as” → “Excel workbook (XLSX)” and send the new file.
    [xlsb] This is a binary Excel workbook. Open the file, choose “Save as” → “Excel workbook (XLSX)” and send the new file.
    [ods] This is an ODS table. Open the file, choose “Save as” → XLSX and send the new file.
    [docx] This is a Word document, but XLSX or CSV is needed. Copy the table into Excel, save it and send that.
    [doc] This is a Word document, but XLSX or CSV is needed. Copy the table into Excel, save it and send that.
    [odt] This is a text document, but XLSX or CSV is needed. Copy the table into Excel, save it and send that.
    [rtf] This is a text document, but XLSX or CSV is needed. Copy the table into Excel, save it and send that.
    [html] This is a web page, even if the file is called XLS. Open it in Excel, save it as XLSX and send that.
    [image] This is a picture; the list cannot be read from it. Send an XLSX or CSV table.
    [garbled] Some letters of this file are damaged. Open the original, save it again as UTF-8 and send that.
    [zip] This is an archive. Unpack it and send the XLSX or CSV table itself.
   *[other] This file could not be read. Send an XLSX or CSV table.
}

### Staff lists. $row is the row of the file counted from 1.

error-staff-no-names = No names were found in the file. Check that it has a “Name” column and send the file again.
error-staff-rows = { $count ->
    [one] { $count } row of the list has an error, so nobody was added.
   *[other] { $count } rows of the list have errors, so nobody was added.
} Correct this and send the file again.
error-staff-row-no-name = Row { $row }: there is no name. Write the surname, first name and patronymic, or delete the row.
error-staff-row-not-a-name = Row { $row }: this does not look like a name. Leave only the person’s name in the name column.
error-staff-row-only-surname = Row { $row }: there is only one word. Add the first name and patronymic.
error-staff-row-repeats = Row { $row }: this person is already in row { $first }. Keep one row and list the positions with commas.
error-staff-row-too-long = { $limit ->
    [one] Row { $row }: the text is longer than { $limit } character. Shorten it.
   *[other] Row { $row }: the text is longer than { $limit } characters. Shorten it.
}
