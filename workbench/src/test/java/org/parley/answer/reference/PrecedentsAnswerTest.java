package org.parley.answer.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.answer.reference.PrecedentsAnswer.ListedPrecedent;
import org.parley.answer.reference.PrecedentsAnswer.PrecedentTraits;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.reference.AgreementScope;

/// Precedents without any copy of a collection.
@NullMarked
class PrecedentsAnswerTest {

  private static final Visibility OPEN = new Visibility.Public();

  private static Option option(String id, String... topics) {
    return new Option(
        new OptionId(id), LocalizedText.of(id), null, List.of(topics), List.of(), List.of(), OPEN);
  }

  private static Point point(String id, List<String> topics, Option... options) {
    return new Point(
        new PointId(id),
        "1",
        LocalizedText.of(id),
        null,
        new InstrumentId("treaty"),
        Point.Content.REPORTED,
        topics,
        null,
        List.of(),
        List.of(options),
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }

  private static PrecedentsAnswer ask(
      List<Point> points, @Nullable Option option, PrecedentTraits traits) {
    return PrecedentsAnswer.of(points, option, traits, ReferenceShelf.none().contents());
  }

  private static List<String> ids(PrecedentsAnswer answer) {
    return answer.precedents().stream()
        .map(ListedPrecedent::known)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void precedentsHaveNamesWithoutAnyFile() {
    PrecedentsAnswer answer =
        ask(List.of(point("p1", List.of("StBor", "SsrFf"))), null, PrecedentTraits.none(50));
    assertFalse(answer.fromRows());
    assertTrue(ids(answer).contains("egypt-israel-1979"));
    ListedPrecedent treaty =
        answer.precedents().stream()
            .filter(each -> "egypt-israel-1979".equals(each.known()))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("Egypt", "Israel"), treaty.parties());
    assertEquals(
        Edtf.of("1982-04-25"),
        treaty.points().stream()
            .filter(each -> each.code().equals("SsrFf"))
            .findFirst()
            .orElseThrow()
            .done());
    assertTrue(answer.notes().stream().anyMatch(each -> each.contains("not a census")));
  }

  @Test
  void twoTopicsAreCountedAndThreeAreBounded() {
    PrecedentsAnswer two =
        ask(List.of(point("p1", List.of("StBor", "SsrFf"))), null, PrecedentTraits.none(0));
    assertNotNull(two.together());
    assertNull(two.atMost());
    PrecedentsAnswer three =
        ask(
            List.of(point("p1", List.of("StBor", "SsrFf")), point("p2", List.of("SsrGua"))),
            null,
            PrecedentTraits.none(0));
    assertNull(three.together());
    // others counted 21 in the rows
    assertTrue(Objects.requireNonNull(three.atMost()) >= 21);
    assertTrue(three.atMost() <= Objects.requireNonNull(two.together()).count());
  }

  @Test
  void anOptionAddsItsTopicsToThoseOfThePoint() {
    Option line = option("p1-line", "DdrDemil");
    Option other = option("p1-other");
    Point point = point("p1", List.of("StBor"), line, other);
    PrecedentsAnswer all = ask(List.of(point), null, PrecedentTraits.none(50));
    PrecedentsAnswer some = ask(List.of(point), line, PrecedentTraits.none(50));
    assertEquals(List.of("DdrDemil", "StBor"), some.codes());
    assertEquals(line.id(), some.option());
    assertTrue(ids(all).containsAll(ids(some)));
    assertTrue(some.found() < all.found() && some.found() > 0);
    assertEquals(all.found(), ask(List.of(point), other, PrecedentTraits.none(50)).found());
  }

  @Test
  void nearOnesComeFirst() {
    Point point = point("p1", List.of("Ce"));
    PrecedentsAnswer near =
        ask(
            List.of(point),
            null,
            new PrecedentTraits(AgreementScope.INTERSTATE, null, null, 0, 50));
    PrecedentsAnswer newest = ask(List.of(point), null, PrecedentTraits.none(50));
    assertEquals(AgreementScope.INTERSTATE, near.precedents().getFirst().scope());
    assertEquals(newest.found(), near.found());
    assertEquals(
        List.copyOf(ids(newest).stream().sorted().toList()), ids(near).stream().sorted().toList());
  }
}
