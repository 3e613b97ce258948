package org.parley.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The precedents found, and counts around them. The rows of counts are numbers of agreements.
///
/// @param query the question
/// @param byCode for each topic sought, the agreements with it
/// @param together the agreements with all topics
/// @param done for each provision about these topics and each year, the accords that had done it
/// @param precedents the agreements with all topics, the nearest first, then the newest
public record PrecedentList(
    PrecedentQuery query,
    Map<String, CodeShare> byCode,
    RowShare together,
    Map<Provision, Map<Integer, RowShare>> done,
    List<Precedent> precedents) {

  /// The agreements with a topic, and those of them between states.
  public record CodeShare(RowShare all, RowShare interstate) {}

  public PrecedentList {
    byCode = Collections.unmodifiableMap(new TreeMap<>(byCode));
    done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
    precedents = List.copyOf(precedents);
  }
}
