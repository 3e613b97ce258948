package org.parley.exchange.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.acts.Acts;
import org.parley.board.Board;
import org.parley.model.Cases;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A document has the shape of the W3C member submission PROV-JSON, names nothing that it does not
/// describe, and tells nothing hidden.
@NullMarked
class ProvJsonLawTest {

  private static final Set<String> ELEMENTS = Set.of("entity", "activity", "agent");

  /// The keys that each relation must have, and the kind of element that they name.
  private static final Map<String, Map<String, String>> RELATIONS =
      Map.of(
          "wasDerivedFrom", Map.of("prov:generatedEntity", "entity", "prov:usedEntity", "entity"),
          "wasAttributedTo", Map.of("prov:entity", "entity", "prov:agent", "agent"),
          "wasGeneratedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "wasInvalidatedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "used", Map.of("prov:activity", "activity", "prov:entity", "entity"));

  private static String written(CaseView view) {
    LocalDate last = Board.lastDay(view, Acts.of(view), LocalDate.EPOCH);
    return ProvJson.write(Board.of(view, AsOf.of(last)));
  }

  private static void check(String text) {
    JsonNode root = JsonMapper.shared().readTree(text);
    Set<String> prefixes = new HashSet<>(root.get("prefix").propertyNames());
    prefixes.add("prov");
    for (Map.Entry<String, JsonNode> kind : root.properties()) {
      if (kind.getKey().equals("prefix")) {
        continue;
      }
      boolean isElement = ELEMENTS.contains(kind.getKey());
      assertTrue(isElement || RELATIONS.containsKey(kind.getKey()), kind.getKey());
      for (Map.Entry<String, JsonNode> each : kind.getValue().properties()) {
        String prefix = each.getKey().substring(0, each.getKey().indexOf(':'));
        assertTrue(isElement ? prefixes.contains(prefix) : prefix.equals("_"), each.getKey());
        if (!isElement) {
          checkRelation(root, kind.getKey(), each.getValue());
        }
      }
    }
  }

  private static void checkRelation(JsonNode root, String kind, JsonNode relation) {
    Objects.requireNonNull(RELATIONS.get(kind))
        .forEach(
            (key, of) ->
                assertTrue(
                    root.path(of).has(relation.get(key).stringValue()),
                    kind + " names no " + of + ": " + relation));
  }

  @Test
  void everyRelationNamesElementsOfTheDocument() {
    for (long seed = 1; seed <= Effort.of(8, 20); seed++) {
      check(written(Cases.withEverySecret(seed).viewFor(new Viewer.Mediator())));
    }
  }

  @Test
  void nothingHiddenIsTold() {
    for (long seed = 1; seed <= Effort.of(8, 20); seed++) {
      Case all = Cases.withEverySecret(seed);
      CaseView own = all.viewFor(new Viewer.Public());
      Case without = Secrets.without(all, new Viewer.Public());
      assertEquals(written(without.viewFor(new Viewer.Public())), written(own), "seed " + seed);
    }
  }

  @Test
  void everyClaimIsDerivedFromEachOfItsSources() {
    CaseView view = Cases.withEverySecret(3).viewFor(new Viewer.Mediator());
    JsonNode relations = JsonMapper.shared().readTree(written(view)).get("wasDerivedFrom");
    Set<String> pairs = new HashSet<>();
    relations
        .values()
        .forEach(
            each ->
                pairs.add(
                    each.get("prov:generatedEntity").stringValue()
                        + " "
                        + each.get("prov:usedEntity").stringValue()));
    assertFalse(view.claims().isEmpty());
    for (Claim claim : view.claims()) {
      claim
          .source()
          .forEach(
              source ->
                  assertTrue(
                      pairs.contains("case:claim/" + claim.id() + " case:source/" + source)));
    }
  }
}
