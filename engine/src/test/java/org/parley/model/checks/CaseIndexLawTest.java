package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References.Mention;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;

/// Changes of cases, one after the other, sound and unsound: what an index says of them is what the
/// checks say of all records, for everybody who may look.
class CaseIndexLawTest {

  private static final PartyId P0 = new PartyId("P0");

  private static final List<Viewer> VIEWERS =
      List.of(
          new Viewer.Mediator(),
          new Viewer.Public(),
          new Viewer.Delegation(P0),
          new Viewer.Delegation(new PartyId("P1")));

  private static final List<Visibility> VISIBILITIES =
      List.of(
          new Visibility.Public(),
          new Visibility.Delegations(),
          new Visibility.Parties(List.of(P0, new PartyId("P1"))),
          new Visibility.Party(P0),
          new Visibility.Mediator());

  /// What is wrong with changes that leave no case, and how often.
  private final Map<String, Integer> refused = new TreeMap<>();

  private int sound;

  @Test
  void anIndexSaysWhatTheChecksSay() {
    hold(0, Effort.of(110, 240));
    assertTrue(sound > Effort.of(16, 80), "only " + sound + " changes left a case");
    for (String each :
        List.of(
            "no-such-id",
            "id-taken",
            "hidden-from-readers",
            "wrong-kind",
            "circle",
            "number-twice",
            "part-of-other-instrument",
            "position-twice",
            "baseline-twice",
            "corrects-later-claim",
            "corrects-later-act",
            "no-such-version",
            "retracts-others-claim",
            "option-of-other-point",
            "corrects-other-incident")) {
      assertTrue(
          refused.containsKey(each), "no change was refused because: " + each + "; " + refused);
    }
  }

  @Test
  @Tag("long")
  void anIndexSaysWhatTheChecksSayOfManyChanges() {
    hold(1_000, 3_000);
  }

  private void hold(int firstSeed, int endSeed) {
    for (int seed = firstSeed; seed < endSeed; seed++) {
      Random random = new Random(seed);
      Case now = seed % 2 == 0 ? Cases.of(seed) : Cases.withEverySecret(seed);
      for (int round = 0; round < 20; round++) {
        String where = "seed " + seed + ", round " + round;
        Viewer viewer = VIEWERS.get(round % VIEWERS.size());
        CaseView view = now.viewFor(viewer);
        Map<String, @Nullable CaseRecord> change = change(List.copyOf(view.records()), random);
        Set<String> gone = new HashSet<>();
        List<CaseRecord> come = new ArrayList<>();
        change.forEach(
            (id, record) -> {
              if (view.find(id).filter(each -> each.id().value().equals(id)).isPresent()) {
                gone.add(id);
              }
              if (record != null) {
                come.add(record);
              }
            });
        List<CaseRecord> all = new ArrayList<>(come);
        view.records().stream().filter(each -> !gone.contains(each.id().value())).forEach(all::add);
        List<CaseViolation> problems = CaseChecks.problems(view.info(), all);
        problems.forEach(each -> refused.merge(each.rule().code(), 1, Integer::sum));
        assertEquals(
            problems.isEmpty(),
            now.holds(viewer, view.info(), gone, come),
            () -> where + ", " + viewer + ": " + change + " " + problems);
        if (viewer instanceof Viewer.Mediator && problems.isEmpty()) {
          sound++;
          Case then = now.changed(now.info(), gone, come).orElseThrow();
          assertEquals(Case.of(now.info(), all), then, where);
          assertEquals(differences(now, then), Set.copyOf(now.differencesTo(then)), where);
          now = then;
        }
      }
    }
  }

  /// The records of either case that the other has not.
  private static Set<Case.RecordDifference> differences(Case one, Case other) {
    Set<Case.RecordDifference> differences = new HashSet<>();
    for (CaseRecord each : one.records()) {
      CaseRecord then = other.find(each.id().value()).orElse(null);
      if (!each.equals(then)) {
        differences.add(new Case.RecordDifference(each, then));
      }
    }
    for (CaseRecord each : other.records()) {
      if (one.find(each.id().value()).isEmpty()) {
        differences.add(new Case.RecordDifference(null, each));
      }
    }
    return differences;
  }

  @Test
  void theHeaderIsLookedAt() {
    Case all = Cases.of(1);
    CaseInfo info = all.info();
    Viewer mediator = new Viewer.Mediator();
    assertTrue(all.holds(mediator, info, Set.of(), List.of()));
    assertEquals(
        false, all.holds(mediator, new CaseInfo(" ", null, List.of()), Set.of(), List.of()));
    assertEquals(
        false,
        all.holds(
            mediator,
            new CaseInfo("Title", null, List.of(new PartyId("nobody"))),
            Set.of(),
            List.of()));
  }

