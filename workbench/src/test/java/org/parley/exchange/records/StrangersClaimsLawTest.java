package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.records.StrangersTable.Drawn;
import org.parley.exchange.records.StrangersTable.DrawnSheet;
import org.parley.exchange.records.StrangersTable.Merge;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.exchange.sheet.ClaimSheet;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetNote.NoteSubject;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.reading.dates.SaidDate;

/// Claims of a table that strangers laid out are those that they meant.
class StrangersClaimsLawTest {

  private static final int TABLES = Effort.of(150, 5_000);

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: wire, publisher: Wire, title: Talks go on, address: "https://wire.example/1", date: 2025-01-02, language: en, reliability: B, kind: report}
      """;

  private static CaseView view() {
    return switch (CaseReader.read(Map.of("a.yaml", CASE))) {
      case LoadResult.Loaded loaded -> loaded.contents().viewFor(new Viewer.Mediator());
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  @Test
  void claimsAreThoseThatWereMeant() throws IOException {
    CaseView view = view();
    for (long seed = 0; seed < TABLES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> meant = new ArrayList<>();
      TreeSet<String> told = new TreeSet<>();
      DrawnSheet drawn = drawn(random, meant, told);
      byte[] file =
          drawn.merges().isEmpty() && random.nextBoolean()
              ? StrangersTable.csv(drawn, ",;\t".charAt(random.nextInt(3)), random)
              : StrangersTable.xlsx(List.of(drawn));
      Sheet sheet = SheetReader.read(new InputFile("t", ByteBuffer.wrap(file)), ClaimColumn.CHOICE);
      String where = "seed " + seed + "\n" + drawn + "\n" + sheet;
      ClaimSheet.ClaimsRead read =
          ClaimSheet.read(sheet, ClaimColumn.recognised(sheet), context(view), _ -> false);
      assertEquals(List.of(), read.faults(), where);
      assertEquals(meant, read.records().stream().map(each -> shown((Claim) each)).toList(), where);
      TreeSet<String> left = new TreeSet<>();
      sheet.notes().stream()
          .filter(each -> each.about() != NoteSubject.ROWS_APART)
          .forEach(each -> left.add(each.about() + " " + each.last()));
      assertEquals(told, left, where);
    }
  }

  private static ClaimSheet.SheetContext context(CaseView view) {
    return new ClaimSheet.SheetContext(
        view,
        References.declared(view.records()),
        "",
        new Visibility.Public(),
        "en",
        LocalForms.UNKNOWN,
        _ -> true,
        SaidDate::of);
  }

  private static String shown(Claim claim) {
    return String.join(" / ", claim.speaker(), String.valueOf(claim.said()), claim.words());
  }

  /// A sheet with claims.
  ///
  /// @param meant takes the claims
  /// @param told takes the notes, each by its last line
  private static DrawnSheet drawn(SplittableRandom random, List<String> meant, Set<String> told) {
    StrangersWords words =
        new StrangersWords(
            StrangersWords.LANGUAGES.get(random.nextInt(StrangersWords.LANGUAGES.size())), random);
    List<ClaimColumn> columns =
        new ArrayList<>(
            List.of(
                ClaimColumn.SPEAKER,
                ClaimColumn.PARTY,
                ClaimColumn.SAID,
                ClaimColumn.ABOUT,
                ClaimColumn.ASSERTS,
                ClaimColumn.QUOTE,
                ClaimColumn.ADDRESS));
    Collections.shuffle(columns, new Random(random.nextLong()));
    DrawnSheet sheet = new DrawnSheet("Claims");
    if (random.nextBoolean()) {
      sheet.addWords(0, "What was said");
    }
    List<Drawn> heading = columns.stream().map(each -> Drawn.words(words.heading(each))).toList();
    sheet.add(heading);
    LocalDate day = LocalDate.of(2025, 1, 3);
    int merged = 0;
    for (int i = random.nextInt(2, 7); i > 0; i--) {
      boolean isSameDay = random.nextInt(3) == 0 && !meant.isEmpty();
      day = isSameDay ? day : day.plusDays(random.nextInt(1, 40));
      Map<ClaimColumn, Drawn> cells = new HashMap<>();
      String speaker = "Karl " + "ABCDEFG".charAt(i);
      cells.put(ClaimColumn.SPEAKER, Drawn.words(speaker));
      cells.put(ClaimColumn.PARTY, Drawn.words(random.nextBoolean() ? "Arda" : "Brenn"));
      cells.put(ClaimColumn.SAID, words.day(day));
      cells.put(ClaimColumn.ABOUT, Drawn.words("Water"));
      cells.put(ClaimColumn.ASSERTS, Drawn.words("agreed"));
      cells.put(ClaimColumn.QUOTE, Drawn.words("It flows, " + i + "; so"));
      cells.put(ClaimColumn.ADDRESS, Drawn.words("https://wire.example/1"));
      meant.add(speaker + " / " + day + " / It flows, " + i + "; so");
      int row = sheet.add(columns.stream().map(cells::get).toList()) - 1;
      int said = columns.indexOf(ClaimColumn.SAID);
      boolean isBelow = isSameDay && sheet.lines().get(row - 1).contains(words.day(day));
      if (isBelow && merged < row - 1 && random.nextBoolean()) {
        sheet.merges().add(new Merge(row - 1, said, row, said));
        merged = row;
      }
      between(random, sheet, heading, i > 1, told);
    }
    if (random.nextInt(3) == 0) {
      sheet.add(List.of());
      told.add(NoteSubject.REMARKS + " " + sheet.addWords(0, "Source: Joint Cell, 2031"));
    }
    return sheet;
  }

  private static void between(
      SplittableRandom random,
      DrawnSheet sheet,
      List<Drawn> heading,
      boolean hasMore,
      Set<String> told) {
    switch (hasMore ? random.nextInt(6) : 2) {
      case 0 -> sheet.add(List.of());
      case 1 -> told.add(NoteSubject.REPEATED_HEADING + " " + sheet.add(heading));
      default -> {
        // one claim follows the other
      }
    }
  }
}
