package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.web.service.Visitor;

/// Who is told that others have a record open.
@NullMarked
class PresenceTest {

  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor OLENA = Visitor.delegation("olena", new PartyId("UA"));
  private static final Visitor IVAN = Visitor.delegation("ivan", new PartyId("RU"));

  private Instant now = Instant.parse("2025-12-28T12:00:00Z");
  private final Presence presence = new Presence(() -> now);

  private List<String> told(String form, Visitor visitor) {
    return presence.confirm(form, "c1", visitor).stream()
        .map(each -> (each.isSelf() ? "self" : each.name()) + " " + each.since())
        .toList();
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }

  @Test
  void eachIsNamedOnceSinceTheFirstOfTheirWindows() {
    assertEquals(List.of(), told("a", OLENA));
    pass(10);
    // its first window was closed, and could not say so
    assertEquals(List.of("self 2025-12-28T12:00:00Z"), told("b", OLENA));
    pass(10);
    assertEquals(List.of("olena 2025-12-28T12:00:00Z"), told("c", ANN));
  }

  @Test
  void whoLeavesOrIsNotHeardOfForAMinuteIsForgotten() {
    told("a", OLENA);
    told("b", ANN);
    pass(61);
    assertEquals(List.of(), told("c", ANN));
    told("a", OLENA);
    presence.leave("a");
    presence.leave("c");
    assertEquals(List.of(), told("d", ANN));
  }

  @Test
  void delegationsAreNotToldOfOneAnother() {
    told("a", OLENA);
    told("b", ANN);
    assertEquals(List.of(), told("c", IVAN));
    assertEquals(List.of(), presence.confirm("d", "c2", ANN));
  }
}