  /// Some records as they become, by id; absent where they go.
  private static Map<String, @Nullable CaseRecord> change(List<CaseRecord> records, Random random) {
    Map<String, @Nullable CaseRecord> change = new LinkedHashMap<>();
    if (records.isEmpty()) {
      return change;
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      CaseRecord record = records.get(random.nextInt(records.size()));
      CaseRecord other = records.get(random.nextInt(records.size()));
      String id = record.id().value();
      switch (random.nextInt(9)) {
        case 0 -> change.put(id, null);
        case 1 -> put(change, Rewrite.with(record(record), "visibility", any(random)));
        case 2 -> put(change, mentioning(record, otherOfItsKind(record, records, random), random));
        case 3 -> put(change, mentioning(record, other, random));
        case 4 -> {
          CaseRecord copy =
              Rewrite.ids(record, name -> declares(record, name) ? name + "-x" : name);
          put(change, copy);
        }
        case 5 -> put(change, dated(record, random));
        case 6 -> {
          // two change places
          if (other.getClass() == record.getClass()) {
            put(change, (CaseRecord) Rewrite.with(record(record), "id", other.id()));
            put(change, (CaseRecord) Rewrite.with(record(other), "id", record.id()));
          }
        }
        case 7 -> {
          if (record instanceof Point point && !point.options().isEmpty() && i == 0) {
            // an option has the id of something else
            String option = point.options().getFirst().id().value();
            put(change, References.renamed(record, option, lastDeclared(other)));
          } else if (record instanceof Point point) {
            put(
                change,
                Rewrite.with(point, random.nextBoolean() ? "options" : "components", List.of()));
          } else if (record instanceof Instrument instrument) {
            put(change, Rewrite.with(instrument, "versions", List.of()));
          } else {
            change.put(id, record);
          }
        }
        default -> {
          CaseRecord copy =
              Rewrite.ids(record, name -> declares(record, name) ? name + "-x" : name);
          put(change, dated(copy, random));
          change.put(id, null);
        }
      }
    }
    return change;
  }

  private static String lastDeclared(CaseRecord record) {
    return References.of(record(record)).stream()
        .filter(Mention::declares)
        .reduce((_, last) -> last)
        .orElseThrow()
        .id()
        .value();
  }

  private static void put(Map<String, @Nullable CaseRecord> change, Object record) {
    CaseRecord now = (CaseRecord) record;
    change.put(now.id().value(), now);
  }

  private static Record record(CaseRecord record) {
    return (Record) record;
  }

  private static Visibility any(Random random) {
    return VISIBILITIES.get(random.nextInt(VISIBILITIES.size()));
  }

  private static CaseRecord otherOfItsKind(
      CaseRecord record, List<CaseRecord> records, Random random) {
    List<CaseRecord> same =
        records.stream().filter(each -> each.getClass() == record.getClass()).toList();
    return same.get(random.nextInt(same.size()));
  }

  private static boolean declares(CaseRecord record, String id) {
    return References.of(record(record)).stream()
        .anyMatch(each -> each.declares() && each.id().value().equals(id));
  }

  /// A record in which one mention has become that of something the other declares or mentions.
  private static CaseRecord mentioning(CaseRecord record, CaseRecord other, Random random) {
    List<Mention> own =
        References.of(record(record)).stream().filter(each -> !each.declares()).toList();
    List<Mention> theirs = References.of(record(other));
    if (own.isEmpty()) {
      return record;
    }
    Mention from = own.get(random.nextInt(own.size()));
    List<Mention> sameKind =
        theirs.stream().filter(each -> each.id().getClass() == from.id().getClass()).toList();
    String to =
        sameKind.isEmpty()
            ? theirs.get(random.nextInt(theirs.size())).id().value()
            : sameKind.get(random.nextInt(sameKind.size())).id().value();
    return References.renamed(record, from.id().value(), to);
  }

  private static CaseRecord dated(CaseRecord record, Random random) {
    Edtf date = Edtf.of("20" + (23 + random.nextInt(4)) + "-0" + (1 + random.nextInt(9)) + "-11");
    return switch (record) {
      case Claim claim -> Rewrite.with(Rewrite.with(claim, "known", null), "said", date);
      case Act act -> Rewrite.with(Rewrite.with(act, "known", null), "date", date);
      case LogEntry entry -> {
        Object recorded = Rewrite.get(entry, "recorded");
        yield recorded instanceof Edtf ? Rewrite.with(entry, "recorded", date) : entry;
      }
      default -> record;
    };
  }
}
