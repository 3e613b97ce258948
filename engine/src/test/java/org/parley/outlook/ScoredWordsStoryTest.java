package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.outlook.ExpectedEvent.EventFate;

/// A treaty of A and B, signed in June; speakers who expect it earlier or later.
@NullMarked
class ScoredWordsStoryTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final InstrumentId TREATY = new InstrumentId("treaty");

  private static final SourceId NEWS = TreatyTalks.NEWS;

  private static Claim expects(String id, String speaker, String said, String by) {
    return new Claim(
        new ClaimId(id),
        speaker,
        null,
        new PartyId("A"),
        List.of(),
        Edtf.of(said),
        null,
        Claim.Channel.PUBLIC,
        List.of(NEWS),
        null,
        null,
        "They sign by then.",
        List.of(TREATY),
        List.of(),
        new Assertion.Expects(InstrumentStatus.SIGNED, Edtf.of(by)),
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }

  private static ScoredWords words(String day, @Nullable String signed, Claim... claims) {
    List<CaseRecord> records = TreatyTalks.records(TREATY);
    records.addAll(List.of(claims));
    if (signed != null) {
      records.add(
          Act.of(
              new ActId("signature"),
              ActKind.SIGNED,
              Edtf.of(signed),
              null,
              List.of(),
              List.of(TREATY),
              List.of(NEWS),
              OPEN));
    }
    return ScoredWords.of(
        Case.of(new CaseInfo("World", null, List.of()), records).viewFor(new Viewer.Mediator()),
        AsOf.of(LocalDate.parse(day)));
  }

  private static List<EventFate> fates(ScoredWords words) {
    return words.events().stream().map(ExpectedEvent::fate).toList();
  }

  @Test
  void aMonthLastsToItsEnd() {
    Claim may = expects("c1", "Ann", "2026-01-01", "2026-05");
    assertEquals(List.of(EventFate.OPEN), fates(words("2026-05-31", null, may)));
    assertEquals(List.of(EventFate.MISSED), fates(words("2026-06-01", null, may)));
    assertEquals(List.of(EventFate.MET), fates(words("2026-07-01", "2026-05-31", may)));
    assertEquals(List.of(EventFate.MISSED), fates(words("2026-07-01", "2026-06-02", may)));
  }

  @Test
  void wordsAfterTheEventAndOfLaterDaysDoNotCount() {
    Claim after = expects("c1", "Ann", "2026-06-03", "2026-07");
    Claim later = expects("c2", "Ann", "2026-09-01", "2026-12");
    assertEquals(List.of(), fates(words("2026-08-01", "2026-06-02", after, later)));
  }

  @Test
  void aSpeakerIsSilentBelowTen() {
    Claim[] nine = new Claim[9];
    for (int i = 0; i < nine.length; i++) {
      nine[i] = expects("c" + i, "Ann", "2026-01-01", i < 3 ? "2026-06" : "2026-05");
    }
    assertFalse(words("2026-08-01", "2026-06-02", nine).speakers().getFirst().isEnough());
    Claim[] ten = java.util.Arrays.copyOf(nine, 10);
    ten[9] = expects("c9", "Ann", "2026-01-01", "2026-04");
    ScoredWords.SpeakerScore score = words("2026-08-01", "2026-06-02", ten).speakers().getFirst();
    assertTrue(score.isEnough());
    assertEquals(3, score.met());
    assertEquals(7_000, score.brier());
  }
}
