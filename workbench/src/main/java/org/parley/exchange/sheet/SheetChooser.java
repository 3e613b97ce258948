package org.parley.exchange.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Chooses the sheet of a workbook that is read. Covers and notes before it are passed over.
///
/// @param name the name of a sheet
/// @param isShown whether it is shown
/// @param cells reads it
/// @param choice which one is meant
/// @param <S> a sheet as its format has it
record SheetChooser<S>(
    Function<S, String> name, Predicate<S> isShown, SheetCells<S> cells, SheetChoice choice) {

  /// The most sheets whose headings are compared.
  private static final int MOST = 20;

  /// Reads the cells of a sheet.
  @FunctionalInterface
  interface SheetCells<S> {
    Sheet of(S sheet) throws IOException;
  }

  Sheet read(List<S> sheets) throws IOException {
    Optional<S> named =
        sheets.stream()
            .filter(each -> choice.names().contains(ClaimColumn.folded(name.apply(each))))
            .findFirst();
    List<S> shown = sheets.stream().filter(isShown).limit(MOST).toList();
    List<S> hidden = sheets.stream().filter(isShown.negate()).limit(MOST).toList();
    Sheet read =
        named.isPresent()
            ? cells.of(named.get())
            : shown.size() < 2 ? cells.of(first(shown.isEmpty() ? sheets : shown)) : best(shown);
    return told(
        told(read, SheetNote.NoteSubject.OTHER_SHEETS, shown),
        SheetNote.NoteSubject.HIDDEN_SHEETS,
        hidden);
  }

  /// The sheet, with a note of those among some others that have a table.
  private Sheet told(Sheet read, SheetNote.NoteSubject about, List<S> sheets) throws IOException {
    List<String> others = new ArrayList<>();
    for (S each : sheets) {
      boolean isOther = !name.apply(each).equals(read.name());
      if (isOther && !choice.isOfNotes(name.apply(each)) && find(each) != null) {
        others.add(name.apply(each));
      }
    }
    return others.isEmpty()
        ? read
        : read.with(new SheetNote(about, 0, others.size() - 1, String.join(", ", others)));
  }

  private S first(List<S> sheets) throws BadSheetException {
    if (sheets.isEmpty()) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
    return sheets.getFirst();
  }

  private Sheet best(List<S> shown) throws IOException {
    Sheet best = null;
    int most = 0;
    for (S each : shown) {
      Sheet sheet = find(each);
      int known = sheet == null ? 0 : choice.known().applyAsInt(sheet);
      if (known > most) {
        best = sheet;
        most = known;
      }
    }
    return best == null ? cells.of(shown.getFirst()) : best;
  }

  /// A sheet of a workbook; null if it has no table within the limits.
  private @Nullable Sheet find(S sheet) throws IOException {
    try {
      return cells.of(sheet);
    } catch (BadSheetException _) {
      return null;
    }
  }
}
