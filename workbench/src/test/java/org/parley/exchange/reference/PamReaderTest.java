package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.Provision;
import org.parley.reference.RowShare;

/// The Peace Accords Matrix 1.5 where it lies, against figures that two others computed, and
/// against a second count over the bare cells.
@NullMarked
class PamReaderTest {

  private static Path file() {
    return SharedData.folder("reference").resolve("pam-1.5.csv");
  }

  private static AccordHistory history() throws IOException {
    return AccordHistory.of(PamReader.read(InputFile.of(file())).years());
  }

  private static List<String> shares(AccordHistory history, Provision provision) {
    return AccordHistory.YEARS.stream()
        .map(year -> history.done(provision, year))
        .map(each -> each.count() + "/" + each.total())
        .toList();
  }

  @Test
  void theSharesDoneAreThoseOfOthers() throws IOException {
    AccordHistory history = history();
    Map<Provision, String> wanted =
        Map.of(
            Provision.CEASEFIRE, "9/29 14/29 19/28 20/28 23/24",
            Provision.VERIFICATION, "9/26 15/26 19/25 22/25 19/22",
            Provision.WITHDRAWAL, "4/14 8/14 9/13 9/13 9/12",
            Provision.BOUNDARY, "1/7 2/7 2/7 4/7 5/6",
            Provision.PRISONER_RELEASE, "9/20 11/20 15/19 16/19 13/16",
            Provision.ELECTIONS, "2/26 6/26 11/25 18/25 16/21");
    wanted.forEach(
        (provision, shares) ->
            assertEquals(
                List.of(shares.split(" ")), shares(history, provision), provision.toString()));
  }

  @Test
  void theSharesOfAllProvisionsAndTheMedianScoresAreThoseOfOthers() throws IOException {
    AccordHistory history = history();
    List<Long> percents = new ArrayList<>();
    List<Long> medians = new ArrayList<>();
    for (int year : AccordHistory.YEARS) {
      RowShare all = history.done(year);
      percents.add(Math.round(100.0 * all.count() / all.total()));
      medians.add(Math.round(history.medianScore(year).orElseThrow().approximately()));
    }
    assertEquals(List.of(17L, 26L, 36L, 47L, 59L), percents);
    assertEquals(List.of(44L, 54L, 65L, 71L, 83L), medians);
  }

  /// The same shares, and the score as the collection states it, by column number.
  @Test
  void aCountOverBareCellsAgrees() throws IOException {
    List<String> lines = Files.readAllLines(file());
    List<String[]> cells = lines.stream().map(PamReaderTest::split).toList();
    List<String> heading = List.of(cells.getFirst());
    AccordHistory history = history();
    for (Provision provision : Provision.values()) {
      int first = heading.indexOf(provision.prefix() + "_prov");
      for (int year = 1; year <= AccordYear.LAST; year++) {
        int done = 0;
        int all = 0;
        for (String[] row : cells) {
          if (row[1].equals(Integer.toString(year)) && row[first].equals("1")) {
            all++;
            done += row[first + 2].equals("3") ? 1 : 0;
          }
        }
        RowShare share = history.done(provision, year);
        assertEquals(done + "/" + all, share.count() + "/" + share.total(), provision + " " + year);
      }
    }
    Map<String, String> scores = new TreeMap<>();
    for (String[] row : cells) {
      scores.put(row[0] + " " + row[1], row[heading.size() - 1]);
    }
    for (int accord : history.accords()) {
      for (AccordYear year : history.years(accord)) {
        double stated = Double.parseDouble(scores.get(accord + " " + year.year()));
        // there it counts the level of a provision that is not in the accord
        boolean isOff = year.country().equals("Tajikistan") && year.year() <= 3;
        double off = isOff ? 200.0 / (3 * year.provisions().size()) : 0;
        assertEquals(
            stated - off, year.score().approximately(), 1e-4, year.name() + " " + year.year());
      }
    }
  }

  private static String[] split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      if (each == '"') {
        isQuoted = !isQuoted;
      } else if (each == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }

  @Test
  void everyShareExpandsToRowsOfTheFile() throws IOException {
    PamReader.PamRows rows = PamReader.read(InputFile.of(file()));
    RowShare share = AccordHistory.of(rows.years()).done(Provision.WITHDRAWAL, 1);
    List<String> accords =
        rows.years().stream()
            .filter(each -> share.part().contains(each.row()))
            .map(AccordYear::country)
            .sorted()
            .toList();
    assertEquals(List.of("Angola", "Bosnia", "Cambodia", "Timor-Leste (East Timor)"), accords);
  }

  @Test
  void aRowWithoutAYearIsSkippedAndSaid() throws IOException {
    PamReader.PamRows rows = PamReader.read(InputFile.of(file()));
    assertEquals(322, rows.years().size());
    ReferenceTable.Skipped skipped = rows.skipped().getFirst();
    assertEquals(1, rows.skipped().size());
    assertEquals(34, skipped.line());
    assertEquals("no-year-of-accord", skipped.why().code());
    assertEquals(
        "the row does not say which year of the accord it is about: \"Comprehensive Peace Agreement,"
            + " Nov 21 2006\".",
        skipped.why().sentence());
  }

  @Test
  void aCodeThatNoListHasIsRefusedWithItsLine() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.set(2, lines.get(2).replaceFirst(",0,0,0,0,", ",7,0,0,0,"));
    BadReferenceException refused =
        assertThrows(
            BadReferenceException.class,
            () -> PamReader.read(InputFile.of("pam.csv", String.join("\n", lines))));
    assertEquals("unknown-reference-code", refused.why().code());
    assertEquals(3, refused.line());
  }

  @Test
  void aFileThatWasCutShortIsRefused() throws IOException {
    String half = String.join("\n", Files.readAllLines(file()).subList(0, 100));
    BadReferenceException refused =
        assertThrows(
            BadReferenceException.class, () -> PamReader.read(InputFile.of("pam.csv", half)));
    assertEquals("wrong-number-of-rows", refused.why().code());
    BadReferenceException empty =
        assertThrows(BadReferenceException.class, () -> PamReader.read(InputFile.of("p.csv", "")));
    assertEquals("reference-not-csv", empty.why().code());
    BadReferenceException other =
        assertThrows(
            BadReferenceException.class, () -> PamReader.read(InputFile.of("p.csv", "a,b\n1,2\n")));
    assertEquals("missing-column", other.why().code());
  }
}
