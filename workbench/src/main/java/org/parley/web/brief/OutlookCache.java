package org.parley.web.brief;

import java.util.Map;
import org.parley.answer.outlook.CheckedRates;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.outlook.WaysPage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RecentCache;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Language;

/// The outlook of a briefing, from the shipped figures: computed once for a state of the case. A
/// briefing is made several times while packages are counted, and nothing else in it takes as long.
/// Thread-safe.
final class OutlookCache {

  private static final int KEPT = 4;

  private record Asked(Language language, ViewedDay moment) {}

  private final OpenCase open;
  private final RecentCache<Asked, OutlookPage> outlooks = new RecentCache<>(KEPT);
  private final RecentCache<Asked, WaysAnswer> ways = new RecentCache<>(KEPT);

  private OutlookCache(OpenCase open) {
    this.open = open;
  }

  static OutlookCache of(OpenCase open) {
    return open.once(OutlookCache.class, OutlookCache::new);
  }

  /// How long other agreements stood: those of the class on record.
  OutlookPage outlook(ViewedDay moment) {
    return outlooks.get(
        new Asked(Language.current(), moment),
        () -> OutlookPage.of(open, moment, new Query(Map.of()), CheckedRates.shipped()::find));
  }

  /// How the talks can go.
  WaysAnswer ways(ViewedDay moment) {
    return ways.get(
        new Asked(Language.current(), moment),
        () -> WaysPage.of(open, moment, CheckedRates.shipped()::find).answer());
  }
}
