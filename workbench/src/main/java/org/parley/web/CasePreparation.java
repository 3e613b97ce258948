package org.parley.web;

import java.util.Map;
import org.parley.casefile.LoadProgress;
import org.parley.web.board.BoardPage;
import org.parley.web.ledger.ClaimPage;
import org.parley.web.ledger.InboxPage;
import org.parley.web.ledger.TimelinePage;
import org.parley.web.search.SearchIndexing;
import org.parley.web.search.SearchPage;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Language;

/// Derives from a large case what pages share, so that no first reader waits for it.
public final class CasePreparation {

  /// A smaller case is derived within the time of a page.
  private static final int LARGE = 10_000;

  private CasePreparation() {}

  /// Returns once it is derived and the search index is made. The pages that are asked for less
  /// often follow in the background.
  ///
  /// @param progress receives the number of records indexed
  public static void prepare(OpenCase open, LoadProgress progress) {
    OpenCase shown = open.onPageIn(Language.current());
    if (shown.view().records().size() <= LARGE) {
      return;
    }
    Thread pages =
        Thread.ofPlatform()
            .name("preparing pages")
            .start(
                () -> {
                  shown.prepare();
                  var _ = BoardPage.of(shown, ViewedDay.of(new Query(Map.of()), shown));
                  ClaimPage.prepare(shown);
                  CaseWarnings.prepare(shown);
                });
    SearchIndexing.make(shown, progress::add);
    SearchPage.prepare(shown);
    try {
      pages.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Thread.ofPlatform()
        .name("preparing further pages")
        .daemon()
        .start(
            () -> {
              TimelinePage.prepare(shown);
              InboxPage.prepare(shown);
            });
  }
}
