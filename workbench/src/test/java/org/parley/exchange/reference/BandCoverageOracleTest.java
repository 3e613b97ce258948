package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.outlook.BandCoverage;
import org.parley.outlook.BandCoverage.ProvisionCoverage;
import org.parley.outlook.DoneCounts;
import org.parley.outlook.TimeToDone;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;

/// The time that others took is counted, checked and calibrated on the Peace Accords Matrix.
@NullMarked
class BandCoverageOracleTest {

  private static final Path PAGE = Path.of("../docs/benchmarks/outlook.md");
  private static final String BEGIN = "<!-- generated: misses -->\n";
  private static final String END = "<!-- end -->";

  private static List<AccordYear> rows() throws IOException {
    Path folder = SharedData.folder("reference");
    return PamReader.read(InputFile.of(folder.resolve("pam-1.5.csv"))).years();
  }

  /// By the counts of others: 9, 14, 19 of 28, 20 of 28, 23 of 24 for ceasefires were done in the
  /// year; one that fell back is still done by it here.
  @Test
  void everyFindingHoldsAndIsShipped() throws IOException {
    List<AccordYear> rows = rows();
    int lost = 0;
    int accords = 0;
    for (Provision provision : Provision.values()) {
      Finding<DoneTimes> finding = DoneCounts.find(rows, List.of(provision));
      assertEquals(
          new Verdict.Holds(),
          Check.verify(new Question.Accords(rows), finding, Budget.unlimited()),
          provision.key());
      DoneTimes times = finding.findAnswer().orElseThrow();
      assertEquals(times, ShippedFigures.get().times().get(provision));
      lost += times.lost();
      accords += times.accords();
    }
    assertEquals(724, accords);
    assertEquals(9, lost);
    DoneTimes withdrawal =
        DoneCounts.find(rows, List.of(Provision.WITHDRAWAL)).findAnswer().orElseThrow();
    assertEquals(4, withdrawal.doneBy(1));
    assertEquals(14, withdrawal.knownBy(1));
  }

  /// The bands are those of the estimator alone: nothing was chosen by its coverage.
  @Test
  void bandsOf80PerCentHold75To85() throws IOException {
    AccordHistory history = AccordHistory.of(rows());
    BandCoverage wide = BandCoverage.leaveOneAccordOut(history, 80);
    BandCoverage narrow = BandCoverage.leaveOneAccordOut(history, 50);
    assertTrue(7_500 <= wide.held() && wide.held() <= 8_500, wide.toString());
    assertEquals(10_000, wide.held() + wide.early() + wide.late(), 1);
    StringBuilder text =
        new StringBuilder(
            "| band | observed | held | earlier | later or never | in whole years |\n|---|---|---|---|---|---|\n");
    for (BandCoverage each : List.of(wide, narrow)) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d %% | %d | %s | %s | %s | %s |\n",
              each.percent(),
              each.observed(),
              percent(each.held()),
              percent(each.early()),
              percent(each.late()),
              percent(each.wholeYears())));
    }
    text.append(
        "\n| provision | accords | held by 80 % | earlier | later or never |\n|---|---|---|---|---|\n");
    for (ProvisionCoverage each : wide.provisions()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %s | %s |\n",
              each.provision().key(),
              each.observed(),
              percent(each.held()),
              percent(each.early()),
              percent(each.late())));
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END, from);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.substring(0, from) + text + page.substring(to));
    } else {
      assertEquals(text.toString(), page.substring(from, to));
    }
  }

  private static String percent(int share) {
    return String.format(Locale.ROOT, "%.1f %%", share / 100.0);
  }

  /// A second hand: the product over single accords in floating point, and the band by draws.
  @Test
  void theCoverageIsThatOfDraws() throws IOException {
    AccordHistory history = AccordHistory.of(rows());
    int grid = 2_000;
    double held = 0;
    int observed = 0;
    for (Provision provision : Provision.values()) {
      List<DoneTimes.DoneSpell> spells = history.spells(provision);
      if (spells.size() < TimeToDone.LEAST_ACCORDS) {
        continue;
      }
      for (DoneTimes.DoneSpell left : spells) {
        List<DoneTimes.DoneSpell> others = new ArrayList<>(spells);
        others.remove(left);
        TimeToDone predicted = TimeToDone.of(DoneTimes.of(others));
        int[] inside = new int[2];
        for (int i = 0; i < grid; i++) {
          long day = predicted.day(TimeToDone.DRAWS / grid * i + TimeToDone.DRAWS / grid / 2, 0);
          int year = day == TimeToDone.NEVER ? 11 : yearOf(day);
          if (left.isDone() ? year == left.year() : year > left.year()) {
            inside[0]++;
            inside[1] += i >= grid / 10 && i < grid * 9 / 10 ? 1 : 0;
          }
        }
        if (inside[0] == 0) {
          double before = plain(others, left.isDone() ? left.year() - 1 : left.year());
          held += before >= 0.1 && before <= 0.9 ? 1 : 0;
        } else {
          held += (double) inside[1] / inside[0];
        }
        observed++;
      }
    }
    BandCoverage wide = BandCoverage.leaveOneAccordOut(history, 80);
    assertEquals(observed, wide.observed());
    assertEquals(100.0 * held / observed, wide.held() / 100.0, 0.5);
  }

  private static int yearOf(long day) {
    int year = 1;
    while (day > year * 1461L / 4) {
      year++;
    }
    return year;
  }

  private static double plain(List<DoneTimes.DoneSpell> spells, int until) {
    double undone = 1;
    for (int year = 1; year <= until; year++) {
      int at = year;
      long atRisk = spells.stream().filter(each -> each.year() >= at).count();
      long done = spells.stream().filter(each -> each.isDone() && each.year() == at).count();
      undone *= atRisk == 0 ? 1 : 1 - (double) done / atRisk;
    }
    return 1 - undone;
  }
}
