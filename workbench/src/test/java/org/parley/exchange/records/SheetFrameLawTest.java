package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;

/// A table is the same whatever stands around it: titles above, blank lines, notes below. Nor does
/// the separator change it, or the encoding of the program that saved it.
class SheetFrameLawTest {

  private static final int TABLES = Effort.of(300, 3_000);
  private static final List<String> WORDS =
      List.of("Orva", "Région d’Été", "12,5", "1 200", "03/04/2027", "a \"quoted\" word", "x; y");
  private static final List<String> TITLES =
      List.of("Violations of the ceasefire", "As of 3 May 2031", "Table 4");
  private static final List<String> NOTES =
      List.of(
          "* provisional",
          "Note: figures of the Cell.",
          "Source: Joint Cell, 2027",
          "(1) see annex");

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void whatStandsAroundATableChangesNothing() throws IOException {
    for (int i = 0; i < TABLES; i++) {
      List<List<String>> table = table();
      String separator = pick(List.of(";", ",", "\t"));
      List<String> lines = new ArrayList<>(some(TITLES));
      lines.addAll(blank());
      table.forEach(row -> lines.add(line(row, separator)));
      lines.addAll(blank());
      lines.addAll(some(NOTES).stream().map(each -> line(List.of(each), separator)).toList());
      String text = String.join(pick(List.of("\n", "\r\n")), lines) + "\n";
      Sheet read = SheetReader.read(file(text));
      assertEquals(table.getFirst(), read.heading(), text);
      assertEquals(table.subList(1, table.size()), read.rows(), text);
    }
  }

  private List<List<String>> table() {
    int columns = random.nextInt(3, 7);
    List<List<String>> table = new ArrayList<>();
    table.add(
        IntStream.range(0, columns)
            .mapToObj(each -> "Column" + pick(List.of(" ", "\n", "; ", ", ")) + each)
            .toList());
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      // a row has two cells at least
      table.add(
          IntStream.range(0, columns)
              .mapToObj(each -> each < 2 || random.nextBoolean() ? pick(WORDS) : "")
              .toList());
    }
    return table;
  }

  private List<String> blank() {
    return random.nextBoolean() ? List.of() : List.of("");
  }

  private List<String> some(List<String> all) {
    return all.subList(0, random.nextInt(all.size() + 1));
  }

  private static String line(List<String> cells, String separator) {
    return cells.stream()
        .map(
            each ->
                each.matches("(?s)[^\"]*[\";,\t\n].*")
                    ? '"' + each.replace("\"", "\"\"") + '"'
                    : each)
        .collect(Collectors.joining(separator));
  }

  /// A file as some program saves it.
  private InputFile file(String text) {
    byte[] bytes =
        switch (random.nextInt(4)) {
          case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
          case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
          case 2 -> text.getBytes(Charset.forName("windows-1252"));
          default -> text.getBytes(StandardCharsets.UTF_8);
        };
    return new InputFile("table.csv", ByteBuffer.wrap(bytes));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
