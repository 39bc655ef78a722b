"""The monthly report computed a second time, by other means than the program's.

lists     the documents: items from the canonical JSON, the unit, the office's dictionary
pairing   which item is which, and what became of it
points    points of superior duties by department, from the text of the cells
counted   the tables of figures: stock, categories, kinds, departments, matrices, units, series
changed   the table of changes, before and after
across    what the units of one month have in common and where they differ
wanted    tables as computed here
found     the same tables as read from JSON, workbook, page and PDF
judge     compares the two, and follows the numbers of the narrative to their cells
"""
