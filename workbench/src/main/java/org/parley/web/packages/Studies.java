package org.parley.web.packages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.answer.packages.KnotOffers;
import org.parley.bargain.cases.PackageProblem;
import org.parley.web.view.OpenCase;
import org.parley.web.work.Work;

/// The running and recent studies.
///
/// A study belongs to one view of a case, so no result leaks between viewers. Thread-safe.
public final class Studies implements AutoCloseable {

  private static final int KEPT = 24;

  private record Key(OpenCase open, String question) {}

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
    return find(
        new Key(open, "packages?" + question(address)),
        again,
        () ->
            Study.of(
                packages,
                KnotOffers.of(
                    open.view(), open.acts(address.moment().asked(), address.moment().knownAt()))));
  }

  /// The study of how sure it is.
  Study safety(OpenCase open, PackageProblem packages, PackagesQuery address, boolean again) {
    return find(
        new Key(open, "safety?" + address.within() + "&" + question(address)),
        again,
        () -> Study.ofSafety(packages, address.within()));
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
