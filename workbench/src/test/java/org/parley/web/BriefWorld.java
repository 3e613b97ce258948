package org.parley.web;

import org.parley.model.cases.Case;

/// The small world, for the tests of briefings.
public final class BriefWorld {

  private BriefWorld() {}

  public static Case hostile() {
    return SmallWorld.build();
  }
}
