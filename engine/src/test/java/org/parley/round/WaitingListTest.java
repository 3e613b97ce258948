package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.CC;
import static org.parley.round.RoundWorld.round;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Revealing;
import org.parley.model.round.TabledPackage;

class WaitingListTest {

  private static final TabledPackage FIRST = tabled("t1", 1, null, null, "2026-03-01T10:00Z");
  private static final Round ROUND = round("2026-03-01T18:00Z", Revealing.ALL_ANSWERED);

  private final List<SealedAnswer> answers = new ArrayList<>();
  private final List<SealedAsk> asks = new ArrayList<>();
  private CaseView view = view(ROUND, FIRST);

  private static Instant at(String hour) {
    return Instant.parse("2026-03-01T" + hour + ":00Z");
  }

  private void says(PartyId party, String hour, boolean accepts) {
    answers.add(
        new SealedAnswer(
            FIRST.id(),
            party,
            at(hour),
            TabledSheet.of(view, FIRST).basis(),
            new AnswerSheet(
                accepts ? new AnswerWord.Accepts() : new AnswerWord.Declines(), Map.of())));
  }

  private List<Waiting> list(@Nullable PartyId party, String hour) {
    return WaitingList.of(
        view,
        party == null ? new WaitingList.For.Mediators() : new WaitingList.For.Delegation(party),
        Optional.of(new HeldWords(answers, asks, party, at(hour))),
        List.of(),
        at(hour));
  }

  /// The kinds of the things, in order.
  private String waits(@Nullable PartyId party, String hour) {
    return String.join(
        " ", list(party, hour).stream().map(each -> each.getClass().getSimpleName()).toList());
  }

  @Test
  void aPackageWaitsForThoseWhoHaveNotAnswered() {
    assertEquals("", waits(AA, "08:00"));
    assertEquals("ToTable", waits(AA, "09:30"));
    assertEquals("ToAnswer", waits(AA, "11:00"));
    says(AA, "11:30", true);
    assertEquals("", waits(AA, "12:00"));
    assertEquals("ToAnswer", waits(BB, "12:00"));
    assertEquals("", waits(CC, "12:00"), "it does not answer in this round");
  }

  @Test
  void theHourIsThatOfTheRound() {
    assertEquals(ROUND.closes(), list(AA, "11:00").getFirst().until());
    assertEquals("ToDecide", waits(AA, "18:00"), "after the hour nothing can be answered");
  }

  @Test
  void nothingWaitsForTheMediatorWhileAnswersAreSealed() {
    assertEquals("", waits(null, "12:00"));
    says(AA, "11:30", true);
    assertEquals("", waits(null, "12:00"));
  }

  @Test
  void theMediatorRecordsWhatAllAccept() {
    says(AA, "11:30", true);
    says(BB, "11:40", true);
    assertEquals("ToRecord", waits(null, "12:00"));
    assertEquals("ToDecide", waits(AA, "12:00"));
    recordAccord("12:00");
    assertEquals("", waits(null, "12:00"));
    assertEquals("ToDecide ToRead", waits(AA, "12:00"));
    assertEquals("", waits(CC, "12:00"), "it accepted nothing");
  }

  private void recordAccord(String hour) {
    TabledSheet sheet = TabledSheet.of(view, FIRST);
    Accord accord = Accord.of(sheet, Revelation.of(sheet, answers, at(hour))).orElseThrow();
    List<CaseRecord> all =
        new ArrayList<>(AccordRecords.of(accord, "Case", "note", FIRST.visibility()).records());
    all.add(ROUND);
    all.add(FIRST);
    view = view(all.toArray(CaseRecord[]::new));
  }

  @Test
  void theMediatorSeesThatNotAllAccept() {
    says(AA, "11:30", false);
    says(BB, "11:40", true);
    assertEquals("ToSee", waits(null, "12:00"));
  }

  @Test
  void askingForAnImprovementIsDeciding() {
    says(AA, "11:30", false);
    says(BB, "11:40", true);
    TabledSheet sheet = TabledSheet.of(view, FIRST);
    asks.add(new SealedAsk(FIRST.id(), AA, at("12:00"), sheet.basis(), true));
    assertEquals("", waits(AA, "12:30"));
    assertEquals("ToDecide", waits(BB, "12:30"));
  }

  @Test
  void aDraftWaitsForItsAuthorAlone() {
    Visibility own = new Visibility.Party(AA);
    TabledPackage draft = tabled("t2", 1, null, AA, "2026-03-01T10:00Z");
    draft =
        new TabledPackage(
            draft.id(),
            draft.round(),
            draft.title(),
            1,
            null,
            AA,
            draft.provisions(),
            draft.tabled(),
            own);
    view = view(ROUND, draft);
    assertEquals("ToShow ToTable", waits(AA, "11:00"));
    assertEquals(
        "ToTable", waits(null, "11:00"), "the mediator sees the draft, and did not write it");
    assertEquals("", waits(AA, "18:00"));
  }

  @Test
  void theInboxIsOneThingWithOneDigestForEachItem() {
    Waiting one = inbox("i1");
    Waiting two = inbox("i1", "i2");
    assertEquals(one.keys().getFirst(), two.keys().getFirst());
    assertEquals(2, two.keys().size());
    assertNotEquals(one.key(), two.key());
  }

  private Waiting inbox(String... items) {
    return WaitingList.of(
            view, new WaitingList.For.Mediators(), Optional.empty(), List.of(items), at("12:00"))
        .getFirst();
  }

  /// Other words are another thing: whoever answered the old ones has to look again.
  @Test
  void changedWordsWaitAgain() {
    says(AA, "11:30", true);
    String before = list(BB, "12:00").getFirst().key();
    view = view(round("2026-03-01T19:00Z", Revealing.ALL_ANSWERED), FIRST);
    assertEquals("ToAnswer", waits(AA, "12:00"));
    assertNotEquals(before, list(BB, "12:00").getFirst().key());
  }
}
