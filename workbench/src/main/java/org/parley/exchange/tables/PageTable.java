package org.parley.exchange.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table as a page shows it, as a rectangle: joined cells are repeated in each place.
///
/// @param title what it shows
/// @param columns the heading of each column; empty text for none
/// @param rowHeadings how many columns at the beginning name the row
/// @param rows the cells, one for each column
/// @param isRightToLeft whether its language is written so
public record PageTable(
    String title,
    List<String> columns,
    int rowHeadings,
    List<List<TableCell>> rows,
    boolean isRightToLeft) {

  public PageTable {
    columns = List.copyOf(columns);
    rows = java.util.Collections.unmodifiableList(rows);
  }

  /// Whether any column has a heading.
  public boolean hasHeadings() {
    return columns.stream().anyMatch(each -> !each.isEmpty());
  }

  /// A name for each column, all different: its heading, with a number where it stands twice.
  public List<String> keys() {
    Set<String> taken = new HashSet<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).isEmpty() ? "column " + (i + 1) : columns.get(i);
      String key = name;
      for (int again = 2; !taken.add(key); again++) {
        key = name + " (" + again + ")";
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }
}
