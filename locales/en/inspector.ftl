### What is shown to those who check: the road map with what became of it.

button-inspection = Table for inspectors
inspection = Table for inspectors · { $year }
inspection-no-road-map = There is no road map for { $year } yet. Load it, and I will put the table together.
inspection-totals = By { $day }: { $done } of { $all } done. Late: { $late }, ahead: { $ahead }.
inspection-undated = { $count ->
    [one] Without a date: { $count } row.
   *[other] Without a date: { $count } rows.
}
inspection-choose = I will make a table with terms, people and evidence. You can edit the file and print it.
button-table-docx = Word (DOCX)
button-table-xlsx = Excel (XLSX)
button-table-picture = As a picture
toast-table = Making it, the file will come below.
table-handed = The table is ready. Done: { $done } of { $all }, late: { $late }.

# The table
table-file = Road map report { $year }
table-title = Road map report
table-about = { $name }, school year { $year }
table-made = Made on { $day }
table-column-number = No.
table-column-stage = Stage
table-column-activity = Activity
table-column-term = Term
table-column-responsible = Responsible
table-column-state = State
table-column-actual = Done on
table-column-evidence = Evidence
table-dates = All dates
table-term-own = settled: { $term }
table-term-without = kept without a date by decision
table-term-day = by { $day }
table-term-days = { $count ->
    [one] { $count } date in all
   *[other] { $count } dates in all
}
table-term-days-next = { $count ->
    [one] { $count } date in all, the next one { $day }
   *[other] { $count } dates in all, the next one { $day }
}
table-state-many = { $late ->
    [0] { $state }: { $done } of { $all } done
   *[other] { $state }: { $late }, { $done } of { $all } done
}
table-empty = The road map has no rows yet.
table-totals = { $rows ->
    [one] { $rows } activity in all
   *[other] { $rows } activities in all
}, { $all ->
    [one] { $all } date.
   *[other] { $all } dates.
} Done: { $done }, late: { $late }, ahead: { $ahead }.
table-totals-undated = Activities without a date: { $count }.
table-totals-asked = Rows whose term or people are still to be settled: { $count }.
table-approve = APPROVED
table-approve-post = (post)
table-approve-name = (signature, name)
table-approve-day = _____ __________________ 20____
table-signature = Curator { $line } / { $name } /

# How a row stands
standing-done = done
standing-done_late = done after its day
standing-late = late
standing-current = on time
standing-ahead = not due yet
standing-undated = without a date
standing-asked = term to be settled

# Templates
button-road-map-templates = Other templates
road-map-templates = Which template do you want to start from? The first one fits your organisation. You will see all rows before loading.
