package org.parley.web.packages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.KnotOffers;
import org.parley.bargain.cases.PackageProblem;
import org.parley.web.view.OpenCase;
import org.parley.web.work.Work;

/// The running and recent studies.
///
/// A study belongs to one view of a case, so no result leaks between viewers. It goes on over
/// changes of the case that leave its question the same. Thread-safe.
public final class Studies implements AutoCloseable, OpenCase.Following {

  private static final int KEPT = 24;

  /// All that a study reads: states of the case with the same have the same results.
  ///
  /// @param lineage the view of the case
  /// @param knots what clashing parties could offer in the order of steps; null if it is not read
  private record Key(
      Object lineage, String question, PackageProblem packages, @Nullable KnotOffers knots) {}

  private final Map<Key, Study> studies =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Study> eldest) {
          return size() > KEPT;
        }
      };

  /// The study of a problem, started on first use.
  ///
  /// @param again whether to restart a stopped one
  Study of(OpenCase open, PackageProblem packages, PackagesQuery address, boolean again) {
    KnotOffers knots =
        KnotOffers.of(open.view(), open.acts(address.moment().asked(), address.moment().knownAt()));
    return find(
        new Key(open.lineage(), "packages?" + question(address), packages, knots),
        again,
        () -> Study.of(packages, knots));
  }

  /// The study of how sure it is.
  Study safety(OpenCase open, PackageProblem packages, PackagesQuery address, boolean again) {
    return find(
        new Key(
            open.lineage(), "safety?" + address.within() + "&" + question(address), packages, null),
        again,
        () -> Study.ofSafety(packages, address.within()));
  }

  /// Itself: a study is found again by all that it reads.
  @Override
  public OpenCase.Following after(OpenCase next) {
    return this;
  }

  private static String question(PackagesQuery address) {
    return address.moment().query() + "&" + address.moved().query();
  }

  /// Stops what is still computed.
  @Override
  public void close() {
    synchronized (studies) {
      studies.values().forEach(each -> each.work().stop());
    }
  }

  private Study find(Key key, boolean again, Supplier<Study> begin) {
    synchronized (studies) {
      Study known = studies.get(key);
      if (known != null
          && known.work().ended() != Work.Ended.ABANDONED
          && (!again || known.work().ended() == null)) {
        return known;
      }
      Study begun = begin.get();
      studies.put(key, begun);
      return begun;
    }
  }
}
