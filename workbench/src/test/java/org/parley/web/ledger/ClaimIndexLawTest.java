package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.answer.board.WarningsAnswer.FoundWarning;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// After changes, lists of claims are those of the case opened anew.
@NullMarked
class ClaimIndexLawTest {

  private int changed;

  @Test
  void listsThatFollowAChangeAreThoseMadeAnew() {
    for (int seed = 0; seed < Effort.of(5, 40); seed++) {
      Random random = new Random(seed);
      Case now = Cases.of(seed);
      List<CaseRecord> removed = new ArrayList<>();
      OpenCase open = new OpenCase(now.viewFor(new Viewer.Mediator()));
      for (int round = 0; round < 10; round++) {
        now = after(now, removed, random);
        // lists that nobody asked for do not follow
        if (random.nextInt(3) > 0) {
          lists(open);
        }
        open = new OpenCase(now.viewFor(new Viewer.Mediator()), open);
        OpenCase anew = new OpenCase(now.viewFor(new Viewer.Mediator()));
        Map<String, Object> expected = lists(anew);
        Map<String, Object> found = lists(open);
        for (Map.Entry<String, Object> each : expected.entrySet()) {
          String where = "seed " + seed + ", round " + round + ", " + each.getKey();
          assertEquals(each.getValue(), found.get(each.getKey()), where);
        }
      }
    }
    assertTrue(changed > 20, "changes: " + changed);
  }

  private static Map<String, Object> lists(OpenCase open) {
    Map<String, Object> lists = new LinkedHashMap<>();
    lists.put("speakers", List.copyOf(open.speakers()));
    for (Source each : open.view().sources()) {
      lists.put("in " + each.id(), open.claimsIn(each.id()));
    }
    for (Map<String, String> each : filters(open)) {
      Map<String, List<String>> query = new HashMap<>();
      each.forEach((name, value) -> query.put(name, List.of(value)));
      lists.put(each.toString(), ClaimFilter.of(new Query(query), open.view()).apply(open));
    }
    AsOf last = AsOf.of(open.lastDay());
    lists.put("rows", open.board(last).rows());
    lists.put("contradictions", open.board(last).contradictions());
    lists.put("completeness", open.board(last).completeness());
    lists.put("warnings", CaseWarnings.list(open).stream().map(FoundWarning::inWords).toList());
    for (Claim each : open.view().claims()) {
      lists.put("warnings about " + each.id(), CaseWarnings.of(open, each.id()));
    }
    lists.put("unread", InboxPage.of(open, new Query(Map.of())).unread());
    return lists;
  }

  private static List<Map<String, String>> filters(OpenCase open) {
    List<Map<String, String>> filters = new ArrayList<>();
    for (String basis : List.of("own", "hearsay")) {
      filters.add(Map.of("basis", basis));
      open.view()
          .parties()
          .forEach(party -> filters.add(Map.of("party", party.id().value(), "basis", basis)));
    }
    open.view().parties().forEach(party -> filters.add(Map.of("party", party.id().value())));
    open.view().points().forEach(point -> filters.add(Map.of("about", point.id().value())));
    for (String asserts : List.of("agreed", "open", "rejected", "states", "complete")) {
      filters.add(Map.of("asserts", asserts));
    }
    filters.add(Map.of("channel", "public"));
    filters.add(Map.of("channel", "confidential"));
    filters.add(Map.of("q", "a"));
    filters.add(Map.of("q", "second"));
    filters.add(Map.of("speaker", "second"));
    LocalDate middle = LocalDate.of(2024, 10, 1);
    filters.add(Map.of("from", middle.toString(), "to", middle.plusDays(90).toString()));
    return filters;
  }

  /// The case after a change that leaves one; the case itself where this one does not.
  private Case after(Case now, List<CaseRecord> removed, Random random) {
    List<CaseRecord> records = new ArrayList<>(now.records());
    List<Claim> claims = new ArrayList<>();
    records.forEach(
        each -> {
          if (each instanceof Claim claim) {
            claims.add(claim);
          }
        });
    if (claims.isEmpty()) {
      return now;
    }
    Claim one = claims.get(random.nextInt(claims.size()));
    switch (random.nextInt(7)) {
      case 0 -> {
        records.remove(one);
        removed.add(one);
      }
      case 1 -> {
        records.addAll(removed);
        removed.clear();
      }
      case 2 -> replace(records, one, "speaker", one.speaker() + " second");
      case 3 ->
          replace(
              records, one, "said", Edtf.of(one.said().latestDay().minusDays(random.nextInt(60))));
      case 4 -> replace(records, one, "between", List.<PartyId>of());
      case 5 -> {
        Source some =
            now.records().stream()
                .filter(Source.class::isInstance)
                .map(Source.class::cast)
                .findFirst()
                .orElseThrow();
        SourceId id = new SourceId("new-source-" + random.nextInt(1 << 20));
        SourceKind kind = random.nextBoolean() ? SourceKind.UNATTRIBUTED : some.kind();
        records.add(Rewrite.with(Rewrite.with(some, "id", id), "kind", kind));
        replace(records, one, "source", List.of(id));
      }
      default ->
          records.stream()
              .filter(Source.class::isInstance)
              .map(Source.class::cast)
              .findFirst()
              .ifPresent(source -> replace(records, source, "kind", SourceKind.UNATTRIBUTED));
    }
    try {
      Case next = Case.of(now.info(), records);
      changed++;
      return next;
    } catch (InvalidCaseException e) {
      return now;
    }
  }

  private static void replace(
      List<CaseRecord> records, CaseRecord one, String component, Object value) {
    records.set(records.indexOf(one), (CaseRecord) Rewrite.with((Record) one, component, value));
  }
}
