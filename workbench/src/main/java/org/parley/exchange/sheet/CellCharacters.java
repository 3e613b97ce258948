package org.parley.exchange.sheet;

import java.util.Optional;
import java.util.TreeSet;
import org.parley.model.checks.Characters;

/// Puts blanks in place of characters that no text may have, and notes which.
final class CellCharacters {

  private final TreeSet<String> names = new TreeSet<>();
  private int first;
  private int last;

  /// The text of a cell without them.
  String cleaned(String cell, int line) {
    String text = cell.replace("\r\n", "\n").replace('\r', '\n');
    Optional<Characters.Forbidden> found = Characters.find(text);
    if (found.isEmpty()) {
      return cell;
    }
    names.add(found.get().name());
    first = first == 0 ? line : first;
    last = line;
    return Characters.cleaned(text).strip();
  }

  /// The first of them in each cell, if there are any.
  Optional<SheetNote> note() {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SheetNote(SheetNote.NoteSubject.CHARACTERS, first, last, String.join(", ", names)));
  }
}
