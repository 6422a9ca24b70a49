### The road map: what deserves a look after reading. None of it keeps the map from being loaded.

# The document
remark-no-rows = There is no row of a plan in this document.
remark-no-table = There is no table in the document: the numbered text was read.
remark-cut-lines = The document is very long: only its beginning was read. Send the part with the road map on its own.
remark-cut-cell = One of the cells holds too much text: only its beginning was taken. Check this row.
remark-cut-columns = The table has too many columns: those on the right were not read.
remark-cut-rows = The table has too many rows: only the first ones were read. Split the document by school years.
remark-year-taken = The document is for { $year }: terms without a year were put there.
remark-title-year = The title names { $year }, but the terms in the rows are of another year. Check that this is the right map.
remark-another-year = The document is for the school year { $of } and is read for { $year }: terms without a year are put to { $year }. Please check that it is the right map.
remark-title-years = The title says { $from }–{ $to }, but all dates lie in { $year }. If the map is valid longer, it has to be carried over next year.
remark-table-left-out = The table “{ $text }” is not a plan: I left it out.

# Single rows
remark-order-before-consents = Row { $row }: the order for pairs is due before the consents of those who take part (row { $needed }). A pair cannot become official without them: check the order of things.
remark-order-before-bank = Row { $row }: the order for pairs is due before the bank of mentors and mentees (row { $needed }). Check the order of things.
remark-order-before-pairs = Row { $row }: the order for pairs is due before the pairs themselves (row { $needed }). Check the order of things.
remark-day-off = Row { $row }: { $due } is a day off. The official term stays; reminders count from { $moved }.
remark-repeated = Row { $row } repeats row { $first }. If that is an accident, one of them can go.
remark-taken-as-stage = “{ $text }” has no term and nobody responsible: it was read as the name of the stage for the rows below. If it is an activity, write its term into the document and send the file again.
remark-more = { $count ->
    [one] And { $count } more of this kind.
   *[other] And { $count } more of this kind.
}

# Several rows at once
remark-rows = { $rows } and { $last }
remark-rows-more = { $rows } and { $more } more
remark-over = { $count ->
    [one] The day of row { $rows } is over. Once the map is loaded, close the row if it is done, or give it a new term.
   *[other] The days of rows { $rows } are over. Once the map is loaded, close what is done and give the rest a new term.
}
remark-no-term = { $count ->
    [one] No term is given in row { $rows }.
   *[other] No term is given in rows { $rows }.
}
remark-no-responsible = { $count ->
    [one] Nobody is responsible for row { $rows }: it goes to the curator until you choose somebody.
   *[other] Nobody is responsible for rows { $rows }: they go to the curator until you choose somebody.
}
remark-unknown-responsible = { $count ->
    [one] It is unclear who is responsible for row { $rows }.
   *[other] It is unclear who is responsible for rows { $rows }.
}
remark-term-inherited = { $count ->
    [one] Row { $rows } has no term of its own: that of its stage was taken.
   *[other] Rows { $rows } have no term of their own: that of their stage was taken.
}
remark-responsible-inherited = { $count ->
    [one] Row { $rows } names nobody: those of its stage were taken.
   *[other] Rows { $rows } name nobody: those of their stage were taken.
}

# Put together and left out
remark-may-be-rest = { $count ->
    [one] Row { $rows } may be the end of the row above: the file does not tell. Please check.
   *[other] Rows { $rows } may be the ends of the rows above: the file does not tell. Please check.
}
remark-joined = { $count ->
    [one] { $count } row was torn between pages: I joined it.
   *[other] { $count } rows were torn between pages: I joined them.
}
remark-noise = { $count ->
    [one] { $count } crumb that looks like a scanner's was left out.
   *[other] { $count } crumbs that look like a scanner's were left out.
}
remark-text-left-out = Some text belongs to no row: “{ $text }”{ $more ->
    [0] .
    [one] {" "}and { $more } more piece.
   *[other] {" "}and { $more } more pieces.
}
