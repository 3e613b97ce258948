package org.parley.exchange.sheet;

import java.util.Arrays;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The sheet that is read of a workbook: the one with a name, else the one with most known
/// headings. Without any it is the first that is shown.
///
/// @param names folded names
/// @param known how many headings of a sheet are known
/// @param mostRows with more rows a sheet is refused, whatever its format
public record SheetChoice(Set<String> names, ToIntFunction<Sheet> known, int mostRows) {

  /// The first sheet that is shown.
  public static final SheetChoice FIRST = new SheetChoice(Set.of(), _ -> 0, Sheet.MOST_ROWS);

  public SheetChoice {
    names = Set.copyOf(names);
  }

  /// Whether a sheet has the notes that our own workbooks have beside their table.
  boolean isOfNotes(String name) {
    return Arrays.stream(Language.values())
        .anyMatch(each -> Messages.of(each).text("table.notes").equals(name));
  }
}
