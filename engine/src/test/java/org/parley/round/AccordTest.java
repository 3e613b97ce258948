package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.round;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.act.ActKind;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;

@NullMarked
class AccordTest {

  private static final Round ROUND =
      round("2026-03-01T18:00Z", Round.Revealing.ALL_ANSWERED, Round.Disclosure.COUNT);
  private static final TabledPackage FIRST = tabled("k", 1, null, null, "2026-03-01T10:00Z");
  private static final Instant LAST = Instant.parse("2026-03-01T12:00:00Z");

  private static TabledSheet sheet() {
    return TabledSheet.of(view(ROUND, FIRST), FIRST);
  }

  private static SealedAnswer answer(PartyId by, AnswerWord word, String at) {
    return new SealedAnswer(
        FIRST.id(), by, Instant.parse(at), sheet().basis(), new AnswerSheet(word, Map.of()));
  }

  private static Optional<Accord> accord(AnswerWord second) {
    List<SealedAnswer> answers =
        List.of(
            answer(AA, new AnswerWord.Accepts(), "2026-03-01T11:00:00Z"),
            answer(BB, second, "2026-03-01T12:00:00Z"));
    return Accord.of(sheet(), Revelation.of(sheet(), answers, LAST.plusSeconds(60)));
  }

  private static Accord made() {
    return accord(new AnswerWord.Accepts()).orElseThrow();
  }

  @Test
  void onlyAllWhoAcceptMakeAnAccord() {
    assertTrue(accord(new AnswerWord.Declines()).isEmpty());
    assertEquals(List.of(AA, BB), made().accepted().stream().map(Accord.Signatory::party).toList());
  }

  @Test
  void itSaysWhatWasAcceptedAndWhen() {
    Accord accord = made();
    assertEquals(LAST, accord.applied());
    assertEquals("Land of AA", accord.accepted().getFirst().name().text());
    Accord.AccordProvision first = accord.provisions().getFirst();
    assertEquals("Way p1-a", String.valueOf(first.option()));
    assertEquals("In all.", accord.provisions().getLast().words());
    assertEquals("20", accord.provisions().getLast().value());
  }

  /// A file that went through another system still has the same digest.
  @Test
  void lineEndsDoNotMatter() throws Exception {
    Accord accord = made();
    Accord again = Accord.parse(accord.text().replace("\n", "\r\n") + "\r\n\r\n");
    assertEquals(accord, again);
    assertEquals(accord.digest(), again.digest());
  }

  /// Every altered line is refused, or at the least changes the digest.
  @Test
  void noLineCanBeAltered() {
    Accord accord = made();
    List<String> lines = accord.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String altered =
          accord
              .text()
              .replaceFirst(java.util.regex.Pattern.quote(lines.get(i)), lines.get(i) + "1");
      try {
        assertFalse(Accord.parse(altered).digest().equals(accord.digest()), lines.get(i));
        assertTrue(lines.get(i).startsWith("applied"), lines.get(i));
      } catch (AccordException e) {
        assertFalse(e.fault() == AccordFault.NOT_ALL_ACCEPT);
      }
    }
  }

  /// Texts written before there was a choice keep their digest; another rule has a line.
  @Test
  void theRuleOfImprovementIsNamedUnlessItIsTheDefault() throws Exception {
    assertFalse(sheet().text().contains("improves"), sheet().text());
    Round nash = Rewrite.with(ROUND, "improves", Round.Improving.NASH);
    CaseView view = view(nash, FIRST);
    TabledSheet chosen = TabledSheet.of(view, FIRST);
    assertTrue(chosen.text().contains("\nimproves NASH\npackage"), chosen.text());
    List<SealedAnswer> answers = new ArrayList<>();
    for (PartyId each : List.of(AA, BB)) {
      answers.add(
          new SealedAnswer(
              FIRST.id(),
              each,
              LAST,
              chosen.basis(),
              new AnswerSheet(new AnswerWord.Accepts(), Map.of())));
    }
    Accord accord =
        Accord.of(chosen, Revelation.of(chosen, answers, LAST.plusSeconds(60))).orElseThrow();
    assertEquals(accord, Accord.parse(accord.text()));
    assertEquals(
        AccordFault.ACCORD_TEXT_CHANGED,
        fault(accord.text().replace("improves NASH", "improves UTILITARIAN")));
  }

  private static AccordFault fault(String text) {
    return assertThrows(AccordException.class, () -> Accord.parse(text)).fault();
  }

  @Test
  void faultsAreNamed() {
    String text = made().text();
    assertEquals(AccordFault.NOT_AN_ACCORD, fault("Hello"));
    assertEquals(AccordFault.NOT_AN_ACCORD, fault(""));
    assertEquals(AccordFault.ACCORD_TEXT_CHANGED, fault(text.replace("Way p1-a", "Way p1-b")));
    assertEquals(AccordFault.ACCORD_SIGNATORIES_DIFFER, fault(text.replace("accepted BB\n", "")));
    assertEquals(
        AccordFault.ACCORD_SIGNATORIES_DIFFER,
        fault(text.replace("accepted BB\n", "accepted CC\n")));
    assertEquals(
        AccordFault.ACCORD_OUTSIDE_RULE,
        fault(text.replace("applied 2026-03-01T12:00:00Z", "applied 2026-03-01T19:00:00Z")));
    assertEquals(
        AccordFault.ACCORD_OUTSIDE_RULE,
        fault(text.replace("cause ALL_ANSWERED", "cause CLOSING_HOUR")));
  }

  /// The records are a case together with those before, and the accord is found by its digest.
  @Test
  void itsRecordsAreACase() {
    Accord accord = made();
    AccordRecords records = AccordRecords.of(accord, "Round", "Ad referendum", RoundWorld.OPEN);
    List<CaseRecord> all = new java.util.ArrayList<>(RoundWorld.records());
    all.addAll(List.of(ROUND, FIRST));
    all.addAll(records.records());
    CaseView view =
        Case.of(new CaseInfo("Case", null, List.of()), all).viewFor(new Viewer.Delegation(AA));
    AccordRecords found = AccordRecords.find(view, accord.digest()).orElseThrow();
    assertEquals(records, found);
    assertTrue(found.acts().stream().allMatch(each -> each.kind() == ActKind.INITIALLED));
    assertTrue(AccordRecords.list(view(ROUND, FIRST)).isEmpty());
  }
}
