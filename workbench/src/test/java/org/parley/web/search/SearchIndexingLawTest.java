package org.parley.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.text.Point;
import org.parley.web.view.OpenCase;

/// Changes of cases, one after the other: an index that goes on from the one before finds for each
/// viewer what an index from nothing finds, in the same order.
class SearchIndexingLawTest {

  private static final PartyId P0 = new PartyId("P0");

  private static final List<Viewer> VIEWERS =
      List.of(new Viewer.Mediator(), new Viewer.Public(), new Viewer.Delegation(P0));

  private static final List<Visibility> VISIBILITIES =
      List.of(
          new Visibility.Public(),
          new Visibility.Delegations(),
          new Visibility.Party(P0),
          new Visibility.Mediator());

  /// The indexes of all records that were made so far.
  private final Set<Postings> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /// How many indexes went on from an earlier one, and how many did not.
  private int kept;

  private int readAnew;

  /// How often each kind of change left a case.
  private final Map<Integer, Integer> made = new TreeMap<>();

  @Test
  void anIndexThatGoesOnFindsWhatOneFromNothingFinds() {
    for (int seed = 0; seed < Effort.of(4, 12); seed++) {
      Random random = new Random(seed);
      Case now = seed % 2 == 0 ? Cases.of(seed) : Cases.withEverySecret(seed);
      Set<CaseRecord> removed = new HashSet<>();
      List<OpenCase> open = new ArrayList<>();
      for (Viewer each : VIEWERS) {
        open.add(new OpenCase(now.viewFor(each)));
      }
      open.forEach(SearchIndexing::of);
      for (int round = 0; round < 16; round++) {
        now = changed(now, removed, random);
        for (int i = 0; i < VIEWERS.size(); i++) {
          OpenCase next = new OpenCase(now.viewFor(VIEWERS.get(i)), open.get(i));
          open.set(i, next);
          if (random.nextInt(3) > 0) {
            compare(next, random, "seed " + seed + ", round " + round + ", " + VIEWERS.get(i));
          }
        }
      }
    }
    assertEquals(Set.of(0, 1, 2, 3, 4, 5), made.keySet(), made.toString());
    assertTrue(kept > 4 * readAnew, kept + " kept, " + readAnew + " read anew");
    made.forEach(
        (kind, count) -> assertTrue(count > Effort.of(2, 5), "change " + kind + ": " + made));
  }

  private void compare(OpenCase open, Random random, String where) {
    SearchIndex found = SearchIndexing.of(open).find().orElseThrow();
    SearchIndex expected = SearchIndex.of(open, _ -> {});
    kept += known.contains(found.base()) ? 1 : 0;
    readAnew += known.add(found.base()) ? 1 : 0;
    Set<String> words = new TreeSet<>();
    for (CaseRecord each : open.view().records()) {
      words.addAll(SearchIndex.words(each.toString()));
    }
    List<String> list = List.copyOf(words);
    for (int i = 0; i < 40; i++) {
      String word = list.get(random.nextInt(list.size()));
      Set<String> asked = new LinkedHashSet<>();
      asked.add(word.substring(0, 1 + random.nextInt(word.length())));
      if (i % 4 == 0) {
        asked.add(list.get(random.nextInt(list.size())).substring(0, 1));
      }
      assertEquals(
          expected.search(asked, Integer.MAX_VALUE),
          found.search(asked, Integer.MAX_VALUE),
          where + ", " + asked);
    }
  }

  /// The case after a change that leaves one; the case itself where this one does not.
  private Case changed(Case now, Set<CaseRecord> removed, Random random) {
    List<CaseRecord> records = new ArrayList<>(now.records());
    CaseRecord one = records.get(random.nextInt(records.size()));
    int kind = random.nextInt(6);
    switch (kind) {
      case 0 -> remove(one, records, removed);
      case 1 -> {
        records.addAll(removed);
        removed.clear();
      }
      case 2 ->
          replace(
              records,
              one,
              Rewrite.with(
                  (Record) one,
                  "visibility",
                  VISIBILITIES.get(random.nextInt(VISIBILITIES.size()))));
      case 3 ->
          records.stream()
              .filter(Party.class::isInstance)
              .map(Party.class::cast)
              .skip(random.nextInt(2))
              .findFirst()
              .ifPresent(
                  party ->
                      replace(
                          records,
                          party,
                          Rewrite.with(
                              Rewrite.with(party, "shortName", null),
                              "name",
                              "Name" + random.nextInt())));
      case 4 ->
          records.stream()
              .filter(Point.class::isInstance)
              .map(Point.class::cast)
              .findFirst()
              .ifPresent(
                  point ->
                      replace(
                          records,
                          point,
                          Rewrite.with(point, "title", "Title" + random.nextInt())));
      default -> {
        List<Claim> claims =
            records.stream().filter(Claim.class::isInstance).map(Claim.class::cast).toList();
        if (!claims.isEmpty()) {
          Claim claim = claims.get(random.nextInt(claims.size()));
          Object moved = Rewrite.with(claim, "said", Edtf.of("20" + (10 + random.nextInt(15))));
          replace(records, claim, Rewrite.with((Record) moved, "known", null));
        }
      }
    }
    try {
      Case next = Case.of(now.info(), records);
      if (!next.equals(now)) {
        made.merge(kind, 1, Integer::sum);
      }
      return next;
    } catch (InvalidCaseException e) {
      return now;
    }
  }

  private static void replace(List<CaseRecord> records, CaseRecord one, Object by) {
    records.set(records.indexOf(one), (CaseRecord) by);
  }

  /// Removes a record and all that mention what it declares.
  private static void remove(CaseRecord one, List<CaseRecord> records, Set<CaseRecord> removed) {
    Set<String> gone = new HashSet<>();
    List<CaseRecord> next = new ArrayList<>(List.of(one));
    while (!next.isEmpty()) {
      CaseRecord each = next.removeFirst();
      if (records.remove(each)) {
        removed.add(each);
        References.of((Record) each).stream()
            .filter(References.Mention::declares)
            .forEach(mention -> gone.add(mention.id().value()));
        records.stream()
            .filter(
                other ->
                    References.of((Record) other).stream()
                        .anyMatch(mention -> gone.contains(mention.id().value())))
            .forEach(next::add);
      }
    }
  }
}
