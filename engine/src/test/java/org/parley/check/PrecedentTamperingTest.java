package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.CodeProvisions;
import org.parley.reference.ConflictKind;
import org.parley.reference.PaxAgreement;
import org.parley.reference.PrecedentCounts;
import org.parley.reference.PrecedentSource;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionState;
import org.parley.reference.ReferenceFigures;

/// Counts of precedents hold as they were counted. Each altered one is refused, and without the
/// files that it names the check stays open.
@NullMarked
class PrecedentTamperingTest {

  /// `ConRen` is none of the main topics, so its pairs are not counted.
  private static final List<String> CODES = List.of("Ce", "ConRen", "Ele", "SsrFf", "StBor");

  private static List<PaxAgreement> agreements(Random random) {
    List<PaxAgreement> all = new ArrayList<>();
    for (int id = 1; id <= 40; id++) {
      Map<String, Integer> codes = new TreeMap<>();
      CODES.forEach(code -> codes.computeIfAbsent(code, _ -> random.nextInt(3)));
      codes.values().removeIf(each -> each == 0);
      all.add(
          new PaxAgreement(
              id,
              "Agreement " + id,
              LocalDate.of(2000, 1, 1),
              "Here",
              "Process",
              ConflictKind.TERRITORY,
              random.nextBoolean() ? AgreementScope.INTERSTATE : AgreementScope.LOCAL,
              AgreementStage.PARTIAL,
              null,
              null,
              null,
              codes));
    }
    return all;
  }

  private static List<AccordYear> accords(Random random) {
    List<AccordYear> rows = new ArrayList<>();
    for (int accord = 1; accord <= 6; accord++) {
      for (int year = 1; year <= 1 + random.nextInt(AccordYear.LAST); year++) {
        Map<Provision, ProvisionState> states = new TreeMap<>();
        for (Provision each : CodeProvisions.of(CODES)) {
          if (random.nextInt(3) > 0) {
            states.put(each, new ProvisionState(true, random.nextInt(4), 0));
          }
        }
        rows.add(new AccordYear(accord, "Accord", "Here", year, rows.size() + 1, states));
      }
    }
    return rows;
  }

  private static PrecedentSource source(long seed, boolean hasRows, boolean hasAccords) {
    Random random = new Random(seed);
    List<PaxAgreement> agreements = agreements(random);
    List<AccordYear> accords = accords(random);
    return new PrecedentSource(
        hasRows ? agreements : null,
        hasAccords ? accords : null,
        ReferenceFigures.of(agreements, AccordHistory.of(accords)),
        "ab");
  }

  private static List<PrecedentSource> sources(long seed) {
    return List.of(source(seed, true, true), source(seed, true, false), source(seed, false, false));
  }

  private static Verdict verify(
      List<String> codes, PrecedentSource source, PrecedentCounts counts) {
    return Check.verify(
        new Question.Precedents(codes, source.files()),
        new Finding.Proved<>(counts, new PrecedentCounts.CountedPrecedents(counts)),
        source);
  }

  private static PrecedentCounts counted(List<String> codes, PrecedentSource source) {
    Finding<PrecedentCounts> finding = PrecedentCounts.find(codes, source);
    return finding.findAnswer().orElseThrow();
  }

  @Test
  void everyCountHoldsAndNoAlteredOneDoes() {
    int altered = 0;
    for (long seed = 0; seed < 5; seed++) {
      for (PrecedentSource source : sources(seed)) {
        for (int from = 0; from < CODES.size(); from++) {
          for (int to = from + 1; to <= CODES.size(); to++) {
            List<String> codes = CODES.subList(from, to);
            PrecedentCounts counts = counted(codes, source);
            assertEquals(new Verdict.Holds(), verify(codes, source, counts), counts.toString());
            for (Tampering.Altered<PrecedentCounts> each : Tampering.of(counts)) {
              assertFalse(verify(codes, source, each.value()).holds(), each.toString());
              altered++;
            }
          }
        }
      }
    }
    assertTrue(altered > 1_000, altered + " altered");
  }

  /// The figures of rows say what the rows say, as far as they can.
  @Test
  void figuresAndRowsSayTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      for (int to = 1; to <= CODES.size(); to++) {
        List<String> codes = CODES.subList(0, to);
        PrecedentCounts rows = counted(codes, source(seed, true, true));
        PrecedentCounts figures = counted(codes, source(seed, false, false));
        assertEquals(rows.topics(), figures.topics());
        assertEquals(rows.done(), figures.done());
        @Nullable Integer exact = figures.together();
        @Nullable Integer atMost = figures.atMost();
        @Nullable Integer together = rows.together();
        assertTrue(exact == null || exact.equals(together), rows + " and " + figures);
        assertTrue(atMost == null || (together != null && together <= atMost), figures.toString());
      }
    }
  }

  @Test
  void withoutTheNamedFilesTheCheckIsOpen() {
    PrecedentSource rows = source(1, true, true);
    PrecedentCounts counts = counted(CODES, rows);
    Finding<PrecedentCounts> finding =
        new Finding.Proved<>(counts, new PrecedentCounts.CountedPrecedents(counts));
    Question.Precedents asked = new Question.Precedents(CODES, rows.files());
    Verdict open = new Verdict.Open(Verdict.Reason.FILE_ABSENT);
    assertEquals(open, Check.verify(asked, finding, source(1, false, false)));
    assertEquals(open, Check.verify(asked, finding, source(1, true, false)));
    assertEquals(open, Check.verify(asked, finding, Budget.unlimited()));
  }

  @Test
  void aFindingAboutOtherTopicsFails() {
    PrecedentSource source = source(1, true, true);
    PrecedentCounts counts = counted(CODES, source);
    assertEquals(Verdict.fails(Flaw.Code.OTHER_PROBLEM), verify(List.of("Ce"), source, counts));
  }
}
