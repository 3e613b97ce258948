package org.parley.outlook;

import java.util.List;

/// An agreement with features known on the day of its signature.
///
/// @param agreement the agreement
/// @param features 0 or 1 for each feature, in the order that all rows share
public record ModelRow(SignedAgreement agreement, List<Integer> features) {
  public ModelRow {
    features = List.copyOf(features);
  }
}
