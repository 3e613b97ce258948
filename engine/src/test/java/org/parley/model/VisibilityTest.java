package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibilityTest {

  private static final List<Visibility> MARKS =
      List.of(
          mark("public"),
          mark("delegations"),
          mark("A+B"),
          mark("A+B+C"),
          mark("B+C"),
          mark("A"),
          mark("B"),
          mark("mediator"));

  private static Visibility mark(String name) {
    return switch (name) {
      case "public" -> new Visibility.Public();
      case "delegations" -> new Visibility.Delegations();
      case "mediator" -> new Visibility.Mediator();
      default -> Visibility.of(Stream.of(name.split("[+]", -1)).map(PartyId::new).toList());
    };
  }

  private static Viewer viewer(String name) {
    return switch (name) {
      case "public" -> new Viewer.Public();
      case "mediator" -> new Viewer.Mediator();
      default -> new Viewer.Delegation(new PartyId(name));
    };
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mark,       public, A,     B,     mediator
          public,       true,   true,  true,  true
          delegations,  false,  true,  true,  true
          A+B,          false,  true,  true,  true
          B+C,          false,  false, true,  true
          A,            false,  true,  false, true
          B,            false,  false, true,  true
          mediator,     false,  false, false, true
          """)
  void whoSeesWhat(String mark, boolean open, boolean a, boolean b, boolean mediator) {
    assertEquals(open, mark(mark).visibleTo(viewer("public")));
    assertEquals(a, mark(mark).visibleTo(viewer("A")));
    assertEquals(b, mark(mark).visibleTo(viewer("B")));
    assertEquals(mediator, mark(mark).visibleTo(viewer("mediator")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # covers,     public, deleg., A,     B,     mediator
          public,       true,   true,   true,  true,  true
          delegations,  false,  true,   true,  true,  true
          A+B,          false,  false,  true,  true,  true
          B+C,          false,  false,  false, true,  true
          A,            false,  false,  true,  false, true
          B,            false,  false,  false, true,  true
          mediator,     false,  false,  false, false, true
          """)
  void whatCoversWhat(
      String mark, boolean open, boolean delegations, boolean a, boolean b, boolean mediator) {
    assertEquals(open, mark(mark).covers(mark("public")));
    assertEquals(delegations, mark(mark).covers(mark("delegations")));
    assertEquals(a, mark(mark).covers(mark("A")));
    assertEquals(b, mark(mark).covers(mark("B")));
    assertEquals(mediator, mark(mark).covers(mark("mediator")));
  }

  /// One mark covers another exactly where whoever sees the other sees the one.
  @Test
  void coveringIsSeeingAtLeastAsMuch() {
    List<Viewer> viewers =
        List.of(
            viewer("public"),
            viewer("A"),
            viewer("B"),
            viewer("C"),
            viewer("D"),
            viewer("mediator"));
    for (Visibility one : MARKS) {
      for (Visibility other : MARKS) {
        boolean asMuch =
            viewers.stream().allMatch(who -> !other.visibleTo(who) || one.visibleTo(who));
        assertEquals(asMuch, one.covers(other), one + " covers " + other);
      }
    }
  }

  /// What both marks show is shown by their meet; what either shows, by their join.
  @Test
  void meetAndJoinAreThoseOfTheReaders() {
    for (Visibility one : MARKS) {
      for (Visibility other : MARKS) {
        for (String name : List.of("public", "A", "B", "C", "D", "mediator")) {
          Viewer who = viewer(name);
          String where = one + ", " + other + ", " + name;
          assertEquals(
              one.visibleTo(who) && other.visibleTo(who), one.and(other).visibleTo(who), where);
          assertEquals(
              one.visibleTo(who) || other.visibleTo(who), one.or(other).visibleTo(who), where);
        }
        assertEquals(one.and(other), other.and(one));
        assertEquals(one.or(other), other.or(one));
        if (one.covers(other) && !one.equals(other)) {
          assertTrue(one.narrowness() < other.narrowness(), one + ", " + other);
        }
      }
    }
  }

  @Test
  void theOrderOfThePartiesSaysNothing() {
    PartyId a = new PartyId("A");
    PartyId b = new PartyId("B");
    assertEquals(new Visibility.Parties(List.of(a, b)), new Visibility.Parties(List.of(b, a, b)));
    assertEquals(new Visibility.Party(a), Visibility.of(List.of(a, a)));
  }
}
