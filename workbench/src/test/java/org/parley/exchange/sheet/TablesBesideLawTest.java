package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.exchange.sheet.SheetNote.NoteSubject;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Another table beside the first changes nothing in it, and is told. Columns of one kind of table
/// with an empty one between them stay together.
class TablesBesideLawTest {

  private static final int CASES = 300;

  private final Random random = new Random(20_261_204);

  @Test
  void aTableBesideIsToldAndLeftOut() {
    for (int i = 0; i < CASES; i++) {
      List<String> words = headings();
      int own = random.nextInt(2, 5);
      List<List<String>> left = table(words.subList(0, own));
      List<String> others = new ArrayList<>(words.subList(own, own + random.nextInt(1, 4)));
      others.add(random.nextInt(others.size() + 1), words.get(random.nextInt(own)));
      List<List<String>> right = table(others);
      int gap = random.nextInt(1, 3);
      SheetLines.FoundTable alone = SheetLines.table(lines(left));
      SheetLines.FoundTable beside = SheetLines.table(lines(joined(left, right, gap)));
      assertEquals(cells(alone), cells(beside));
      List<SheetNote> notes = beside.notes();
      assertEquals(1, notes.size(), notes::toString);
      assertEquals(NoteSubject.BESIDE, notes.getFirst().about());
      assertEquals(1, notes.getFirst().first());
      assertEquals(right.size(), notes.getFirst().last());
      assertEquals(String.join(", ", others), notes.getFirst().words());
    }
  }

  @Test
  void anEmptyColumnPartsNoTable() {
    for (int i = 0; i < CASES; i++) {
      List<String> words = headingsOfOneKind();
      int own = random.nextInt(2, 4);
      List<List<String>> left = table(words.subList(0, own));
      List<List<String>> right = table(words.subList(own, own + 2));
      List<List<String>> all = joined(left, right, 1);
      SheetLines.FoundTable found = SheetLines.table(lines(all));
      assertTrue(found.notes().isEmpty(), found.notes()::toString);
      assertEquals(all, cells(found));
    }
  }

  /// Known headings of one language, all different.
  private List<String> headings() {
    Language[] languages = Language.values();
    Messages messages = Messages.of(languages[random.nextInt(languages.length)]);
    List<String> words =
        new ArrayList<>(
            messages.keys().stream()
                .filter(each -> each.startsWith("table.key."))
                .map(messages::text)
                .filter(each -> !each.isBlank())
                .distinct()
                .sorted()
                .toList());
    Collections.shuffle(words, random);
    return words;
  }

  /// Headings that one kind of table has, in any language, all different.
  private List<String> headingsOfOneKind() {
    List<String> kinds = List.of("parties", "points", "positions", "sources", "steps");
    String kind = kinds.get(random.nextInt(kinds.size())) + ".";
    Map<String, String> words = new HashMap<>();
    WordFiles.of(HeadingWords.class, "/org/parley/exchange/records/").stream()
        .filter(each -> each.getKey().startsWith(kind))
        .flatMap(each -> Stream.of(each.getValue().split(",", -1)))
        .forEach(each -> words.putIfAbsent(ClaimColumn.folded(each), each.strip()));
    List<String> drawn = new ArrayList<>(words.values());
    Collections.sort(drawn);
    Collections.shuffle(drawn, random);
    return drawn;
  }

  private List<List<String>> table(List<String> heading) {
    List<List<String>> table = new ArrayList<>(List.of(List.copyOf(heading)));
    for (int row = random.nextInt(2, 6); row > 0; row--) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < heading.size(); i++) {
        cells.add("w" + random.nextInt(1_000) + "x");
      }
      table.add(cells);
    }
    return table;
  }

  private static List<List<String>> joined(
      List<List<String>> left, List<List<String>> right, int gap) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      List<String> cells = new ArrayList<>(row(left, i));
      cells.addAll(Collections.nCopies(gap, ""));
      cells.addAll(row(right, i));
      all.add(cells);
    }
    return all;
  }

  private static List<String> row(List<List<String>> table, int at) {
    return at < table.size() ? table.get(at) : Collections.nCopies(table.getFirst().size(), "");
  }

  private static List<Sheet.Line> lines(List<List<String>> cells) {
    List<Sheet.Line> lines = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      lines.add(new Sheet.Line(i + 1, cells.get(i)));
    }
    return lines;
  }

  private static List<List<String>> cells(SheetLines.FoundTable found) {
    return found.lines().stream().map(Sheet.Line::cells).toList();
  }
}
