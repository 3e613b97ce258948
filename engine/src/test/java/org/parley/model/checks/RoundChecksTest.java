package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.round.RoundWorld;

class RoundChecksTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final PartyId AA = new PartyId("AA");
  private static final PartyId BB = new PartyId("BB");
  private static final PointId P1 = new PointId("p1");
  private static final PointId P2 = new PointId("p2");
  private static final ZonedMoment NOON = new ZonedMoment("2026-03-01T12:00Z");

  private static List<String> problems(CaseRecord... records) {
    List<CaseRecord> all = new ArrayList<>(RoundWorld.records());
    all.addAll(List.of(records));
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), all).stream()
        .map(Told::of)
        .toList();
  }

  private static Round round(
      String id,
      List<PartyId> parties,
      List<PointId> points,
      @Nullable ZonedMoment closes,
      Round.Revealing when) {
    return new Round(
        new RoundId(id),
        LocalizedText.of("Round"),
        parties,
        points,
        NOON,
        closes,
        when,
        List.of(),
        Round.Improving.LEXIMIN,
        OPEN);
  }

  private static TabledPackage tabled(
      String id,
      String round,
      int version,
      @Nullable String amends,
      TabledProvision... provisions) {
    return new TabledPackage(
        new TabledPackageId(id),
        new RoundId(round),
        LocalizedText.of("Package"),
        version,
        amends == null ? null : new TabledPackageId(amends),
        null,
        List.of(provisions),
        NOON,
        OPEN);
  }

  private static final Round SOUND =
      round("r", List.of(AA, BB), List.of(P1, P2), null, Round.Revealing.ALL_ANSWERED);
  private static final TabledProvision CHOICE =
      new TabledProvision(P1, new OptionId("p1-a"), null, null);

  private static TabledProvision value(PointId point, String value) {
    return new TabledProvision(point, null, new Amount(value), null);
  }

  @Test
  void aRoundHasTwoPartiesAPointAndAnHour() {
    assertEquals(List.of(), problems(SOUND));
    assertEquals(
        List.of("parties: round-of-one-party [s]", "points: round-about-nothing [s]"),
        problems(round("s", List.of(AA), List.of(), null, Round.Revealing.ALL_ANSWERED)));
    assertEquals(
        List.of("parties.1: named-twice [AA]", "parties: round-of-one-party [s]"),
        problems(round("s", List.of(AA, AA), List.of(P1), null, Round.Revealing.ALL_ANSWERED)));
    assertEquals(
        List.of("points.1: named-twice [p1]"),
        problems(round("s", List.of(AA, BB), List.of(P1, P1), null, Round.Revealing.ALL_ANSWERED)));
    assertEquals(
        List.of("when: no-closing-hour [s]"),
        problems(round("s", List.of(AA, BB), List.of(P1), null, Round.Revealing.CLOSING_HOUR)));
    assertEquals(
        List.of("closes: round-closes-first [2026-03-01T13:00+02:00]"),
        problems(
            round(
                "s",
                List.of(AA, BB),
                List.of(P1),
                new ZonedMoment("2026-03-01T13:00+02:00"),
                Round.Revealing.CLOSING_HOUR)));
    assertEquals(
        List.of("title: blank(title) [ ]", "reveals.1: named-twice [COUNT]"),
        problems(
            new Round(
                new RoundId("s"),
                LocalizedText.of(" "),
                List.of(AA, BB),
                List.of(P1),
                NOON,
                null,
                Round.Revealing.ALL_ANSWERED,
                List.of(Round.Disclosure.COUNT, Round.Disclosure.COUNT),
                Round.Improving.NASH,
                OPEN)));
  }

  @Test
  void aPackageSettlesPointsOfItsRound() {
    assertEquals(List.of(), problems(SOUND, tabled("t", "r", 1, null, CHOICE, value(P2, "20"))));
    assertEquals(
        List.of("version: version-below-one [0]", "provisions: package-settles-nothing [t]"),
        problems(SOUND, tabled("t", "r", 0, null)));
    assertEquals(
        List.of("provisions.1.point: named-twice [p1]"),
        problems(SOUND, tabled("t", "r", 1, null, CHOICE, CHOICE)));
    assertEquals(
        List.of("provisions.0: provision-says-nothing [p1]"),
        problems(SOUND, tabled("t", "r", 1, null, new TabledProvision(P1, null, null, " "))));
    assertEquals(
        List.of("provisions.0.option: option-of-other-point(point p1, point) [p1-a]"),
        problems(
            SOUND,
            tabled("t", "r", 1, null, new TabledProvision(P2, new OptionId("p1-a"), null, null))));
    assertEquals(
        List.of(
            "provisions.0.value: option-and-value [20]",
            "provisions.0.value: value-without-quantity [20]"),
        problems(
            SOUND,
            tabled(
                "t",
                "r",
                1,
                null,
                new TabledProvision(P1, new OptionId("p1-a"), new Amount("20"), "Words."))));
    assertEquals(
        List.of("provisions.0.value: amount-outside(10, 30) [31]"),
        problems(SOUND, tabled("t", "r", 1, null, value(P2, "31"))));
    assertEquals(
        List.of("provisions.0.value: amount-off-step(10, 20) [15]"),
        problems(SOUND, tabled("t", "r", 1, null, value(P2, "15"))));
    assertEquals(
        List.of("provisions.0.point: point-outside-round(round r2) [p2]"),
        problems(
            round("r2", List.of(AA, BB), List.of(P1), null, Round.Revealing.ALL_ANSWERED),
            tabled("t", "r2", 1, null, value(P2, "20"))));
    assertEquals(
        List.of("title: blank(title) [ ]"),
        problems(
            SOUND,
            new TabledPackage(
                new TabledPackageId("t"),
                SOUND.id(),
                LocalizedText.of(" "),
                1,
                null,
                null,
                List.of(CHOICE),
                NOON,
                OPEN)));
  }

  @Test
  void aVersionAmendsAnEarlierOneOfItsRound() {
    Round other = round("r2", List.of(AA, BB), List.of(P1), null, Round.Revealing.ALL_ANSWERED);
    assertEquals(
        List.of(),
        problems(SOUND, tabled("t1", "r", 1, null, CHOICE), tabled("t2", "r", 2, "t1", CHOICE)));
    assertEquals(
        List.of("amends: amends-later-version [t1]"),
        problems(SOUND, tabled("t1", "r", 1, null, CHOICE), tabled("t2", "r", 1, "t1", CHOICE)));
    assertEquals(
        List.of("amends: amends-in-other-round(round r) [t1]"),
        problems(
            SOUND, other, tabled("t1", "r", 1, null, CHOICE), tabled("t2", "r2", 2, "t1", CHOICE)));
    assertEquals(
        2,
        problems(SOUND, tabled("t1", "r", 2, "t2", CHOICE), tabled("t2", "r", 2, "t1", CHOICE))
            .stream()
            .filter(each -> each.contains("amends-later-version"))
            .count());
  }

  /// Of those a package is tabled to, two have to answer.
  @Test
  void aPackageToSomeAsksTwoOfTheRound() {
    PartyId cc = new PartyId("CC");
    Round three = round("r", List.of(AA, BB, cc), List.of(P1), null, Round.Revealing.ALL_ANSWERED);
    assertEquals(List.of(), problems(three, to(AA, cc)));
    assertEquals(
        List.of("visibility: tabled-outside-round(round r) [BB, CC]"), problems(SOUND, to(BB, cc)));
    assertEquals(
        List.of("visibility: too-few-readers [AA]"),
        problems(
            SOUND,
            Rewrite.with(to(AA, BB), "visibility", new Visibility.Parties(List.of(AA, AA)))));
  }

  private static TabledPackage to(PartyId... parties) {
    return Rewrite.with(
        tabled("t", "r", 1, null, CHOICE), "visibility", Visibility.of(List.of(parties)));
  }
}
