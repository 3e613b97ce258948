package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.web.view.OpenCase;

class SnapshotsTest {

  private static final Viewer PUBLIC = new Viewer.Public();
  private static final Viewer ARDA = new Viewer.Delegation(new PartyId("A"));

  private static Case world(String title, String secret) {
    return ((LoadResult.Loaded)
            CaseReader.read(
                Map.of(
                    "a.yaml",
                    """
                    case: {title: %s}
                    parties:
                      - {id: A, name: Arda, kind: state}
                      - {id: B, name: Brenn, kind: state}
                    instruments:
                      - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
                    points:
                      - {id: p1, instrument: treaty, number: "1", title: %s, visibility: {party: A}}
                    """
                        .formatted(title, secret))))
        .contents();
  }

  /// A folder with faults opens no case; who waits for it to be mended hears of that.
  @Test
  void thoseWhoWaitForTheFirstCaseHearOfIt() throws Exception {
    Snapshots snapshots = new Snapshots();
    List<String> news = new ArrayList<>();
    snapshots.watch(PUBLIC, () -> news.add("public"));
    snapshots.become(world("River", "Water"));
    assertEquals(List.of("public"), news);
  }

  /// Who cannot see a change keeps the snapshot and hears nothing of it.
  @Test
  void onlyThoseWhoSeeAChangeHearOfIt() throws Exception {
    Snapshots snapshots = new Snapshots();
    assertNull(snapshots.current());
    assertThrows(IllegalStateException.class, () -> snapshots.get(PUBLIC));
    Case first = world("River", "Water");
    snapshots.become(first);
    assertSame(first, snapshots.current());
    List<String> news = new ArrayList<>();
    snapshots.watch(PUBLIC, () -> news.add("public"));
    CaseService.Watching arda = snapshots.watch(ARDA, () -> news.add("Arda"));
    OpenCase seen = snapshots.get(PUBLIC);
    OpenCase own = snapshots.get(ARDA);
    assertSame(seen, snapshots.get(PUBLIC));
    assertSame(own, snapshots.get(ARDA));

    Case second = world("River", "Gold");
    snapshots.become(second);
    assertSame(second, snapshots.current());
    assertSame(seen, snapshots.get(PUBLIC));
    assertNotSame(own, snapshots.get(ARDA));
    assertEquals(second.viewFor(ARDA), snapshots.get(ARDA).view());
    assertEquals(List.of("Arda"), news);

    snapshots.become(world("Lake", "Gold"));
    assertEquals("Lake", snapshots.get(PUBLIC).view().info().title().text());
    assertEquals(List.of("Arda", "public", "Arda"), news);

    arda.close();
    snapshots.become(world("Sea", "Salt"));
    assertEquals(List.of("Arda", "public", "Arda", "public"), news);
    assertEquals("Sea", snapshots.get(ARDA).view().info().title().text());
  }
}
