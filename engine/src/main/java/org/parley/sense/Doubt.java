package org.parley.sense;

import java.util.List;
import org.parley.model.Id;

/// A record that fits the rules of a case, but is probably wrong.
///
/// @param record the record
/// @param path the location in it: component names and list indices
/// @param why the reason
/// @param value the doubtful value
public record Doubt(Id record, List<String> path, DoubtReason why, String value) {

  public Doubt {
    path = List.copyOf(path);
  }
}
