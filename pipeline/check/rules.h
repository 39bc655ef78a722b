#pragma once

#include "pipeline/check/rule_scope.h"

// The functions of the rules, one or more a rule, in the file of their theme. What each finds is
// said by its row in rule_table.cpp.
namespace dutylist::check {

// structure_rules.cpp, category_rules.cpp, item_rules.cpp, contents_rules.cpp, count_rules.cpp
void find_number_gaps(DocumentScope& scope);
void find_repeated_numbers(DocumentScope& scope);
void find_numbers_out_of_order(DocumentScope& scope);
void find_missing_numbers(DocumentScope& scope);
void find_empty_cells(CellScope& scope);
void find_category_variants(DocumentScope& scope);
void find_split_categories(DocumentScope& scope);
void find_duplicate_items(DocumentScope& scope);
void find_similar_items(DocumentScope& scope);
void find_lists_not_in_contents(DocumentScope& scope);
void find_contents_without_list(DocumentScope& scope);
void find_contents_out_of_order(DocumentScope& scope);
void find_wrong_counts(DocumentScope& scope);

// clause_rules.cpp
void find_clause_gaps(CellScope& scope);
void find_repeated_clauses(CellScope& scope);
void find_clauses_out_of_order(CellScope& scope);
void find_continued_numbering(CellScope& scope);
void find_improper_ordinals(CellScope& scope);
void find_clauses_without_end(CellScope& scope);
void find_wrong_clause_ends(CellScope& scope);
void find_wrong_clause_ends(DocumentScope& scope);
void find_wrong_last_marks(CellScope& scope);
void find_full_stops_inside(CellScope& scope);

// mark_rules.cpp, pairing_rules.cpp, space_rules.cpp
void find_half_width_marks(CellScope& scope);
void count_colons(CellScope& scope);
void find_mixed_colons(DocumentScope& scope);
void find_doubled_marks(CellScope& scope);
void find_misplaced_marks(CellScope& scope);
void find_commas_in_lists(CellScope& scope);
void find_unbalanced_marks(CellScope& scope);
void find_wrong_way_quotes(CellScope& scope);
void find_straight_quotes(CellScope& scope);
void find_nested_quotes(CellScope& scope);
void find_spaces(CellScope& scope);
void find_spaces(DocumentScope& scope);
void note_spaces_for_marks(CellScope& scope);
void find_spaces_for_marks(DocumentScope& scope);

// department_rules.cpp
void find_similar_departments(DocumentScope& scope);
void find_repeated_departments(ItemScope& scope);
void find_departments_without_duty(ItemScope& scope);
void find_departments_not_listed(CellScope& scope);
void find_missing_prefixes(ItemScope& scope);
void find_foreign_prefixes(ItemScope& scope);
void find_unknown_forms(CellScope& scope);

// item_rules.cpp, consistency_rules.cpp
void find_recalled_items_kept(DocumentScope& scope);
void find_foreign_titles(DocumentScope& scope);
void find_foreign_kinds(CellScope& scope);

// character_rules.cpp, wording_rules.cpp
void find_look_alikes(CellScope& scope);
void find_invisible_characters(CellScope& scope);
void find_traditional_forms(CellScope& scope);
void find_confusions(CellScope& scope);
void find_repeated_words(CellScope& scope);
void note_forms(CellScope& scope);
void find_two_forms(DocumentScope& scope);
void note_quoted_terms(CellScope& scope);
void find_unquoted_terms(DocumentScope& scope);
void note_numerals(CellScope& scope);
void find_two_numerals(DocumentScope& scope);

}  // namespace dutylist::check
