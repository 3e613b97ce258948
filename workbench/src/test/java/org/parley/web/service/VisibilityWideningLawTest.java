package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;

/// A change widens what it shows to somebody who did not see it.
class VisibilityWideningLawTest {

  private static final PartyId A = new PartyId("A");
  private static final PartyId B = new PartyId("B");
  private static final List<Visibility> MARKS =
      List.of(
          new Visibility.Public(),
          new Visibility.Delegations(),
          new Visibility.Parties(List.of(A, B)),
          new Visibility.Party(A),
          new Visibility.Party(B),
          new Visibility.Mediator());
  private static final List<Viewer> VIEWERS =
      List.of(
          new Viewer.Public(),
          new Viewer.Delegation(new PartyId("C")),
          new Viewer.Delegation(A),
          new Viewer.Delegation(B),
          new Viewer.Mediator());

  private static boolean sees(Viewer viewer, Visibility... marks) {
    return List.of(marks).stream().allMatch(mark -> mark.visibleTo(viewer));
  }

  private static String written(Visibility mark) {
    return switch (mark) {
      case Visibility.Public _ -> "public";
      case Visibility.Delegations _ -> "delegations";
      case Visibility.Parties _ -> "{parties: [A, B]}";
      case Visibility.Party(PartyId party) -> "{party: " + party.value() + "}";
      case Visibility.Mediator _ -> "mediator";
    };
  }

  /// A point with a text, and a position, each with a mark of its own.
  private static Case world(Visibility outer, Visibility inner, Visibility position) {
    String text =
        """
        case: {title: The river}
        parties:
          - {id: A, name: Arda, kind: state}
          - {id: B, name: Brenn, kind: state}
        instruments:
          - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
        sources:
          - {id: s0, publisher: Wire, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
        points:
          - {id: p0, instrument: treaty, number: "1", title: Water}
          - {id: p1, instrument: treaty, number: "2", title: Gold, visibility: %s, texts: [{version: v1, date: 2025-01-01, status: proposal, source: s0, text: Half, visibility: %s}]}
        positions:
          - {id: q, party: A, point: p0, concludes: Half, illustrative: true, visibility: %s}
        """
            .formatted(written(outer), written(inner), written(position));
    return switch (CaseReader.read(Map.of("a.yaml", text))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static List<VisibilityWidening> widenings(
      Case before, Case after, String id, Visibility confirmed) {
    CaseRecord changed = after.viewFor(new Viewer.Mediator()).find(id).orElseThrow();
    return VisibilityWidening.of(
        before.viewFor(new Viewer.Mediator()), List.of(new CaseEdit.Change(changed)), confirmed);
  }

  @Test
  void whatMoreReadersWouldSeeIsConfirmedFirst() {
    Visibility open = new Visibility.Public();
    int widened = 0;
    for (Visibility was : MARKS) {
      for (Visibility is : MARKS) {
        for (Visibility confirmed : MARKS) {
          List<VisibilityWidening> found =
              widenings(world(open, open, was), world(open, open, is), "q", confirmed);
          boolean more =
              VIEWERS.stream().anyMatch(viewer -> sees(viewer, is) && !sees(viewer, was));
          boolean beyond =
              VIEWERS.stream().anyMatch(viewer -> sees(viewer, is) && !sees(viewer, confirmed));
          widened += more && beyond ? 1 : 0;
          assertEquals(
              more && beyond ? List.of(new VisibilityWidening("q", "q", was, is)) : List.of(),
              found,
              was + " to " + is + ", confirmed " + confirmed);
        }
      }
    }
    assertTrue(widened > 20, "widened " + widened);
  }

  /// A part is seen by those who see it and all it stands in.
  @Test
  void aPartThatMoreWouldSeeIsNamed() {
    Visibility none = new Visibility.Mediator();
    for (Visibility outer : MARKS) {
      for (Visibility inner : MARKS) {
        Case before = world(outer, inner, none);
        for (Visibility now : MARKS) {
          List<String> parts = new ArrayList<>();
          if (shows(new Visibility[] {outer}, now)) {
            parts.add("p1");
          }
          if (VIEWERS.stream()
              .anyMatch(each -> sees(each, now, inner) && !sees(each, outer, inner))) {
            parts.add("text v1");
          }
          assertEquals(
              parts,
              widenings(before, world(now, inner, none), "p1", none).stream()
                  .map(VisibilityWidening::part)
                  .toList(),
              outer + " and " + inner + " to " + now);
          assertEquals(
              VIEWERS.stream().anyMatch(each -> sees(each, outer, now) && !sees(each, outer, inner))
                  ? List.of("text v1")
                  : List.of(),
              widenings(before, world(outer, now, none), "p1", none).stream()
                  .map(VisibilityWidening::part)
                  .toList(),
              inner + " in " + outer + " to " + now);
        }
      }
    }
  }

  private static boolean shows(Visibility[] before, Visibility after) {
    return VIEWERS.stream().anyMatch(each -> sees(each, after) && !sees(each, before));
  }

  /// What all widenings show is covered, by the narrowest mark that does.
  @Test
  void theWidestCoversAllAndNoMore() {
    for (Visibility one : MARKS) {
      for (Visibility other : MARKS) {
        Visibility widest =
            VisibilityWidening.widest(
                List.of(
                    new VisibilityWidening("q", "q", new Visibility.Mediator(), one),
                    new VisibilityWidening("r", "r", new Visibility.Mediator(), other)));
        assertTrue(widest.covers(one) && widest.covers(other), one + " and " + other);
        if (one.covers(other) || other.covers(one)) {
          assertEquals(one.covers(other) ? one : other, widest);
        }
      }
    }
  }
}
