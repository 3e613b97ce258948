package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.model.source.SourceId;
import org.parley.web.SmallWorld;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// A filter takes claims away, keeps their order, and says itself in its address.
@NullMarked
class ClaimFilterLawTest {

  private static final OpenCase OPEN = SmallWorld.open();

  private static ClaimFilter filter(Map<String, String> values) {
    Map<String, List<String>> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(name, List.of(value)));
    return ClaimFilter.of(new Query(parameters), OPEN.view());
  }

  private static List<Claim> found(Map<String, String> values) {
    return filter(values).apply(OPEN);
  }

  /// A value of every condition that the case can meet.
  private static Map<String, Set<String>> conditions() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (Claim each : OPEN.view().claims()) {
      all.computeIfAbsent("party", _ -> new HashSet<>()).add(each.party().value());
      all.computeIfAbsent("speaker", _ -> new HashSet<>()).add(each.speaker().split(" ", 2)[0]);
      all.computeIfAbsent("source", _ -> new HashSet<>())
          .addAll(each.source().stream().map(Object::toString).toList());
      all.computeIfAbsent("from", _ -> new HashSet<>()).add(each.said().latestDay().toString());
      all.computeIfAbsent("to", _ -> new HashSet<>()).add(each.said().earliestDay().toString());
    }
    OPEN.view()
        .points()
        .forEach(each -> all.computeIfAbsent("about", _ -> new HashSet<>()).add(each.id().value()));
    all.put("channel", Set.of("public", "confidential"));
    all.put("fate", Set.of("stands", "superseded", "retracted", "denied"));
    all.put("q", Set.of("the", "a", "<script", "zzz"));
    return all;
  }

  @Test
  void twoConditionsAreThoseThatBothKeep() {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    conditions()
        .forEach((name, values) -> values.forEach(value -> all.add(Map.entry(name, value))));
    assertTrue(all.size() > 20, all::toString);
    for (Map.Entry<String, String> one : all) {
      for (Map.Entry<String, String> other : all) {
        if (!one.getKey().equals(other.getKey())) {
          List<Claim> both = new ArrayList<>(found(Map.ofEntries(one)));
          both.retainAll(found(Map.ofEntries(other)));
          assertEquals(both, found(Map.ofEntries(one, other)), one + " and " + other);
        }
      }
    }
  }

  /// Indexes answer one condition; here each claim is looked at.
  @Test
  void aConditionKeepsTheClaimsThatMeetIt() {
    List<Claim> all = OPEN.view().claims().reversed();
    for (Party party : OPEN.view().parties()) {
      Set<PartyId> speakers =
          OPEN.view().parties().stream()
              .map(Party::id)
              .filter(each -> OPEN.view().withMembers(each).contains(party.id()))
              .collect(Collectors.toSet());
      assertEquals(
          all.stream()
              .filter(
                  each ->
                      !Collections.disjoint(each.parties(), speakers)
                          || !Collections.disjoint(each.between(), speakers))
              .toList(),
          found(Map.of("party", party.id().value())));
    }
    for (String fate : List.of("stands", "superseded", "retracted")) {
      assertEquals(
          all.stream()
              .filter(
                  each ->
                      OPEN.ledger().find(each.id()).stream()
                          .anyMatch(entry -> fate.equals(Say.key(entry.fate()))))
              .toList(),
          found(Map.of("fate", fate)),
          fate);
    }
    assertEquals(
        all.stream()
            .filter(
                each ->
                    OPEN.ledger().find(each.id()).stream()
                        .anyMatch(entry -> !entry.deniedBy().isEmpty()))
            .toList(),
        found(Map.of("fate", "denied")));
    for (Claim one : all) {
      String asserts = Say.kind(one.asserts());
      assertEquals(
          all.stream().filter(each -> Say.kind(each.asserts()).equals(asserts)).toList(),
          found(Map.of("asserts", asserts)));
      theDaysKeepTheClaimsOfWhichADateMayBeAmongThem(one.said().earliestDay().minusDays(1));
      theDaysKeepTheClaimsOfWhichADateMayBeAmongThem(one.said().latestDay());
      for (String part : List.of(one.speaker(), one.speaker().substring(1), "a", "zzz")) {
        assertEquals(
            all.stream()
                .filter(each -> each.speaker().toLowerCase(Locale.ROOT).contains(lower(part)))
                .toList(),
            found(Map.of("speaker", part)),
            part);
      }
      for (SourceId source : one.source()) {
        assertEquals(
            all.stream().filter(each -> each.source().contains(source)).toList(),
            found(Map.of("source", source.value())));
      }
    }
  }

  private static void theDaysKeepTheClaimsOfWhichADateMayBeAmongThem(LocalDate from) {
    for (int days : List.of(0, 1, 40)) {
      LocalDate to = from.plusDays(days);
      assertEquals(
          OPEN.view().claims().reversed().stream()
              .filter(each -> !each.said().latestDay().isBefore(from))
              .filter(each -> !each.said().earliestDay().isAfter(to))
              .toList(),
          found(Map.of("from", from.toString(), "to", to.toString())),
          from + " to " + to);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Test
  void theOldestFirstIsTheSameBackwards() {
    conditions()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        assertEquals(
                            found(Map.of(name, value)).reversed(),
                            found(Map.of(name, value, "order", "oldest")),
                            name + "=" + value)));
  }

  @Test
  void everyClaimIsFirstHandOrHearsay() {
    List<Claim> own = found(Map.of("basis", "own"));
    List<Claim> hearsay = found(Map.of("basis", "hearsay"));
    Set<Claim> both = new HashSet<>(own);
    both.addAll(hearsay);
    assertEquals(new HashSet<>(OPEN.view().claims()), both);
    assertEquals(both.size(), own.size() + hearsay.size());
  }

  @Test
  void anAddressIsReadAsTheFilterItWasMadeOf() {
    conditions()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      ClaimFilter made = filter(Map.of(name, value, "order", "oldest"));
                      assertEquals(new ClaimFilter(made.values(), 7), read(made.url(7)));
                    }));
    ClaimFilter odd = filter(Map.of("q", "a&b=c #?%+ü\u2028\uD83D\uDE00"));
    assertEquals(odd, read(odd.url(1)));
    assertEquals("/claims", filter(Map.of()).url(1));
  }

  private static ClaimFilter read(String url) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (String each : url.substring(url.indexOf('?') + 1).split("&")) {
      String[] sides = each.split("=", 2);
      parameters.put(sides[0], List.of(URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
    }
    return ClaimFilter.of(new Query(parameters), OPEN.view());
  }

  @ParameterizedTest
  @CsvSource({
    "party, nobody",
    "about, 999999",
    "source, s999999",
    "asserts, everything",
    "channel, PUBLIC",
    "fate, deny",
    "basis, both",
    "order, newest",
    "from, 2026-02-30",
    "to, tomorrow",
    "from, 0000-00-00",
    "page, 0",
    "page, -1",
    "page, 99999999999999999999",
    "page, 1.5"
  })
  void anUnknownValueIsRefusedByItsName(String name, String value) {
    BadQuery refused = assertThrows(BadQuery.class, () -> filter(Map.of(name, value)));
    assertTrue(String.valueOf(refused.getMessage()).contains(value), refused::toString);
  }

  @Test
  void aBlankValueIsNoCondition() {
    for (String name : ClaimFilter.NAMES) {
      assertFalse(filter(Map.of(name, "")).isSet(), name);
    }
    assertEquals(OPEN.view().claims().reversed(), found(Map.of("q", "  ")));
  }
}
