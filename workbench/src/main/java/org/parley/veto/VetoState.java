package org.parley.veto;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How far a round has come.
public sealed interface VetoState {

  /// Messages of a step are missing.
  ///
  /// @param parties those whose message is missing, in the order of the terms
  record Waiting(VetoStep step, List<String> parties) implements VetoState {
    public Waiting {
      parties = List.copyOf(parties);
    }
  }

  /// A party left: there is no result.
  record Withdrawn(String party) implements VetoState {}

  /// All opened.
  ///
  /// @param accepted by package, whether all accept
  record Complete(SequencedMap<String, Boolean> accepted) implements VetoState {
    public Complete {
      accepted = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(accepted));
    }
  }
}
