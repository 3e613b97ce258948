package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several people read the same page. Colleagues are named to each other, and nobody else is.
@NullMarked
class ReadersStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Aland, kind: state}
        - {id: B, name: Bland, kind: state}
      """;

  @TempDir Path folder;
  private Team team;
  private final Map<String, Team.Client> people = new LinkedHashMap<>();

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    join("ann", "mediator", null);
    join("amy", "mediator", null);
    join("al", "delegation", "A");
    join("ada", "delegation", "A");
    join("bo", "delegation", "B");
    join("ob", "observer", "A");
    join("obi", "observer", null);
    join("ora", "observer", null);
  }

  private void join(String name, String role, @Nullable String party) {
    team.account(name, role, party);
    people.put(name, team.inSession(name));
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private Team.Client client(String name) {
    return Objects.requireNonNull(people.get(name));
  }

  /// Who is named to somebody who has a page open.
  private String told(String name, String page) {
    return told(name, name, page);
  }

  /// An id of a window, from some name.
  private static String windowOf(String name) {
    return String.format(Locale.ROOT, "%032x", new BigInteger(1, name.getBytes(UTF_8)));
  }

  private String told(String name, String window, String page) {
    HttpResponse<String> answer =
        client(name).form("/present", Map.of("window", windowOf(window), "page", page));
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void colleaguesAreNamedToEachOtherAndNobodyElseIs() {
    for (String name : people.keySet()) {
      told(name, "/claims");
    }
    assertEquals("amy reads this page too.", told("ann", "/claims"));
    assertEquals("ann reads this page too.", told("amy", "/claims"));
    assertEquals("ada reads this page too.", told("al", "/claims"));
    assertEquals("al reads this page too.", told("ada", "/claims"));
    for (String alone : List.of("bo", "ob", "obi", "ora")) {
      assertEquals("", told(alone, "/claims"), alone);
    }
    assertEquals("", told("ann", "/acts"), "it is another page");
  }

  @Test
  void pagesOfSealedAnswersNameNobody() {
    for (String page : List.of("/rounds", "/rounds/r1", "/rounds/r1/answer", "/waiting")) {
      told("al", page);
      assertEquals("", told("ada", page), page);
    }
  }

  @Test
  void whoLeavesIsNamedNoMore() {
    told("al", "a1", "/claims");
    assertEquals("al reads this page too.", told("ada", "/claims"));
    told("al", "a2", "/claims");
    assertEquals("al reads this page too.", told("ada", "/claims"), "once, in two windows");
    for (String window : List.of("a1", "a2")) {
      client("al")
          .form("/present", Map.of("leave", "1", "window", windowOf(window), "page", "/claims"));
    }
    assertEquals("", told("ada", "/claims"));
  }

  /// A mediator who looks with the eyes of a delegation is not named to it, nor it to her.
  @Test
  void anotherViewNamesNobody() {
    told("al", "/claims");
    client("ann").form("/see-as", Map.of("as", "A"));
    HttpResponse<String> refused =
        client("ann").form("/present", Map.of("window", windowOf("ann"), "page", "/claims"));
    assertEquals(403, refused.statusCode());
    assertEquals("", told("al", "/claims"));
    assertEquals("", told("amy", "/claims"));
    assertEquals(0, Jsoup.parse(client("ann").get("/claims").body()).select("#present").size());
  }

  @Test
  void onlyPagesOfThoseWhoMeetAsk() {
    for (String name : people.keySet()) {
      boolean meets = List.of("ann", "amy", "al", "ada", "bo").contains(name);
      assertEquals(
          meets ? 1 : 0,
          Jsoup.parse(client(name).get("/claims").body()).select("#present").size(),
          name);
    }
    told("al", "/claims");
    assertTrue(
        team.door.listSeen("al", Long.MAX_VALUE, 100).stream()
            .noneMatch(each -> each.address().equals("/present")),
        "the audit has the page itself");
  }
}
