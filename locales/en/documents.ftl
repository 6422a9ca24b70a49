### Documents that people send: what is wrong and what to do.
### $limit is a number (megabytes, characters (thousands in document-too-long), rows or columns), $row a row of the table counted from 1,
### $found a code of files::kind::FileKind.

document-empty = The file is empty: there is no text in it. Check that it is the right one and send it again.
document-too-large = The file is larger than { $limit } MB. Leave only the plan in it, without pictures, and send it again.
document-too-large-inside = There is more than { $limit } MB of data inside this file. Copy the plan into a new document, without pictures, and send that.
document-too-long = The document is longer than { $limit } thousand characters; road maps are not. Leave only the plan's table and send it again.
document-too-many-rows = { $limit ->
    [one] The tables have more than { $limit } row.
   *[other] The tables have more than { $limit } rows.
} Leave the plan of one school year and send it again.
document-too-many-columns = { $limit ->
    [one] The table has more than { $limit } column.
   *[other] The table has more than { $limit } columns.
} Leave the activities, terms, responsible people and results and send it again.
document-too-many-sheets = { $limit ->
    [one] The workbook has more than { $limit } sheet.
   *[other] The workbook has more than { $limit } sheets.
} Leave only those with the plan and send it again.
document-cell-too-long = { $limit ->
    [one] Row { $row } of the table: a cell is longer than { $limit } character.
   *[other] Row { $row } of the table: a cell is longer than { $limit } characters.
} Check for text that does not belong there and send the file again.
document-protected = The file asks for a password. Remove the password, save it and send it again.
document-broken = { $found ->
    [pdf] This PDF is damaged and could not be read. Make it anew from its document, or send the DOCX itself.
    [xlsx] The workbook is damaged and could not be read. Open it in Excel, save it again as XLSX and send that.
   *[docx] The document is damaged and could not be read. Open it in Word, save it again as DOCX and send that.
}
document-scan = This PDF holds pictures of pages and no text. Send the document it was made from: DOCX or XLSX. If there is none, recognise the text and paste it here.
document-unreadable = The letters of this PDF have no names, so its text cannot be made out. Send the document it was made from: DOCX or XLSX.
document-columns-apart = The columns of the table are printed on different pages, and which rows belong together cannot be seen. Send the XLSX itself, or save the PDF again with the sheet fitted to the width of a page.
document-rows-unclear = The table has no lines, and where one row ends and the next begins cannot be seen. Send the DOCX or XLSX itself, or save the PDF again with the borders of the table.
document-too-slow = The file is too complicated to be read in reasonable time. Copy the plan into a new DOCX and send that.
document-wrong-kind = { $found ->
    [doc] This is an old Word format. Open the document, choose “Save as” → “Word document (DOCX)” and send the new file.
    [xls] This is an old Excel format. Open the file, choose “Save as” → “Excel workbook (XLSX)” and send the new file.
    [xlsb] This is a binary Excel workbook. Open the file, choose “Save as” → “Excel workbook (XLSX)” and send the new file.
    [ods] This is an ODS table. Open the file, choose “Save as” → XLSX and send the new file.
    [odt] This is an ODT document. Open it, choose “Save as” → DOCX and send the new file.
    [rtf] This is an RTF document. Open it, choose “Save as” → DOCX and send the new file.
    [pptx] This is a presentation. Copy the plan into a Word document, save it as DOCX and send that.
    [html] This is a web page, whatever the file is called. Open it in Word or Excel, save it as DOCX or XLSX and send that.
    [image] This is a picture, a plan cannot be read from it. Send the document as DOCX, XLSX or PDF with text.
    [garbled] Some letters of this file are damaged. Open the original, save it again as UTF-8 and send that.
    [zip] This is an archive. Unpack it and send the document itself.
   *[other] A file like this cannot be read. Send the plan as DOCX, XLSX, PDF with text, CSV or TXT.
}

# The road map in the chat
document-nested = The file holds another document, which was not read. Open the file in Word, save it anew and send it again.
document-left-out = These sheets of the workbook were not read: { $sheets }. If the plan is there, leave only it in the workbook and send it again.

# nastavnik roadmap read
reading-summary = School year { $year } · rows: { $rows } · questions: { $questions }
reading-row = No.
reading-activity = Activity
reading-responsible = Responsible
reading-questions = Questions
reading-question-line = { $row }. { $heading }: { $question }
reading-question-no_activity = it is not written what is to be done
reading-question-who = who is that: { $names }?
reading-remarks = Remarks
reading-left-out = Sheets that were not read: { $sheets }
reading-nested = { $count ->
    [one] The file holds { $count } document more, which was not read.
   *[other] The file holds { $count } documents more, which were not read.
}
reading-no-rows = Not one row of a plan was found in the document. It needs a table of activities and terms with the headings of its columns.
