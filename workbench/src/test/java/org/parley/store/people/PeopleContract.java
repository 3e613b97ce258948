package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.store.Journal;

/// What is promised of accounts, sessions and tokens, whatever database they lie in.
@NullMarked
abstract class PeopleContract {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final char[] RIGHT = "correct horse battery".toCharArray();
  private static final char[] WRONG = "correct horse stapler".toCharArray();

  abstract People open() throws Exception;

  abstract Journal journal() throws Exception;

  @Test
  void onlyTheRightPasswordOpens() throws Exception {
    try (People people = open()) {
      people.put("ann", "delegation", "UA", RIGHT, NOON);
      assertEquals(
          Optional.of(new Account("ann", "delegation", "UA", NOON)), people.check("ann", RIGHT));
      assertEquals(Optional.empty(), people.check("ann", WRONG));
      assertEquals(Optional.empty(), people.check("bob", RIGHT));
      people.put("ann", "mediator", null, WRONG, NOON);
      assertEquals(Optional.empty(), people.check("ann", RIGHT));
      assertEquals("mediator", people.check("ann", WRONG).orElseThrow().role());
    }
  }

  @Test
  void anAccountIsChanged() throws Exception {
    try (People people = open()) {
      assertTrue(people.add("ann", "mediator", null, RIGHT, NOON));
      assertFalse(people.add("ann", "observer", null, WRONG, NOON), "the name is taken");
      assertEquals("mediator", people.find("ann").orElseThrow().role());
      assertEquals(Optional.empty(), people.find("bob"));
      String session = people.begin("ann", NOON);
      people.begin("ann", NOON);
      assertEquals(Map.of("ann", 2), people.countSessions(NOON));
      assertEquals("ann", people.look(session, NOON.plusSeconds(3600)).orElseThrow().name());
      assertEquals(Optional.empty(), people.look(session, NOON.plusSeconds(7201)), "not used");
      assertTrue(people.changeRole("ann", "delegation", "UA"));
      assertEquals(Optional.empty(), people.session(session, NOON));
      assertEquals("UA", people.check("ann", RIGHT).orElseThrow().party());
      String next = people.begin("ann", NOON);
      assertTrue(people.setPassword("ann", WRONG));
      assertEquals(Optional.empty(), people.session(next, NOON));
      assertEquals(Optional.empty(), people.check("ann", RIGHT));
      people.endAll("ann");
      assertEquals(Map.of(), people.countSessions(NOON));
      String token = people.makeToken("ann", "observer", null, NOON);
      assertTrue(people.removeAccount("ann"));
      assertTrue(people.token(token, NOON).isPresent(), "a token of that name is another thing");
      assertTrue(people.removeToken("ann"));
      assertFalse(people.removeToken("ann") || people.removeAccount("ann"));
      assertFalse(people.changeRole("ann", "observer", null) || people.setPassword("ann", RIGHT));
    }
  }

  @Test
  void aSessionEnds() throws Exception {
    try (People people = open()) {
      people.put("ann", "mediator", null, RIGHT, NOON);
      String one = people.begin("ann", NOON);
      String other = people.begin("ann", NOON);
      assertNotEquals(one, other);
      assertEquals("ann", people.session(one, NOON.plusSeconds(60)).orElseThrow().name());
      assertTrue(people.session(one, NOON.plusSeconds(3600)).isPresent());
      assertTrue(people.session(one, NOON.plusSeconds(7200)).isPresent(), "it was used since");
      assertFalse(people.session(other, NOON.plusSeconds(7201)).isPresent(), "nobody used it");
      people.end(one);
      assertFalse(people.session(one, NOON.plusSeconds(7201)).isPresent(), "it was ended");
      String long_ = people.begin("ann", NOON);
      for (int hour = 1; hour <= 12; hour++) {
        assertTrue(people.session(long_, NOON.plusSeconds(hour * 3600L)).isPresent());
      }
      assertFalse(people.session(long_, NOON.plusSeconds(12 * 3600 + 1)).isPresent());
      String last = people.begin("ann", NOON);
      assertTrue(people.remove("ann"));
      assertFalse(people.session(last, NOON).isPresent(), "nobody is left whose it is");
      assertFalse(people.session("x", NOON).isPresent());
    }
  }

  @Test
  void aTokenOpensUntilItIsRemoved() throws Exception {
    try (People people = open()) {
      String old = people.makeToken("board", "observer", null, NOON);
      String token = people.makeToken("board", "monitor", "OSCE", NOON);
      assertFalse(people.token(old, NOON).isPresent());
      assertEquals("OSCE", people.token(token, NOON).orElseThrow().party());
      assertEquals(1, people.listTokens().size());
      people.remove("board");
      assertFalse(people.token(token, NOON).isPresent());
    }
  }

  @Test
  void whatWasSeenIsListedLatestFirst() throws Exception {
    try (People people = open()) {
      people.note(
          List.of(
              new Seen(NOON, "ann", "mediator", "GET", "/", 200),
              new Seen(NOON, "al", "delegation", "GET", "/points/" + "x".repeat(900), 404)));
      assertEquals(
          List.of("al", "ann"),
          people.listSeen(null, Long.MAX_VALUE, 9).stream().map(Seen::who).toList());
      assertEquals(1, people.listSeen("ann", Long.MAX_VALUE, 9).size());
      assertEquals(400, people.listSeen("al", Long.MAX_VALUE, 9).getFirst().address().length());
    }
  }

  @Test
  void accountsLieBesideTheJournal() throws Exception {
    try (Journal journal = journal();
        People people = open()) {
      people.put("ann", "mediator", null, RIGHT, NOON);
      assertEquals(0, journal.last());
    }
  }
}
