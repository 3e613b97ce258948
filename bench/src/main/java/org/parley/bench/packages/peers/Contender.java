package org.parley.bench.packages.peers;

import java.util.List;

/// One way to find the frontier of a domain.
interface Contender {

  String name();

  /// Whether it is made for such a domain, and finishes in a time worth waiting for.
  boolean takes(PublishedDomain domain);

  /// Makes everything ready, files read, so that only the search is left.
  Search ready(PublishedDomain domain) throws ReflectiveOperationException;

  /// A search that can be run again and again, each time from the beginning.
  interface Search {

    /// The utilities of the vectors on the frontier, baselines not counted.
    List<double[]> frontier() throws ReflectiveOperationException;
  }
}
