package org.parley.web.cases;

import org.parley.store.cases.HostedCase;
import org.parley.web.service.Visitor;

/// A case that somebody may see, and as whom.
public record SeenCase(HostedCase hosted, Visitor visitor) {

  /// The id of the case.
  public String id() {
    return hosted.id();
  }
}
