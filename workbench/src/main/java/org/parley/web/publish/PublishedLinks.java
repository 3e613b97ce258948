package org.parley.web.publish;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Finds where links lead on a published site. Most links stand on every page, so each is found
/// once. Thread-safe.
final class PublishedLinks {

  /// A published address with its file.
  ///
  /// @param isElsewhere whether it is published at another address than the one that leads there
  record Target(PublishedAddress address, String file, boolean isElsewhere) {}

  private final Predicate<PublishedAddress> isThere;
  private final UnaryOperator<PublishedAddress> resolving;
  private final Map<String, Optional<Target>> known = new ConcurrentHashMap<>();

  /// @param isThere whether an address is published; the same whenever it is asked
  /// @param resolving the address at which something is published, where another leads to it
  PublishedLinks(Predicate<PublishedAddress> isThere, UnaryOperator<PublishedAddress> resolving) {
    this.isThere = isThere;
    this.resolving = resolving;
  }

  /// Where a link leads.
  ///
  /// @param link path and query below the base path
  Optional<Target> find(String link) {
    return known.computeIfAbsent(
        link, each -> PublishedAddress.find(each).filter(isThere).map(this::target));
  }

  /// Where a link leads that changes the parameters of a page alone: it is there if the page is.
  Optional<Target> findOnPage(String link) {
    return PublishedAddress.find(link).map(this::target);
  }

  private Target target(PublishedAddress found) {
    PublishedAddress address = resolving.apply(found);
    return new Target(address, address.file(), !address.equals(found));
  }
}
